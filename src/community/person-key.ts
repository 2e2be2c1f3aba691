import { dayInVietNam } from '../platform/clock.ts';
import { tidy } from '../platform/text.ts';

/** Somebody who came and has no account: as little as tells people apart. */
export interface WrittenIn {
	name: string;
	birthYear: number | null;
}

/** Letters of any script, and what people add to tell two of one name apart: `Lan (xóm trên)`, `Hùng 2`. */
const namePattern = /^(?=\P{L}*\p{L}\P{L}*\p{L})[\p{L}\p{M}][\p{L}\p{M}\p{N} '’ʼ.,()-]{0,78}[\p{L}\p{M}\p{N}.)]$/u;

/** Whether this can be the name of somebody who came. */
export function isWrittenName(name: string): boolean {
	return namePattern.test(name);
}

/** From 1900 to this year, by the calendar in Viet Nam. */
export function isYearOfSomebody(year: number, now: Date): boolean {
	return Number.isInteger(year) && year >= 1900 && year <= Number(dayInVietNam(now).slice(0, 4));
}

/** The key of a learner among those who came to one session. */
export function keyOfLearner(learnerId: string): string {
	return `l ${learnerId}`;
}

/** The key of a name that was written in: capitals and spaces make no other person, marks and the year do. */
export function keyOfWritten({ name, birthYear }: WrittenIn): string {
	return `n ${birthYear ?? ''} ${tidy(name).toLocaleLowerCase('vi')}`;
}
