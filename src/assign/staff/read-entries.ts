import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import type { House } from '../../platform/house.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { listPlacesByIds, type Place } from '../../places/index.ts';
import { actOnOrganisation } from '../members/acts.ts';
import { listMembersOf } from '../members/queries.ts';
import { named, organisationFor } from '../organisations.ts';
import { noSuchOrganisation } from '../refusals.ts';
import { managers } from '../who-may.ts';
import { candidatesFor } from './alike.ts';
import { entryFor } from './keep-entries.ts';
import { membersOf } from './match.ts';
import { countEntries, listEntries, listMatchedTo, type EntryRow } from './queries.ts';
import type { EntryView, StaffList, StaffQuery } from './schemas.ts';

const pageSize = 100;
/** Doubtful ones are looked for among so many without an account. */
const mostDoubtful = 2_000;

/** The list of an organisation by given name, or those of it without an account; that it was looked at is written down. */
export async function readStaff(house: House, actor: Actor, asked: StaffQuery & { id: string }): Promise<StaffList> {
	return house.store.transact(async (tx) => {
		const place = await organisationFor(tx, actor, { id: asked.id, roles: managers });
		const { only } = asked;
		const after = asked.after === undefined ? undefined : await entryFor(tx, actor, asked.after);
		const limit = only === 'doubtful' ? mostDoubtful : pageSize + 1;
		const found = await listEntries(tx, { placeId: place.id, missing: only !== undefined, after, limit });
		const members = await unrecognised(tx, place.id);
		const doubtful = (entry: EntryRow) => candidatesFor(entry, members).length > 0;
		const wanted = only === 'doubtful' ? found.filter(doubtful) : found;
		const page = wanted.slice(0, pageSize);
		const details = { results: page.length, further: after !== undefined };
		await recordAct(tx, house, actOnOrganisation(actor, 'assign.staff-listed', { ...place, details }));
		return {
			place: await told(tx, place),
			entries: page.map((entry) => ({ ...shown(entry), doubtful: doubtful(entry) })),
			...(await countEntries(tx, place.id)),
			next: wanted.length > pageSize ? (page.at(-1)?.id ?? null) : null
		};
	});
}

/** One of a list, with the members who may be she. */
export async function viewEntry(house: House, actor: Actor, id: string): Promise<EntryView> {
	return house.store.transact(async (tx) => {
		const row = await entryFor(tx, actor, id);
		const [place] = await listPlacesByIds(tx, [row.placeId]);
		if (!place) throw noSuchOrganisation();
		const candidates = candidatesFor(row, await unrecognised(tx, row.placeId));
		const rows = new Map((await listMembersOf(tx, row.placeId)).map((each) => [each.learnerId, each]));
		const details = { results: 1, further: false };
		await recordAct(tx, house, actOnOrganisation(actor, 'assign.staff-listed', { ...place, details }));
		return {
			...shown(row),
			place: await told(tx, place),
			candidates: candidates.flatMap(({ learnerId, name, birthYear }) => {
				const member = rows.get(learnerId);
				return member ? [{ membershipId: member.id, name, birthYear, position: member.position }] : [];
			})
		};
	});
}

/** Members of an organisation who were not recognised in its list. */
async function unrecognised(reader: Reader, placeId: string) {
	const members = await membersOf(reader, placeId);
	const taken = await listMatchedTo(
		reader,
		placeId,
		members.map(({ learnerId }) => learnerId)
	);
	const ids = new Set(taken.map(({ learnerId }) => learnerId));
	return members.filter(({ learnerId }) => !ids.has(learnerId));
}

async function told(reader: Reader, place: Place) {
	const [one] = await named(reader, [place]);
	if (!one) throw noSuchOrganisation();
	return one;
}

function shown(row: EntryRow) {
	const { id, name, birthYear, phone, email, position, staffNumber, apart, matchedBy } = row;
	return { id, name, birthYear, phone, email, position, staffNumber, apart, matchedBy };
}
