import { listPeopleByLearner } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { tidy } from '../platform/text.ts';
import { findByKey, keepTick } from './attendance-queries.ts';
import { readClassCode, writtenClassCode } from './class-code.ts';
import { stateOf } from './class-times.ts';
import type { CommunityHouse } from './community-house.ts';
import { listHelpedByLearner } from './helped/queries.ts';
import { isWrittenName, keyOfLearner } from './person-key.ts';
import { findClassByCode, type ClassRow } from './queries.ts';
import { classCancelled, codeOver, noSuchCode, tooEarly, wrongFields } from './refusals.ts';
import type { WallView } from './schemas.ts';
import { oneself } from './tables.ts';
import { keepCame, refuseIfFull } from './take-attendance.ts';
import { publicViews } from './views.ts';

/** The session behind the code on the wall, and whether whoever asks is in its list already. */
export async function readWall(house: CommunityHouse, actor: Actor, typedCode: string): Promise<WallView> {
	const row = await classOf(house.store.read, typedCode);
	const [view] = await publicViews(house, [row], actor.lang);
	if (!view) throw noSuchCode();
	const { learnerId } = actor;
	const mine =
		learnerId === null
			? undefined
			: await findByKey(house.store.read, { sessionId: row.id, personKey: keyOfLearner(learnerId) });
	const known = await nameOfKnown(house.store.read, actor);
	return {
		...view,
		code: writtenClassCode(row.code),
		came: mine !== undefined,
		as: known ?? mine?.name ?? null
	};
}

/** The name of somebody who has one here already: by her account or by her card. */
async function nameOfKnown(reader: Reader, { accountId, card, learnerId }: Actor): Promise<string | null> {
	if (learnerId === null || (accountId === null && card === null)) return null;
	const list = accountId === null ? listHelpedByLearner : listPeopleByLearner;
	const [person] = await list(reader, [learnerId]);
	return person?.name ?? null;
}

/** "Tôi có mặt": with the code on the wall, while the session is on. Once is enough, and again changes nothing. */
export async function comeByCode(
	house: CommunityHouse,
	learner: { learnerId: string; hasName: boolean },
	typed: { code: string; name?: string | undefined }
): Promise<void> {
	const name = nameOf(learner, typed.name ?? '');
	const now = house.clock.now();
	await house.store.transact(async (tx) => {
		const row = await classOf(tx, typed.code);
		refuseUnlessOn(row, now);
		const { learnerId } = learner;
		const somebody = { learnerId, name, birthYear: null, personKey: keyOfLearner(learnerId) };
		const { id: attendanceId } = await keepCame(tx, row, { somebody, now });
		await keepTick(tx, { attendanceId, taker: oneself, way: 'code', mark: null, at: now }, false);
	});
}

/**
 * Refuses a code that belongs to no session that is on, or to one whose list is full; asked before a learner is made
 * for a device, and outside the transaction: a whole class that comes at once must not wait for one another's counts.
 */
export async function checkCode({ store, clock }: CommunityHouse, typedCode: string): Promise<void> {
	const row = await classOf(store.read, typedCode);
	refuseUnlessOn(row, clock.now());
	await refuseIfFull(store.read, row.id);
}

async function classOf(reader: Reader, typedCode: string): Promise<ClassRow> {
	const code = readClassCode(typedCode);
	const row = code === '' ? undefined : await findClassByCode(reader, code);
	if (!row) throw noSuchCode();
	return row;
}

function refuseUnlessOn({ startsAt, cancelledAt }: ClassRow, now: Date): void {
	if (cancelledAt !== null) throw classCancelled();
	const state = stateOf(startsAt, now);
	if (state === 'early') throw tooEarly();
	if (state === 'over') throw codeOver();
}

/** Whoever has an account or a card has a name; others leave one if they like. */
function nameOf({ hasName }: { hasName: boolean }, typed: string): string | null {
	const name = hasName ? '' : tidy(typed);
	if (name === '') return null;
	if (!isWrittenName(name)) throw wrongFields({ fields: [{ field: 'name', code: 'community.name-wrong' }] });
	return name;
}
