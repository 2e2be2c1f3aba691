import { describe, expect, it } from 'vitest';
import type { LearningRules, Question } from '../catalog/index.ts';
import { drawExtraQuestions } from './extra-questions.ts';
import { earliestOpening, judge, type Evidence } from './judging.ts';

const rules: LearningRules = {
	plausible: { wordsPerMinute: 400, secondsPerQuestion: 4, shareOfLesson: 0.5 },
	extraQuestions: 2,
	quiz: { officialPassPercent: null, defaultPassPercent: 80, defaultQuestions: 10, bankFactor: 4 },
	review: { questions: 6, secondsPerQuestion: 20, retireAfterDays: 90 }
};
const start = new Date('2026-11-23T02:00:00Z').getTime();
const at = (seconds: number) => new Date(start + seconds * 1_000);
const answered = (seconds: Record<string, number>) => new Map(Object.entries(seconds).map(([id, s]) => [id, at(s)]));

function evidence(given: Partial<Evidence>): Evidence {
	const none = { openedAt: at(0), declaredWay: null, extra: null, firstAnswers: new Map(), words: 400 };
	return { ...none, standing: ['a', 'b', 'c'], ...given };
}

describe('a lesson', () => {
	it('is being answered while a question is open, whatever was declared', () => {
		const firstAnswers = answered({ a: 100, b: 200 });
		expect(judge(evidence({ firstAnswers }), rules)).toEqual({ state: 'answering', pace: null });
		expect(judge(evidence({ firstAnswers, declaredWay: 'paper' }), rules)).toEqual({ state: 'answering', pace: null });
	});

	it('counts when all is answered in a plausible time', () => {
		const firstAnswers = answered({ a: 30, b: 35, c: 42 });
		expect(judge(evidence({ firstAnswers }), rules)).toEqual({ state: 'done', pace: 'plausible' });
	});

	it('asks for two more questions when that was quick, and counts when they are answered', () => {
		const quick = { a: 5, b: 6, c: 7 };
		const judged = (extra: string[] | null, more = {}) =>
			judge(evidence({ extra, firstAnswers: answered({ ...quick, ...more }) }), rules);
		expect(judged(null)).toEqual({ state: 'more-questions', pace: null });
		expect(judged(['x', 'y'], { x: 9 })).toEqual({ state: 'more-questions', pace: null });
		expect(judged(['x', 'y'], { x: 9, y: 10 })).toEqual({ state: 'done', pace: 'extra-questions' });
		expect(judged([])).toEqual({ state: 'done', pace: 'extra-questions' });
	});

	it('counts at any pace when another way of learning is declared', () => {
		const quick = answered({ a: 5, b: 6, c: 7 });
		expect(judge(evidence({ firstAnswers: quick, declaredWay: 'listened' }), rules)).toEqual({
			state: 'done',
			pace: 'declared'
		});
	});

	it('without a known opening, asks for nothing more of someone who answers at a reader’s pace', () => {
		const firstAnswers = answered({ a: 0, b: 4, c: 8 });
		expect(judge(evidence({ openedAt: null, firstAnswers }), rules).state).toBe('done');
		expect(judge(evidence({ openedAt: null, firstAnswers: answered({ a: 0, b: 1, c: 2 }) }), rules).state).toBe(
			'more-questions'
		);
	});

	it('without check questions counts only by declaration', () => {
		expect(judge(evidence({ standing: [] }), rules).state).toBe('answering');
		expect(judge(evidence({ standing: [], declaredWay: 'helped' }), rules).state).toBe('done');
	});
});

describe('the opening that counts', () => {
	const unknown = { openedAt: null, openedSource: 'unknown' as const };
	it('is the earliest that is known', () => {
		const first = earliestOpening(unknown, { openedAt: at(10), source: 'server' }, at(60));
		expect(first).toEqual({ openedAt: at(10), openedSource: 'server' });
		expect(earliestOpening(first, { openedAt: at(5), source: 'device' }, at(60)).openedSource).toBe('device');
		expect(earliestOpening(first, { openedAt: at(20), source: 'device' }, at(60))).toEqual(first);
		expect(earliestOpening(first, null, at(60))).toEqual(first);
	});

	it('is never one after the first answer', () => {
		expect(earliestOpening(unknown, { openedAt: at(61), source: 'server' }, at(60))).toEqual(unknown);
	});
});

describe('further questions', () => {
	const question = (id: string, skill: string) => ({ id, skill }) as Question; // the draw looks at nothing else
	const source = {
		standing: [question('a', 'p4.2')],
		reserve: [question('r1', 'p4.2'), question('r2', 'p4.2'), question('r3', 'p4.2')],
		elsewhere: [question('e1', '1.2'), question('e2', 'p4.2'), question('e3', '1.2')]
	};

	it('come from the reserve, the same for the same learner and lesson', () => {
		const drawn = drawExtraQuestions(source, 2, 'learner lesson');
		expect(new Set(drawn).size).toBe(2);
		expect(['r1', 'r2', 'r3']).toEqual(expect.arrayContaining(drawn));
		const turned = { ...source, reserve: source.reserve.toReversed() };
		expect(drawExtraQuestions(turned, 2, 'learner lesson')).toEqual(drawn);
	});

	it('differ between learners', () => {
		const draws = Array.from({ length: 40 }, (_, i) => drawExtraQuestions(source, 2, `learner-${i}`).join());
		expect(new Set(draws).size).toBeGreaterThan(3);
	});

	it('come from the same skills, then from the rest of the course, when the reserve is short', () => {
		expect(drawExtraQuestions({ ...source, reserve: [question('r1', 'p4.2')] }, 2, 's')).toEqual(['r1', 'e2']);
		expect(drawExtraQuestions({ ...source, reserve: [] }, 9, 's').sort()).toEqual(['e1', 'e2', 'e3']);
	});

	it('never repeat a question of the lesson', () => {
		const elsewhere = [...source.standing, ...source.elsewhere];
		expect(drawExtraQuestions({ ...source, elsewhere }, 9, 's')).not.toContain('a');
	});
});
