import { createHash } from 'node:crypto';
import type { Question } from '../catalog/index.ts';

/** What further questions may be drawn from. */
export interface ExtraSource {
	/** Check questions that stand in the lesson. */
	readonly standing: readonly Question[];
	/** Questions the lesson keeps back for somebody who was very quick. */
	readonly reserve: readonly Question[];
	/** All check questions of the other lessons of the course, theirs kept back too. */
	readonly elsewhere: readonly Question[];
}

/**
 * Draws `wanted` further questions: the lesson's reserve first, then questions of the course about the same skills,
 * then any of the course. The same learner and lesson (`seed`) always get the same ones. Fewer only where the whole
 * course has no more.
 */
export function drawExtraQuestions(source: ExtraSource, wanted: number, seed: string): string[] {
	const skills = new Set([...source.standing, ...source.reserve].map((question) => question.skill));
	const own = new Set(source.standing.map((question) => question.id));
	const related = source.elsewhere.filter((question) => skills.has(question.skill));
	const inTurn = [source.reserve, related, source.elsewhere].flatMap((each) => shuffled(each, seed));
	return [...new Set(inTurn)].filter((id) => !own.has(id)).slice(0, wanted);
}

/** The ids in an order that looks random and depends on nothing but them and the seed. */
function shuffled(questions: readonly Question[], seed: string): string[] {
	const rank = (id: string) => createHash('sha256').update(`${seed} ${id}`).digest('hex');
	return questions
		.map(({ id }) => ({ id, rank: rank(id) }))
		.sort((a, b) => (a.rank < b.rank ? -1 : 1))
		.map(({ id }) => id);
}
