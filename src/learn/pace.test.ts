import { describe, expect, it } from 'vitest';
import { answeringSeconds, isPlausible, plausibleSeconds } from './pace.ts';

const rules = { wordsPerMinute: 400, secondsPerQuestion: 4, shareOfLesson: 0.5 };
const size = { words: 400, questions: 3 };
const start = new Date('2026-11-23T02:00:00Z').getTime();
const at = (seconds: number) => new Date(start + seconds * 1_000);

describe('the fastest believable reading', () => {
	it.each([
		[400, 3, 42],
		[0, 1, 4],
		[800, 0, 60]
	])('%i syllables and %i questions take %i seconds', (words, questions, seconds) => {
		expect(plausibleSeconds({ words, questions }, rules)).toBe(seconds);
	});

	it('never falls when the lesson grows', () => {
		for (let words = 0; words < 2_000; words += 97)
			expect(plausibleSeconds({ words: words + 1, questions: 2 }, rules)).toBeGreaterThan(
				plausibleSeconds({ words, questions: 1 }, rules)
			);
	});

	it('answering alone is never held to take longer than reading and answering', () => {
		for (let questions = 0; questions < 12; questions++)
			expect(answeringSeconds({ words: 0, questions }, rules)).toBeLessThanOrEqual(
				plausibleSeconds({ words: 0, questions }, rules)
			);
	});
});

describe('a plausible time', () => {
	it.each([
		['20 seconds after it was sent', [5, 10, 20], false],
		['just short of it', [5, 10, 41.9], false],
		['exactly in it', [5, 10, 42], true],
		['long after', [5, 10, 4_000], true],
		['with the last question answered first', [4_000, 20, 10], true]
	])('a lesson answered %s', (_what, seconds, plausible) => {
		expect(isPlausible({ openedAt: at(0), firstAnswers: seconds.map(at) }, size, rules)).toBe(plausible);
	});

	it.each([
		['at a reader’s pace', [0, 4, 8], true],
		['all at once', [0, 0, 0], false],
		['a little too quickly', [0, 3, 7.9], false]
	])('an unknown opening believes the reading, answers given %s', (_what, seconds, plausible) => {
		expect(isPlausible({ openedAt: null, firstAnswers: seconds.map(at) }, size, rules)).toBe(plausible);
	});

	it('a single question with an unknown opening counts at once', () => {
		expect(isPlausible({ openedAt: null, firstAnswers: [at(0)] }, { words: 900, questions: 1 }, rules)).toBe(true);
	});
});
