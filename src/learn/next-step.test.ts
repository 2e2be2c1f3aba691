import { describe, expect, it } from 'vitest';
import { nextPlace, type BegunCourse, type Situation } from './next-step.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 2, minutes));

const course = (given: Partial<BegunCourse> = {}): BegunCourse => ({
	courseId: 'c',
	lessonIds: ['mot', 'hai', 'ba'],
	hasQuiz: true,
	quiz: null,
	hasRecord: false,
	...given
});
const quiz = (given: Partial<NonNullable<BegunCourse['quiz']>> = {}) => ({
	best: null,
	openAttempt: null,
	passedAttemptId: null,
	touchedAt: at(0),
	...given
});
const next = (given: Partial<Situation>) =>
	nextPlace({
		begun: [],
		done: new Set(),
		last: null,
		programmes: [{ id: 'p', courseIds: ['c', 'd', 'e'] }],
		...given
	});
const last = (lessonId: string, minutes = 10) => ({ courseId: 'c', lessonId, at: at(minutes) });
const all = new Set(['mot', 'hai', 'ba']);

describe('the very next thing', () => {
	it('is choosing something for a newcomer', () => {
		expect(next({})).toEqual({ kind: 'start', allDone: false });
	});

	it('is the last lesson while it is unfinished', () => {
		expect(next({ begun: [course()], last: last('hai') })).toEqual({ kind: 'lesson', courseId: 'c', lessonId: 'hai' });
	});

	it('is the next lesson when the last is done, then one that was skipped', () => {
		const begun = [course()];
		expect(next({ begun, last: last('mot'), done: new Set(['mot']) })).toMatchObject({ lessonId: 'hai' });
		expect(next({ begun, last: last('ba'), done: new Set(['hai', 'ba']) })).toMatchObject({ lessonId: 'mot' });
	});

	it('is the quiz when all lessons are done', () => {
		expect(next({ begun: [course()], last: last('ba'), done: all })).toEqual({
			kind: 'quiz',
			courseId: 'c',
			openAttemptId: null
		});
	});

	it('is the open attempt when all lessons are done', () => {
		const begun = [course({ quiz: quiz({ openAttempt: { id: 'a', startedAt: at(5) } }) })];
		expect(next({ begun, last: last('ba'), done: all })).toEqual({ kind: 'quiz', courseId: 'c', openAttemptId: 'a' });
	});

	it('is the open attempt when it was begun after the last lesson was opened, the lesson when before', () => {
		const begun = (minutes: number) => [course({ quiz: quiz({ openAttempt: { id: 'a', startedAt: at(minutes) } }) })];
		expect(next({ begun: begun(11), last: last('hai', 10) })).toMatchObject({ kind: 'quiz', openAttemptId: 'a' });
		expect(next({ begun: begun(9), last: last('hai', 10) })).toMatchObject({ kind: 'lesson', lessonId: 'hai' });
	});

	it('is the record to collect after passing, even with lessons left', () => {
		const begun = [course({ quiz: quiz({ passedAttemptId: 'a' }) })];
		expect(next({ begun, last: last('mot') })).toEqual({ kind: 'record', courseId: 'c', attemptId: 'a' });
	});

	it('is another course she has begun when the last one is finished', () => {
		const finished = course({ quiz: quiz({ passedAttemptId: 'a' }), hasRecord: true });
		const begun = [finished, course({ courseId: 'd', lessonIds: ['bon'] })];
		expect(next({ begun, last: last('ba'), done: all })).toEqual({ kind: 'lesson', courseId: 'd', lessonId: 'bon' });
	});

	it('is the next course of the programme, then one that was skipped', () => {
		const finished = { quiz: quiz({ passedAttemptId: 'a' }), hasRecord: true };
		expect(next({ begun: [course(finished)] })).toEqual({ kind: 'course', courseId: 'd', programmeId: 'p' });
		expect(next({ begun: [course({ ...finished, courseId: 'e' }), course(finished)] })).toMatchObject({
			courseId: 'd'
		});
	});

	it('is choosing again when everything is finished', () => {
		const finished = { quiz: quiz({ passedAttemptId: 'a' }), hasRecord: true };
		const begun = ['c', 'd', 'e'].map((courseId) => course({ ...finished, courseId }));
		expect(next({ begun })).toEqual({ kind: 'start', allDone: true });
	});

	it('goes on from a lesson that no longer exists', () => {
		expect(next({ begun: [course()], last: last('gone'), done: new Set(['mot']) })).toMatchObject({ lessonId: 'hai' });
	});

	it('passes over the quiz of a course that has none', () => {
		expect(next({ begun: [course({ hasQuiz: false })], done: all })).toMatchObject({ kind: 'course', courseId: 'd' });
	});
});
