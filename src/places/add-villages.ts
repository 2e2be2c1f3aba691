import { mayActIn, type Actor } from '../platform/actor.ts';
import { doerOf, recordAct } from '../platform/audit.ts';
import type { House } from '../platform/house.ts';
import { tidy } from '../platform/text.ts';
import { keepers, sameName, someVillageNames, villagesFrom } from './new-place.ts';
import { addPlaces, findPlace, listTaken } from './queries.ts';
import { noSuchPlace, notYourPlace, wrongParent } from './refusals.ts';
import type { NewVillages } from './schemas.ts';

/** Adds the villages of a pasted list to a commune; those it has already stay as they are. */
export async function addVillages(house: House, actor: Actor, input: NewVillages & { placeId: string }) {
	return house.store.transact(async (tx) => {
		const commune = await findPlace(tx, input.placeId);
		if (!commune) throw noSuchPlace();
		if (!mayActIn(actor, keepers, commune.path)) throw notYourPlace();
		if (commune.kind !== 'commune') throw wrongParent();

		const usual = commune.localKind === 'phường' ? 'khu phố' : 'thôn';
		const names = someVillageNames(input.villages, tidy(input.villageKind ?? '').toLocaleLowerCase('vi') || usual);
		const taken = await listTaken(tx, commune.id);
		const knownNames = new Set(taken.map(({ name }) => sameName(name)));
		const fresh = names.filter(({ name }) => !knownNames.has(sameName(name)));
		const villages = villagesFrom(fresh, commune, new Set(taken.map(({ code }) => code)));
		await addPlaces(tx, villages);
		const known = names.length - villages.length;
		if (villages.length > 0)
			await recordAct(tx, house, {
				doer: doerOf(actor, keepers, commune.path),
				action: 'places.villages-added',
				subject: { kind: 'place', id: commune.id },
				placePath: commune.path,
				details: { added: villages.length, known }
			});
		return { added: villages.length, known, villages };
	});
}
