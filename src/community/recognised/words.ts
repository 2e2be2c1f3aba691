import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { dropTicks, keepTick, listTicksOf } from '../attendance-queries.ts';
import { dropMarksOf, keepMarkRows, listMarksOf } from '../marks/queries.ts';
import type { Word } from './unite-words.ts';

/** All that is said of somebody in a session's list. */
export async function listWords(reader: Reader, attendanceId: string): Promise<Word[]> {
	const ticks = await listTicksOf(reader, attendanceId);
	const marks = await listMarksOf(reader, attendanceId);
	return [
		...ticks.map(({ taker, way, mark, at }) => ({ taker, asked: null, way, mark, at: at.getTime() })),
		...marks.map(({ taker, courseId, lessonId, questionId, mark, at }) => {
			return { taker, asked: { courseId, lessonId, questionId }, way: null, mark, at: at.getTime() };
		})
	];
}

/** Says these of somebody in the list, in place of all that was said before. */
export async function replaceWords(tx: Writer, attendanceId: string, words: Word[]): Promise<void> {
	const takers = (await listTicksOf(tx, attendanceId)).map(({ taker }) => taker);
	await dropTicks(tx, attendanceId, takers);
	await dropMarksOf(tx, attendanceId);
	for (const { taker, way, mark, at } of words)
		if (way !== null) await keepTick(tx, { attendanceId, taker, way, mark, at: new Date(at) }, false);
	const marks = words.flatMap(({ taker, asked, mark, at }) =>
		asked === null || mark === null ? [] : [{ attendanceId, ...asked, taker, mark, at: new Date(at) }]
	);
	await keepMarkRows(tx, marks);
}
