import { mayActIn, type Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import { tidy } from '../platform/text.ts';
import { sameName, someVillageNames, villagesFrom } from './new-place.ts';
import { addPlaces, findPlace, listTaken } from './queries.ts';
import { noSuchPlace, notYourPlace, wrongParent } from './refusals.ts';
import type { NewVillages } from './schemas.ts';

/** Adds the villages of a pasted list to a commune; those it has already stay as they are. */
export async function addVillages({ store }: House, actor: Actor, input: NewVillages & { placeId: string }) {
	return store.transact(async (tx) => {
		const commune = await findPlace(tx, input.placeId);
		if (!commune) throw noSuchPlace();
		if (!mayActIn(actor, ['officer', 'administrator'], commune.path)) throw notYourPlace();
		if (commune.kind !== 'commune') throw wrongParent();

		const usual = commune.localKind === 'phường' ? 'khu phố' : 'thôn';
		const names = someVillageNames(input.villages, tidy(input.villageKind ?? '').toLocaleLowerCase('vi') || usual);
		const taken = await listTaken(tx, commune.id);
		const known = new Set(taken.map(({ name }) => sameName(name)));
		const fresh = names.filter(({ name }) => !known.has(sameName(name)));
		const villages = villagesFrom(fresh, commune, new Set(taken.map(({ code }) => code)));
		await addPlaces(tx, villages);
		return { added: villages.length, known: names.length - villages.length, villages };
	});
}
