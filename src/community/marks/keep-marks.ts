import { listQuestionVersions } from '../../catalog/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { listAttendances } from '../attendance-queries.ts';
import type { CommunityHouse } from '../community-house.ts';
import { actOn, openClass } from '../plan-class.ts';
import { noSuchClass } from '../refusals.ts';
import { refuseIfEarly, type Writing } from '../take-attendance.ts';
import { dropMarkRows, keepMarkRows, listMarks, type MarkRow } from './queries.ts';
import { noSuchQuestion, notPresent, tooManyMarks, unevenMarks } from './refusals.ts';
import type { NewMarks } from './schemas.ts';

/** A class of thirty with three lessons needs three hundred. */
const mostAtOnce = 5_000;

type Asked = NewMarks['questions'][number];
type Wanted = Omit<MarkRow, 'mark'> & { mark: MarkRow['mark'] | null };

/**
 * Keeps what a helper saw in class, all or nothing; null takes her mark back. The same sent again changes nothing, and
 * nobody else's mark is touched.
 */
export async function keepMarks(house: CommunityHouse, actor: Actor, asked: NewMarks & { id: string }): Promise<void> {
	await house.store.transact((tx) => keepMarksWithin({ house, tx, actor }, asked));
}

/** The same within a transaction. */
export async function keepMarksWithin(
	{ house, tx, actor }: Writing,
	{ id, people, questions }: NewMarks & { id: string }
): Promise<void> {
	const at = house.clock.now();
	const { accountId: taker } = actor;
	const row = await openClass(tx, actor, id);
	if (taker === null) throw noSuchClass();
	refuseUneven({ people, questions });
	refuseIfEarly(row, at);
	await refuseAbsent(tx, id, people);
	await refuseUnknown(house, tx, questions);
	const before = new Map((await listMarks(tx, id)).map((mark) => [keyOf(mark), mark.mark]));
	const wanted: Wanted[] = questions.flatMap(({ marks, ...asked }) =>
		people.map((attendanceId, i) => ({ ...asked, attendanceId, taker, at, mark: marks[i] ?? null }))
	);
	const changed = wanted.filter((mark) => (before.get(keyOf(mark)) ?? null) !== mark.mark);
	if (changed.length === 0) return;
	await change(tx, changed);
	await recordAct(tx, house, { ...actOn(actor, 'community.marks-kept', row), details: { marks: changed.length } });
}

function keyOf({ attendanceId, lessonId, questionId, taker }: Wanted | MarkRow): string {
	return JSON.stringify([attendanceId, lessonId, questionId, taker]);
}

async function change(tx: Writer, changed: Wanted[]): Promise<void> {
	await keepMarkRows(
		tx,
		changed.flatMap(({ mark, ...rest }) => (mark === null ? [] : [{ ...rest, mark }]))
	);
	const gone = new Map<string, Wanted[]>();
	for (const each of changed.filter(({ mark }) => mark === null)) {
		const key = JSON.stringify([each.lessonId, each.questionId]);
		gone.set(key, [...(gone.get(key) ?? []), each]);
	}
	for (const marks of gone.values())
		for (const first of marks.slice(0, 1))
			await dropMarkRows(
				tx,
				first,
				marks.map(({ attendanceId }) => attendanceId)
			);
}

function refuseUneven({ people, questions }: NewMarks): void {
	if (people.length * questions.length > mostAtOnce) throw tooManyMarks({ values: { most: mostAtOnce } });
	const names = new Set(questions.map(({ lessonId, questionId }) => JSON.stringify([lessonId, questionId])));
	const even = questions.every(({ marks }) => marks.length === people.length);
	if (!even || names.size < questions.length) throw unevenMarks();
}

async function refuseAbsent(reader: Reader, sessionId: string, people: string[]): Promise<void> {
	const present = new Set((await listAttendances(reader, sessionId)).map(({ id }) => id));
	if (people.some((id) => !present.has(id))) throw notPresent();
}

/** What a phone had with it may be of an earlier release: whatever a lesson ever asked is known. */
async function refuseUnknown({ catalog }: CommunityHouse, reader: Reader, questions: Asked[]): Promise<void> {
	const isOf =
		({ courseId, lessonId }: Asked) =>
		(known: { courseId: string; lessonId: string | null } | null) =>
			known?.courseId === courseId && known.lessonId === lessonId;
	const older = questions.filter((asked) => !isOf(asked)(catalog.checkQuestion(asked.questionId, 'vi')));
	if (older.length === 0) return;
	const versions = await listQuestionVersions(
		reader,
		older.map(({ questionId }) => questionId)
	);
	const check = versions.filter(({ compiled }) => compiled.purpose === 'check');
	const isKnown = (asked: Asked) => check.some(({ id, compiled }) => id === asked.questionId && isOf(asked)(compiled));
	if (!older.every(isKnown)) throw noSuchQuestion();
}
