import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import { newId } from '../../platform/ids.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import {
	addAttendance,
	changeAttendance,
	dropAttendance,
	findAttendance,
	findByKey,
	type AttendanceRow
} from '../attendance-queries.ts';
import type { CommunityHouse } from '../community-house.ts';
import { keyOfLearner, keyOfWritten } from '../person-key.ts';
import { actOn, openClass } from '../plan-class.ts';
import { noSuchAttendance, noSuchClass } from '../refusals.ts';
import { knownPeople } from '../take-attendance.ts';
import { addRecognised, dropRecognised, listRecognised, type RecognisedRow } from './queries.ts';
import { laterFirst, noSuchRecognised, notWritten } from './refusals.ts';
import type { Whose } from './schemas.ts';
import { undoableSince } from './undoable.ts';
import { separate, unite, type Recall, type Word } from './unite-words.ts';
import { listWords, replaceWords } from './words.ts';

/**
 * Says whose a name is that was written in: its line becomes hers, with all that was said of it. Where she has a line
 * already, the two become one. The same again changes nothing; it can be taken back.
 */
export async function recognise(
	house: CommunityHouse,
	actor: Actor,
	{ id, attendanceId, whose }: { id: string; attendanceId: string; whose: Whose }
): Promise<void> {
	await house.store.transact(async (tx) => {
		const session = await openClass(tx, actor, id);
		const line = await findAttendance(tx, { sessionId: id, id: attendanceId });
		if (!line) throw noSuchAttendance();
		const { learnerId, personKey } = (await knownPeople(tx, actor, [whose]))(whose);
		if (line.learnerId === learnerId) return;
		const { name, birthYear } = line;
		if (learnerId === null || line.learnerId !== null || name === null) throw notWritten();
		if (actor.accountId === null) throw noSuchClass();
		const recall = await becomeHers(tx, line, { learnerId, personKey });
		const said = { saidBy: actor.accountId, saidAt: house.clock.now() };
		await addRecognised(tx, { id: newId(), sessionId: id, learnerId, name, birthYear, recall, ...said });
		await recordAct(tx, house, actOn(actor, 'community.name-recognised', session));
	});
}

async function becomeHers(
	tx: Writer,
	line: AttendanceRow,
	her: { learnerId: string; personKey: string }
): Promise<Recall> {
	const words = await listWords(tx, line.id);
	const hers = await findByKey(tx, { sessionId: line.sessionId, personKey: her.personKey });
	if (!hers) {
		await changeAttendance(tx, line.id, { ...her, name: null, birthYear: null });
		return unite(words, []).recall;
	}
	const { united, recall } = unite(words, await listWords(tx, hers.id));
	await removeLine(tx, line.id);
	await replaceWords(tx, hers.id, united);
	return recall;
}

/** Takes back whose a name is; what was said of it goes back to it, and to her what was said of her. */
export async function undoRecognised(
	house: CommunityHouse,
	actor: Actor,
	{ id, recognisedId }: { id: string; recognisedId: string }
): Promise<void> {
	await house.store.transact(async (tx) => {
		const session = await openClass(tx, actor, id);
		const all = await listRecognised(tx, id, undoableSince(house.clock.now()));
		const row = all.find((each) => each.id === recognisedId);
		if (!row) throw noSuchRecognised();
		if (all.find(({ learnerId }) => learnerId === row.learnerId) !== row) throw laterFirst();
		await becomeTwo(tx, row);
		await dropRecognised(tx, [recognisedId]);
		await recordAct(tx, house, actOn(actor, 'community.name-separated', session));
	});
}

async function becomeTwo(tx: Writer, row: RecognisedRow): Promise<void> {
	const { sessionId, learnerId } = row;
	const line = await findByKey(tx, { sessionId, personKey: keyOfLearner(learnerId) });
	if (!line) return;
	const { written, hers } = separate(await listWords(tx, line.id), row.recall as Recall); // as it was written by `unite`
	if (hers.length === 0) await removeLine(tx, line.id);
	else await replaceWords(tx, line.id, hers);
	if (written.length > 0) await writeBack(tx, { row, line, written });
}

/** The name's line as it was, or the one of the same name that was written in meanwhile. */
async function writeBack(
	tx: Writer,
	{ row, line, written }: { row: RecognisedRow; line: AttendanceRow; written: Word[] }
): Promise<void> {
	const { sessionId, name, birthYear } = row;
	const personKey = keyOfWritten({ name, birthYear });
	const same = await findByKey(tx, { sessionId, personKey });
	const id = same?.id ?? newId();
	const { firstAt } = line;
	if (!same) await addAttendance(tx, { id, sessionId, learnerId: null, name, birthYear, personKey, firstAt });
	await replaceWords(tx, id, unite(written, await listWords(tx, id)).united);
}

async function removeLine(tx: Writer, id: string): Promise<void> {
	await replaceWords(tx, id, []);
	await dropAttendance(tx, id);
}
