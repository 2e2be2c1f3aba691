import { describe, expect, it } from 'vitest';
import type { FinishedAttempt } from '../../assess/index.ts';
import type { RecordNeed, RecordRule } from '../../catalog/index.ts';
import { meet, type Done } from './met-rules.ts';

const rule = (...needs: RecordNeed[]): RecordRule => ({
	...{ id: 'luat', kind: 'group', version: 1, since: '2026-11-01', title_vi: 'Luật', title_en: 'Rule' },
	...{ skills: ['p4.2'], why_vi: 'Vì thế.', why_en: 'Because.', needs }
});

const day = (n: number) => new Date(Date.UTC(2026, 10, n));

function attempt(part: Partial<FinishedAttempt> = {}): FinishedAttempt {
	return {
		...{ id: 'lam', learnerId: 'lan', courseId: 'khoa', testId: null, total: 10, passPercent: 80, level: null },
		...{ helped: false, assurance: 'alone', score: 8, passed: true, finishedAt: day(1) },
		...part
	};
}

const atTest = (part: Partial<FinishedAttempt> = {}) =>
	attempt({ id: 'thi', courseId: 'test:cuoi', testId: 'cuoi', ...part });
const done = (...finished: FinishedAttempt[]): Done => ({ finished, skills: new Map() });

describe('a rule by which a record is given', () => {
	it('wants all that it names, and dates it by what made it whole', () => {
		const both = rule({ course: 'khoa' }, { test: 'cuoi', level: 1 });
		expect(meet(both, done(attempt()))).toBeNull();
		expect(meet(both, done(attempt(), atTest({ level: 0 })))).toBeNull();
		const met = meet(both, done(atTest({ level: 1, finishedAt: day(3) }), attempt({ finishedAt: day(5) })));
		expect(met?.deciding.id).toBe('lam');
	});

	it('takes a level where the pass mark was not reached, and no test for a course of its name', () => {
		expect(meet(rule({ test: 'cuoi', level: 1 }), done(atTest({ passed: false, level: 1 })))).not.toBeNull();
		expect(meet(rule({ course: 'cuoi' }), done(atTest()))).toBeNull();
		expect(meet(rule({ course: 'khoa' }), done(attempt({ passed: false })))).toBeNull();
	});

	it.each([
		[94, true],
		[95, true],
		[96, false]
	])('of a higher mark wants %i percent of the questions right: 19 of 20 do: %s', (percent, enough) => {
		const met = meet(rule({ course: 'khoa', percent }), done(attempt({ score: 19, total: 20 })));
		expect(met !== null).toBe(enough);
		if (met) expect(met.passPercent).toBe(percent);
	});

	it('about a skill counts only its questions, of which there must be enough', () => {
		const bySkill = rule({ test: 'cuoi', skills: ['p4.2'], questions: 3, percent: 60 });
		const of = (...points: number[]): Done => ({
			finished: [atTest({ score: 0, passed: false })],
			skills: new Map([
				['thi', [...points.map((each) => ({ skill: 'nguoi-dan/p4.2', points: each })), { skill: '1.2', points: 1000 }]]
			])
		});
		expect(meet(bySkill, of(1000, 1000))).toBeNull();
		expect(meet(bySkill, of(1000, 0, 0))).toBeNull();
		expect(meet(bySkill, of(1000, 1000, 0))).not.toBeNull();
		expect(meet(bySkill, done(atTest()))).toBeNull();
	});

	it('goes by the surest attempt, and of equals by the first', () => {
		const met = meet(
			rule({ test: 'cuoi' }),
			done(
				atTest({ id: 'a', finishedAt: day(1) }),
				atTest({ id: 'b', finishedAt: day(2), assurance: 'supervised' }),
				atTest({ id: 'c', finishedAt: day(3), assurance: 'supervised' })
			)
		);
		expect(met).toMatchObject({ deciding: { id: 'b' }, assurance: 'supervised', helped: false });
	});

	it('says supervised of its tests alone, however the quizzes were done, and never hides help', () => {
		const both = rule({ course: 'khoa' }, { test: 'cuoi' });
		const quiz = attempt({ helped: true, assurance: 'helped' });
		expect(meet(both, done(quiz, atTest({ assurance: 'identity-checked' })))).toMatchObject({
			...{ helped: true, assurance: 'identity-checked' }
		});
		expect(meet(both, done(quiz, atTest()))).toMatchObject({ helped: true, assurance: 'helped' });
		expect(meet(both, done(attempt({ assurance: null }), atTest({ assurance: null })))?.assurance).toBe('alone');
	});
});
