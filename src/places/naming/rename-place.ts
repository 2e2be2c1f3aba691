import { mayActIn, type Actor } from '../../platform/actor.ts';
import { doerOf, recordAct, type Act } from '../../platform/audit.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { House } from '../../platform/house.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import { fold, tidy } from '../../platform/text.ts';
import { refuseKnown } from '../create-place.ts';
import { isPlaceName, nameFault } from '../names.ts';
import { keepers, sameName } from '../new-place.ts';
import { findPlace, type Place } from '../queries.ts';
import { getPlaceView } from '../read-places.ts';
import { noSuchPlace, notMergeable, notYourPlace, wrongFields } from '../refusals.ts';
import type { PlaceView } from '../schemas.ts';
import {
	addDistrict,
	isCodeTaken,
	keepFormerName,
	listFormerNames,
	nameParts,
	removeDistrict,
	setName,
	setOfficialCode
} from './queries.ts';
import type { NewName } from './schemas.ts';

interface Change {
	place: Place;
	tx: Writer;
	/** Today, in Viet Nam. */
	today: string;
}

/**
 * Changes something of the name of a place that stands. Who may: officers of the place above. The country and its
 * provinces come with the program, names and all.
 */
async function change(
	house: House,
	{ actor, id, action }: { actor: Actor; id: string; action: Act['action'] },
	work: (change: Change) => Promise<void>
): Promise<PlaceView> {
	await house.store.transact(async (tx) => {
		const today = dayInVietNam(house.clock.now());
		const { place, above } = await getNameable(tx, { actor, id, today });
		await work({ place, tx, today });
		const doer = doerOf(actor, keepers, above);
		await recordAct(tx, house, { doer, action, subject: { kind: 'place', id }, placePath: place.path });
	});
	return getPlaceView(house, id);
}

async function getNameable(tx: Writer, { actor, id, today }: { actor: Actor; id: string; today: string }) {
	const place = await findPlace(tx, id);
	if (!place) throw noSuchPlace();
	const above = (await findPlace(tx, place.parentId ?? ''))?.path ?? '/';
	if (!mayActIn(actor, keepers, above)) throw notYourPlace();
	const shipped = place.kind === 'country' || place.kind === 'province';
	if (shipped || (place.validTo !== null && place.validTo < today)) throw notMergeable();
	return { place, above };
}

/** Gives a place another name from a day on; the old one is kept with that day and the document, and found by search. */
export function renamePlace(house: House, actor: Actor, { id, ...input }: NewName & { id: string }) {
	return change(house, { actor, id, action: 'places.renamed' }, async ({ place, tx, today }) => {
		const name = tidy(input.name);
		const day = input.from === '' ? today : input.from;
		const fields = [...nameFaults(name, place), ...(isDay(day) && day <= today ? [] : [wrongDay])];
		if (fields.length > 0) throw wrongFields({ fields });
		if (sameName(name) !== sameName(place.name)) await refuseKnown(tx, place.parentId ?? '', name);
		await keepFormerName(tx, place, { until: dayBeforeDay(day), document: tidy(input.document ?? '') || null });
		await setName(tx, id, nameParts(name, place));
	});
}

/** Sets the code of a place in official lists, or takes it away. */
export function codePlace(house: House, actor: Actor, { id, officialCode }: { id: string; officialCode: string }) {
	return change(house, { actor, id, action: 'places.coded' }, async ({ tx, place, today }) => {
		const code = tidy(officialCode);
		if (!/^[\p{L}\p{N}./-]{0,30}$/u.test(code))
			throw wrongFields({ fields: [{ field: 'officialCode', code: 'organisations.official-code-wrong' }] });
		if (code !== '' && (await isCodeTaken(tx, code, { ...place, day: today })))
			throw wrongFields({ fields: [{ field: 'officialCode', code: 'naming.code-taken' }] });
		await setOfficialCode(tx, id, code || null);
	});
}

/** Says that a commune or village lay in an old district, so that whoever looks for that finds it. */
export function addOldDistrict(house: House, actor: Actor, { id, name }: { id: string; name: string }) {
	return change(house, { actor, id, action: 'places.district-added' }, async ({ tx }) => {
		const written = tidy(name);
		const known = (await listFormerNames(tx, id)).some(
			(each) => each.kind === 'district' && fold(each.name) === fold(written)
		);
		const code = isPlaceName(written) ? known && 'places.name-taken' : 'places.name-wrong';
		if (code) throw wrongFields({ fields: [{ field: 'district', code }] });
		await addDistrict(tx, id, written);
	});
}

/** Takes back that it lay in an old district. */
export function removeOldDistrict(house: House, actor: Actor, { id, nameId }: { id: string; nameId: string }) {
	return change(house, { actor, id, action: 'places.district-removed' }, ({ tx }) => removeDistrict(tx, id, nameId));
}

const wrongDay = { field: 'from', code: 'naming.day-wrong' };

function nameFaults(name: string, place: Place) {
	const wrong = nameFault(place.kind, name) ?? (name === place.name ? 'naming.same-name' : null);
	return wrong === null ? [] : [{ field: 'name', code: wrong }];
}

const isDay = (text: string) =>
	/^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

function dayBeforeDay(day: string): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
