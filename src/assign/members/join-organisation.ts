import { listPlacesByIds, type Place } from '../../places/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import type { House } from '../../platform/house.ts';
import { newId } from '../../platform/ids.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { tidy } from '../../platform/text.ts';
import { named, refuseClosed } from '../organisations.ts';
import { wrongFields } from '../refusals.ts';
import { matchMember } from '../staff/match.ts';
import { actOnMember } from './acts.ts';
import { readJoinCode, writtenJoinCode } from './join-code.ts';
import { addMembership, changeMembership, findJoinCode, findMembershipAt, listRunningOf } from './queries.ts';
import { noSuchCode, noSuchMember } from './refusals.ts';
import type { JoiningView, OwnMemberships } from './schemas.ts';

const longestPosition = 80;

/** Which organisation a code leads into, said before she says yes. */
export async function readJoining({ store, clock }: House, actor: Actor, typed: string): Promise<JoiningView> {
	const { place, code } = await placeOfCode(store.read, typed, clock.now());
	refuseClosed(place, clock.now());
	const { learnerId } = actor;
	const mine = learnerId === null ? undefined : await findMembershipAt(store.read, { placeId: place.id, learnerId });
	const [told] = await named(store.read, [place]);
	if (!told) throw noSuchCode();
	return { code: writtenJoinCode(code), place: told, member: mine !== undefined };
}

/** She joins by a code. Whoever belongs there already goes on as she was; only a position that she names now is kept. */
export async function joinOrganisation(
	house: House,
	actor: Actor,
	typed: { code: string; position?: string | undefined }
): Promise<void> {
	const position = tidy(typed.position ?? '') || null;
	if ([...(position ?? '')].length > longestPosition)
		throw wrongFields({ fields: [{ field: 'position', code: 'members.position-too-long' }] });
	const { learnerId } = actor;
	if (learnerId === null) throw noSuchCode();
	const now = house.clock.now();
	await house.store.transact(async (tx) => {
		const { place } = await placeOfCode(tx, typed.code, now);
		refuseClosed(place, now);
		const known = await findMembershipAt(tx, { placeId: place.id, learnerId });
		if (!known) await beginMembership(tx, house, { place, learnerId, position, actor });
		else if (position !== null && position !== known.position) await changeMembership(tx, known.id, { position });
	});
	await house.facts.runDue();
}

/** A membership begins: in the trail, as a fact for other rooms, and the staff list is looked through for her. */
export async function beginMembership(
	tx: Writer,
	house: Pick<House, 'clock' | 'secrets' | 'facts'>,
	{ place, learnerId, position, actor }: { place: Place; learnerId: string; position: string | null; actor: Actor }
): Promise<void> {
	const now = house.clock.now();
	const row = {
		...{ id: newId(), placeId: place.id, placePath: place.path, learnerId, position },
		...{ joinedAt: now, endedAt: null, endedWhy: null }
	};
	await addMembership(tx, row);
	await matchMember(tx, { placeId: place.id, learnerId, at: now });
	await recordAct(tx, house, actOnMember(actor, 'assign.member-joined', row));
	await house.facts.record(tx, 'assign.joined', { learnerId, placeId: place.id, membershipId: row.id });
}

/** Where one belongs. */
export async function readOwnMemberships({ store }: House, { learnerId }: Actor): Promise<OwnMemberships> {
	const rows = learnerId === null ? [] : await listRunningOf(store.read, learnerId);
	const places = await listPlacesByIds(store.read, [...new Set(rows.map(({ placeId }) => placeId))]);
	const byId = new Map((await named(store.read, places)).map((each) => [each.id, each]));
	return {
		memberships: rows.flatMap(({ id, placeId, position, joinedAt }) => {
			const place = byId.get(placeId);
			return place ? [{ id, position, joinedAt: joinedAt.toISOString(), place }] : [];
		})
	};
}

/** She leaves an organisation of hers. */
export async function leaveOrganisation(house: House, actor: Actor, id: string): Promise<void> {
	const { learnerId } = actor;
	await house.store.transact(async (tx) => {
		const row = learnerId === null ? undefined : (await listRunningOf(tx, learnerId)).find((each) => each.id === id);
		if (!row) throw noSuchMember();
		await changeMembership(tx, id, { endedAt: house.clock.now(), endedWhy: 'left' });
		await recordAct(tx, house, actOnMember(actor, 'assign.member-left', row));
		await house.facts.record(tx, 'assign.left', { learnerId, placeId: row.placeId, membershipId: id });
	});
	await house.facts.runDue();
}

async function placeOfCode(reader: Reader, typed: string, now: Date): Promise<{ place: Place; code: string }> {
	const code = readJoinCode(typed);
	const row = code === '' ? undefined : await findJoinCode(reader, code, now);
	const [place] = row ? await listPlacesByIds(reader, [row.placeId]) : [];
	if (!place) throw noSuchCode();
	return { place, code };
}
