import type { AttemptView } from '../../../assess/index.ts';

/** The value of `?cau=` for the page where all answers are looked over before handing in. */
const checkPage = 'xem-lai';

interface Answers {
	readonly questions: readonly Pick<AttemptView['questions'][number], 'id' | 'response'>[];
}

/** The first question from `start` on without an answer, or null. */
export function firstUnanswered({ questions }: Answers, start = 0): number | null {
	const found = questions.findIndex(({ response }, index) => index >= start && response === null);
	return found === -1 ? null : found;
}

/** Which question `?cau=N` (from 1) means: without it the first unanswered one; null is the check page. */
export function positionIn(attempt: Answers, asked: string | null): number | null {
	if (asked === checkPage) return null;
	const number = Number(asked);
	if (Number.isInteger(number) && number >= 1 && number <= attempt.questions.length) return number - 1;
	return firstUnanswered(attempt);
}

/** The address's query for a position: `?cau=3`, or the check page. */
export function queryFor(position: number | null): string {
	return `?cau=${position === null ? checkPage : position + 1}`;
}

/** After a question: the next one that waits, else the check page, which lists what was skipped. */
export function queryAfter(attempt: Answers, position: number): string {
	return queryFor(firstUnanswered(attempt, position + 1));
}
