import { mayActIn, type Actor } from '../platform/actor.ts';
import { doerOf, recordAct } from '../platform/audit.ts';
import type { House } from '../platform/house.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { tidy } from '../platform/text.ts';
import { contactsFrom } from './contacts.ts';
import { getPlaceView } from './read-places.ts';
import { localKindOf, nameFault, wholeName } from './names.ts';
import { codeFor, keepers, placeFrom, sameName, villageNames, villagesFrom } from './new-place.ts';
import { addContacts, addPlaces, findPlace, listTaken, type Place } from './queries.ts';
import { noSuchPlace, notYourPlace, placeExists, wrongFields, wrongParent } from './refusals.ts';
import type { NewPlace, PlaceView } from './schemas.ts';

/**
 * "Lập địa bàn của tôi": a commune with its villages and contact cards, or an organisation, all of it or nothing.
 * The same name under the same place is refused, so a form sent twice makes one commune.
 */
export async function createPlace(house: House, actor: Actor, input: NewPlace): Promise<PlaceView> {
	const kind = input.kind ?? 'commune';
	const { rows: contacts, faults } = contactsFrom(input.contacts ?? []);
	const { name, localKind } = checkedName(input, kind, faults);
	const villages = villageNames(input.villages ?? '', villageKindOf(input, localKind));
	const id = await house.store.transact(async (tx) => {
		const parent = await findPlace(tx, input.parentId);
		if (!parent) throw noSuchPlace({ fields: [{ field: 'parentId', code: 'places.no-such-place' }] });
		if (!mayActIn(actor, keepers, parent.path)) throw notYourPlace();
		if (!mayLieIn(kind, parent)) throw wrongParent({ fields: [{ field: 'parentId', code: 'places.wrong-parent' }] });
		await refuseKnown(tx, parent.id, name);

		const place = {
			...placeFrom({ kind, name, localKind, code: codeFor(name), parent }),
			...(kind === 'organisation' && { organisationKind: 'other' as const })
		};
		await addPlaces(tx, [place]);
		await addPlaces(tx, villagesFrom(villages, place, new Set()));
		await addContacts(
			tx,
			contacts.map((row) => ({ ...row, placeId: place.id }))
		);
		await recordAct(tx, house, {
			doer: doerOf(actor, keepers, parent.path),
			action: 'places.place-made',
			subject: { kind: 'place', id: place.id },
			placePath: place.path,
			details: { kind, villages: villages.length, contacts: contacts.length }
		});
		return place.id;
	});
	return getPlaceView(house, id);
}

type Kind = 'commune' | 'organisation';
type Faults = ReturnType<typeof contactsFrom>['faults'];

/** The whole name and the local kind; says all that is wrong with them and with the cards in one answer. */
function checkedName(input: NewPlace, kind: Kind, faults: Faults): { name: string; localKind: string } {
	const given = tidy(input.name);
	const usual = lower(input.localKind) || (kind === 'commune' ? 'xã' : '');
	const fields = [...faults];
	const wrong = nameFault(kind, given);
	if (wrong !== null) fields.push({ field: 'name', code: wrong });
	for (const [field, text] of [
		['localKind', usual],
		['villageKind', lower(input.villageKind)]
	] as const)
		if (!/^[\p{L}\p{M} ]{0,30}$/u.test(text)) fields.push({ field, code: 'places.local-kind-wrong' });
	if (fields.length > 0) throw wrongFields({ fields });
	const name = kind === 'organisation' ? given : wholeName(given, usual);
	return { name, localKind: localKindOf(name) ?? usual };
}

function lower(text = ''): string {
	return tidy(text).toLocaleLowerCase('vi');
}

/** What villages are called where their line does not say: people in wards live in khu phố. */
function villageKindOf(input: NewPlace, localKind: string): string {
	return lower(input.villageKind) || (localKind === 'phường' ? 'khu phố' : 'thôn');
}

function mayLieIn(kind: Kind, parent: Place): boolean {
	return kind === 'commune' ? parent.kind === 'province' : parent.kind !== 'organisation';
}

/** Refuses a name that something standing there has already. */
export async function refuseKnown(reader: Reader, parentId: string, name: string): Promise<void> {
	const taken = await listTaken(reader, parentId);
	const known = taken.some((each) => each.validTo === null && sameName(each.name) === sameName(name));
	if (known) throw placeExists({ values: { name }, fields: [{ field: 'name', code: 'places.name-taken' }] });
}
