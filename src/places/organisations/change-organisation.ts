import { mayActIn, type Actor } from '../../platform/actor.ts';
import { doerOf, recordAct } from '../../platform/audit.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { House } from '../../platform/house.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { dayBefore, mayEnd, type MovingHouse } from '../holdings.ts';
import { keepers } from '../new-place.ts';
import { answerTo, endPlace, findPlace, type Place } from '../queries.ts';
import { noSuchPlace, notMergeable, notYourPlace, stillInUse, wrongFields } from '../refusals.ts';
import { checkDetails, detailsFrom } from './checks.ts';
import { holdsStanding, keepDetails } from './queries.ts';
import { getOrganisation, noSuchOrganisation } from './read-organisations.ts';
import type { OrganisationDetails, OrganisationView } from './schemas.ts';

/** Changes what is told of an organisation; its name is changed by renaming, which keeps the old one. */
export async function changeOrganisation(
	house: House,
	actor: Actor,
	{ id, ...input }: OrganisationDetails & { id: string }
): Promise<OrganisationView> {
	const details = detailsFrom(input);
	await house.store.transact(async (tx) => {
		const { place, parent } = await getStanding(house, tx, id);
		if (!mayActIn(actor, keepers, place.path)) throw notYourPlace();
		await checkDetails(tx, details, { parent, id });
		const day = dayInVietNam(house.clock.now());
		if (details.organisationKind !== 'school' && (await holdsStanding(tx, { id, day, kind: 'class' })))
			throw wrongFields({ fields: [{ field: 'organisationKind', code: 'organisations.has-classes' }] });
		await keepDetails(tx, id, details);
		await recordAct(tx, house, {
			doer: doerOf(actor, keepers, place.path),
			action: 'places.organisation-changed',
			subject: { kind: 'place', id },
			placePath: place.path,
			details: { kind: details.organisationKind, answersTo: details.answersTo }
		});
	});
	return getOrganisation(house, actor, id);
}

/** What may be at an organisation that closes: people leave it by what follows the fact, the rest stays told. */
export const staysTold: ReadonlySet<string> = new Set(['members', 'staff', 'roles', 'assignments']);

/** Closes an organisation where nothing that goes on lies in it. Who may: officers of what it lies in. */
export async function closeOrganisation(house: MovingHouse, actor: Actor, id: string): Promise<void> {
	await house.store.transact(async (tx) => {
		const { place, parent } = await getStanding(house, tx, id);
		if (!mayActIn(actor, keepers, parent.path)) throw notYourPlace();
		const moves = house.moves.filter(({ what }) => !staysTold.has(what));
		const now = house.clock.now();
		const holds = await holdsStanding(tx, { id, day: dayInVietNam(now) });
		if (holds || !(await mayEnd({ moves }, tx, place))) throw stillInUse();
		await endPlace(tx, { id, validTo: dayBefore(now), mergedInto: null });
		await answerTo(tx, { from: id, to: null }); // what is no more has a say nowhere
		await house.facts.record(tx, 'places.closed', { placeId: id });
		await recordAct(tx, house, {
			doer: doerOf(actor, keepers, parent.path),
			action: 'places.organisation-closed',
			subject: { kind: 'place', id },
			placePath: place.path
		});
	});
}

async function getStanding({ clock }: House, reader: Reader, id: string): Promise<{ place: Place; parent: Place }> {
	const place = await findPlace(reader, id);
	if (place?.kind !== 'organisation') throw noSuchOrganisation();
	const parent = await findPlace(reader, place.parentId ?? '');
	if (!parent) throw noSuchPlace();
	if (place.validTo !== null && place.validTo < dayInVietNam(clock.now())) throw notMergeable();
	return { place, parent };
}
