import { listPeopleByLearner } from '../../identity/index.ts';
import { listPlacesByIds, type Place } from '../../places/index.ts';
import { mayActIn, type Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import { dayInVietNam, startOfDayInVietNam } from '../../platform/clock.ts';
import type { House } from '../../platform/house.ts';
import { newId } from '../../platform/ids.ts';
import { vietnameseSortKey } from '../../platform/text.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { addDays } from '../assignments/days.ts';
import { named, organisationFor, refuseClosed } from '../organisations.ts';
import { noSuchOrganisation } from '../refusals.ts';
import { countEntries } from '../staff/queries.ts';
import { managers, seers } from '../who-may.ts';
import { actOnMember, actOnOrganisation } from './acts.ts';
import { newJoinCode, writtenJoinCode } from './join-code.ts';
import { beginMembership } from './join-organisation.ts';
import {
	addJoinCode,
	changeMembership,
	countMembers,
	endJoinCode,
	findMembership,
	findMembershipAt,
	findRunning,
	listJoinCodes,
	listMemberships,
	type JoinCodeRow,
	type MembershipRow
} from './queries.ts';
import { memberThere, noSuchCode, noSuchMember } from './refusals.ts';
import type { JoinCode, Member, MemberList, OrganisationView } from './schemas.ts';

const pageSize = 100;
const dayMs = 86_400_000;

/** One organisation: how many belong to it and stand in its list, and the codes by which people join. */
export async function readOrganisation(house: House, actor: Actor, id: string): Promise<OrganisationView> {
	const { store, clock } = house;
	const place = await organisationFor(store.read, actor, { id, roles: seers });
	const [told] = await named(store.read, [place]);
	if (!told) throw noSuchOrganisation();
	const manages = mayActIn(actor, managers, place.path);
	const codes = manages ? await listJoinCodes(store.read, place.id, clock.now()) : [];
	return {
		...told,
		closed: place.validTo !== null,
		manages,
		members: await countMembers(store.read, place.path),
		...(await countEntries(store.read, place.id)),
		codes: codes.map(toldCode)
	};
}

const toldCode = ({ id, code, endsAt }: JoinCodeRow): JoinCode => {
	return { id, code: writtenJoinCode(code), path: `/don-vi/vao/${code}`, endsAt: endsAt.toISOString() };
};

/** Makes a code that is good for some days. */
export async function makeJoinCode(
	house: House,
	actor: Actor,
	{ id, days }: { id: string; days: number }
): Promise<JoinCode> {
	const now = house.clock.now();
	return house.store.transact(async (tx) => {
		const place = await organisationFor(tx, actor, { id, roles: managers });
		refuseClosed(place, now);
		if (actor.accountId === null) throw noSuchOrganisation();
		const row: JoinCodeRow = {
			...{ id: newId(), placeId: place.id, placePath: place.path, code: newJoinCode() },
			...{ madeBy: actor.accountId, madeAt: now, endsAt: new Date(now.getTime() + days * dayMs), endedAt: null }
		};
		await addJoinCode(tx, row);
		await recordAct(tx, house, actOnOrganisation(actor, 'assign.code-made', { ...place, details: { days } }));
		return toldCode(row);
	});
}

/** The code opens nothing from then on. */
export async function stopJoinCode(house: House, actor: Actor, asked: { id: string; codeId: string }): Promise<void> {
	const now = house.clock.now();
	await house.store.transact(async (tx) => {
		const place = await organisationFor(tx, actor, { id: asked.id, roles: managers });
		const code = (await listJoinCodes(tx, place.id, now)).find(({ id }) => id === asked.codeId);
		if (!code) throw noSuchCode();
		await endJoinCode(tx, code.id, now);
		await recordAct(tx, house, actOnOrganisation(actor, 'assign.code-ended', { ...place, details: {} }));
	});
}

/**
 * Who belongs to an organisation and to those below it, page by page; of one that ended, who belonged to it to its end.
 * That they were listed is written down.
 */
export async function readMembers(
	house: House,
	actor: Actor,
	asked: { id: string; after?: string | undefined }
): Promise<MemberList> {
	return house.store.transact(async (tx) => {
		const place = await organisationFor(tx, actor, { id: asked.id, roles: seers });
		const { after } = asked;
		const last = after === undefined ? undefined : await findMembership(tx, after);
		if (after !== undefined && (!last || !mayActIn(actor, seers, last.placePath))) throw noSuchMember();
		const endedSince = endOf(place, house.clock.now());
		const found = await listMemberships(tx, { paths: [place.path], endedSince, after, limit: pageSize + 1 });
		const page = found.slice(0, pageSize);
		const details = { results: page.length, further: asked.after !== undefined };
		await recordAct(tx, house, actOnOrganisation(actor, 'assign.members-listed', { ...place, details }));
		return { members: await toldMembers(tx, page), next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null };
	});
}

/** When an organisation ended; null where it has not. */
function endOf({ validTo }: Place, now: Date): Date | null {
	if (validTo === null || validTo >= dayInVietNam(now)) return null;
	return startOfDayInVietNam(addDays(validTo, 1));
}

async function toldMembers(reader: Reader, rows: readonly MembershipRow[]): Promise<Member[]> {
	const people = await listPeopleByLearner(
		reader,
		rows.map(({ learnerId }) => learnerId)
	);
	const who = new Map(people.map((person) => [person.learnerId, person]));
	const places = await listPlacesByIds(reader, [...new Set(rows.map(({ placeId }) => placeId))]);
	const where = new Map(places.map(({ id, name }) => [id, name]));
	const key = ({ learnerId }: MembershipRow) => vietnameseSortKey(who.get(learnerId)?.name ?? '');
	return [...rows]
		.sort((a, b) => (key(a) < key(b) ? -1 : 1))
		.map(({ id, learnerId, position, joinedAt, placeId }) => ({
			...{ id, position, joinedAt: joinedAt.toISOString() },
			name: who.get(learnerId)?.name ?? null,
			birthYear: who.get(learnerId)?.birthYear ?? null,
			place: { id: placeId, name: where.get(placeId) ?? '' }
		}));
}

/** Somebody belongs to an organisation no longer. */
export async function removeMember(house: House, actor: Actor, id: string): Promise<void> {
	await house.store.transact(async (tx) => {
		const row = await memberFor(tx, actor, { id, roles: managers });
		await endMembership(tx, house, { row, why: 'removed' });
		await recordAct(tx, house, actOnMember(actor, 'assign.member-removed', row));
	});
	await house.facts.runDue();
}

/** She goes to another organisation within the manager's places: there her time begins, here it ends. */
export async function transferMember(
	house: House,
	actor: Actor,
	asked: { id: string; placeId: string }
): Promise<void> {
	const now = house.clock.now();
	await house.store.transact(async (tx) => {
		const row = await memberFor(tx, actor, { id: asked.id, roles: managers });
		const place = await organisationFor(tx, actor, { id: asked.placeId, roles: managers });
		refuseClosed(place, now);
		if (await findMembershipAt(tx, { placeId: place.id, learnerId: row.learnerId })) throw memberThere();
		await endMembership(tx, house, { row, why: 'moved' });
		await recordAct(tx, house, actOnMember(actor, 'assign.member-moved', row));
		await beginMembership(tx, house, { place, learnerId: row.learnerId, position: row.position, actor });
	});
	await house.facts.runDue();
}

async function endMembership(
	tx: Writer,
	{ clock, facts }: House,
	{ row, why }: { row: MembershipRow; why: 'removed' | 'moved' }
): Promise<void> {
	const { id: membershipId, learnerId, placeId } = row;
	await changeMembership(tx, membershipId, { endedAt: clock.now(), endedWhy: why });
	await facts.record(tx, 'assign.left', { learnerId, placeId, membershipId });
}

/** A membership within the actor's places that has not ended. */
async function memberFor(
	reader: Reader,
	actor: Actor,
	{ id, roles }: { id: string; roles: typeof managers }
): Promise<MembershipRow> {
	const row = await findRunning(reader, id);
	if (!row || !mayActIn(actor, roles, row.placePath)) throw noSuchMember();
	return row;
}
