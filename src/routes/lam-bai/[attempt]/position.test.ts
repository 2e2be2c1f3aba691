import { describe, expect, it } from 'vitest';
import { firstUnanswered, positionIn, queryAfter, queryFor } from './position.ts';

const attempt = (...answers: (string | null)[]) => ({
	questions: answers.map((answer, index) => ({
		id: `q${index}`,
		response: answer === null ? null : { option: [answer] }
	}))
});

describe('which question stands on the page', () => {
	it('is the one that the address names', () => expect(positionIn(attempt(null, null, null), '2')).toBe(1));
	it('is the first unanswered one where the address names none, so that an attempt resumes', () =>
		expect(positionIn(attempt('a', null, null), null)).toBe(1));
	it('is none on the check page, or when all is answered', () => {
		expect(positionIn(attempt('a', null), 'xem-lai')).toBeNull();
		expect(positionIn(attempt('a', 'b'), null)).toBeNull();
	});
	it.each(['0', '4', '-1', '1.5', 'x', ''])('is the first unanswered one for the address %s', (asked) =>
		expect(positionIn(attempt('a', 'b', null), asked)).toBe(2)
	);
});

describe('what comes after a question', () => {
	it('is the next one that waits', () => expect(queryAfter(attempt('a', 'b', null), 0)).toBe('?cau=3'));
	it('is the check page after the last, even where one was skipped', () =>
		expect(queryAfter(attempt('a', null, 'c'), 2)).toBe('?cau=xem-lai'));
	it('is told by position, from 1', () => expect(queryFor(0)).toBe('?cau=1'));
	it('finds nothing where all is answered', () => expect(firstUnanswered(attempt('a'))).toBeNull());
});
