import type { Actor } from '../../platform/actor.ts';
import type { CommunityHouse } from '../community-house.ts';
import { keepMarksWithin } from '../marks/keep-marks.ts';
import { unevenMarks } from '../marks/refusals.ts';
import { readClass } from '../read-classes.ts';
import { keepAttendance } from '../take-attendance.ts';
import type { BroughtBack, NewBroughtBack } from './schemas.ts';

/**
 * Keeps what a helper wrote down of a session without signal: who came and what was seen of each, all or nothing. The
 * same sent again changes nothing; another helper's word stays, and the answer tells who else wrote.
 */
export async function bringBack(
	house: CommunityHouse,
	actor: Actor,
	{ id, people, questions }: NewBroughtBack & { id: string }
): Promise<BroughtBack> {
	if (questions.some(({ marks }) => marks.length !== people.length)) throw unevenMarks();
	await house.store.transact(async (tx) => {
		const writing = { house, tx, actor };
		const lines = await keepAttendance(writing, { id, way: 'tick', people });
		if (questions.length === 0) return;
		// Two of the people may be one: a name written in twice. What was seen of her last counts.
		const last = [...new Map(lines.map((line, i) => [line, i]))];
		await keepMarksWithin(writing, {
			id,
			people: last.map(([line]) => line),
			questions: questions.map(({ marks, ...asked }) => ({ ...asked, marks: last.map(([, i]) => marks[i] ?? null) }))
		});
	});
	const { people: came } = await readClass(house, actor, id);
	const others = came.flatMap(({ ticks }) => ticks.flatMap(({ mine, by }) => (mine || by === null ? [] : [by])));
	return { came: came.length, others: [...new Set(others)] };
}
