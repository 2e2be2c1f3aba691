import { describe, expect, it } from 'vitest';
import { fillIn } from '../../../tests/support/fill-in.ts';
import { compiled, examples } from '../../../tests/support/kinds.ts';
import { questionType, type Question } from '../../catalog/index.ts';
import { grade } from '../grading.ts';
import { askedOf } from './asked.ts';
import { count, noCounters } from './counters.ts';
import { figuresOf } from './figures.ts';
import { flagsOf } from './judge.ts';
import { meetingOf } from './meetings.ts';
import { sentencesOf } from './sentences.ts';

const start = new Date('2026-11-23T02:00:00Z');
const at = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const rules = { wordsPerMinute: 400, secondsPerQuestion: 3, shareOfLesson: 0.5 };

/** Thirty who know and thirty who don't, who fill in whatever comes first. */
function answeredBySixty(question: Question) {
	const { solution, fields } = questionType(question.type);
	const counters = noCounters();
	for (let i = 0; i < 60; i++) {
		const knows = i % 2 === 0;
		const response = knows ? solution(question) : fillIn(fields(question, [], 'vi'), (i - 1) / 2);
		const verdict = grade(question, response) ?? { points: 0, correct: false };
		const answer = { attemptId: 'a', questionId: question.id, optionId: '', response, ...verdict, answeredAt: at(40) };
		const other = { ...answer, questionId: 'other', points: knows ? 1_000 : 0, answeredAt: at(20) };
		const drawn = [question.id, 'other'].map((questionId) => ({ questionId, hash: questionId, optionOrder: [] }));
		const attempt = { id: 'a', questions: drawn, startedAt: start, finishedAt: at(60), testId: null, voidReason: null };
		count(counters, meetingOf(attempt, [other, answer], question), { sign: 1, since: '2026-09-01' });
	}
	return counters;
}

describe.each([...examples()])('a question of the kind %s', (_name, block) => {
	const [question = {} as Question] = compiled(block).values(); // there is one
	const counters = answeredBySixty(question);
	const figures = figuresOf(counters, askedOf(question, rules), { since: '2026-09-01', alikePairs: 0 });

	it('has figures of its options: all who know chose what is right, and nothing that is wrong', () => {
		expect(figures).toMatchObject({ shown: 60, answered: 60, leftOut: 0, medianSeconds: 20 });
		expect(figures.discrimination).toBeGreaterThan(0.4);
		const solution = questionType(question.type).solution(question);
		for (const { field, option, strong } of figures.options) {
			const right = option === '' || solution[field]?.includes(option);
			expect([field, option, strong]).toEqual([field, option, right ? 100 : 0]);
		}
	});

	it('keeps no word that somebody wrote', () => {
		expect(JSON.stringify([counters, figures])).not.toMatch(/lời/);
	});

	it('is told of in sentences, and never has a wrong key', () => {
		expect(sentencesOf(figures, 'vi').length).toBeGreaterThan(0);
		expect(flagsOf(figures)).not.toContain('bad-key');
	});
});
