import { describe, expect, it } from 'vitest';
import { afterFault, askAgainAt, judge } from './judge.ts';
import type { Told } from './national-register.ts';

const sent = { act: 'confirm' as const, code: 'A', subject: 's' };
const told = (part: Partial<Told> = {}): Told => ({
	code: 'A',
	subject: 's',
	status: 'confirmed',
	reason: null,
	...part
});
const now = new Date('2026-11-26T10:00:00Z');

describe('an answer of the register', () => {
	it.each([
		['confirmed', {}, { kind: 'settled', state: 'confirmed', reason: null }],
		[
			'refused, with its reason',
			{ status: 'refused', reason: 'x' },
			{ kind: 'settled', state: 'refused', reason: 'x' }
		],
		['not decided yet', { status: 'submitted' }, { kind: 'submitted' }],
		['confirmed for somebody else', { subject: 'other' }, { kind: 'fault', fault: 'someone-else' }],
		['confirmed for nobody', { subject: null }, { kind: 'fault', fault: 'someone-else' }],
		['about another record', { code: 'B' }, { kind: 'fault', fault: 'someone-else' }],
		['struck out, which nobody asked for', { status: 'withdrawn' }, { kind: 'fault', fault: 'rejected' }]
	] as [string, Partial<Told>, object][])('to a request: %s', (_what, part, outcome) => {
		expect(judge(sent, told(part))).toEqual(outcome);
	});

	it('to striking out counts only where it is struck out', () => {
		const withdraw = { act: 'withdraw' as const, code: 'A', subject: null };
		expect(judge(withdraw, told({ status: 'withdrawn', subject: 'whoever' }))).toMatchObject({ state: 'withdrawn' });
		expect(judge(withdraw, told())).toEqual({ kind: 'fault', fault: 'untrusted' });
	});
});

describe('after a fault', () => {
	const after = (fault: Parameters<typeof afterFault>[0], failures: number) =>
		afterFault(fault, { failures, now, random: () => 0 });

	it('a register that is down is asked again for ever, further and further apart', () => {
		expect(after('away', 1)).toEqual({ state: 'waiting', failures: 1, dueAt: new Date(now.getTime() + 1_000) });
		expect(after('away', 500)).toMatchObject({ state: 'waiting', dueAt: new Date(now.getTime() + 3_600_000) });
	});

	it('answers that can’t be used go to an officer after some tries, one about somebody else at once', () => {
		expect([after('untrusted', 9).state, after('untrusted', 10).state]).toEqual(['waiting', 'dead']);
		expect([after('rejected', 2).state, after('rejected', 3).state]).toEqual(['waiting', 'dead']);
		expect(after('someone-else', 1).state).toBe('dead');
	});

	it('whoever has no identity yet is looked at once a day, and that counts as no failure', () => {
		expect(after('no-identity', 7)).toEqual({
			state: 'waiting',
			failures: 0,
			dueAt: new Date(now.getTime() + 86_400_000)
		});
	});
});

it('a register that takes its time is asked more and more seldom, at the least once a day', () => {
	const ago = (ms: number) => ({ submittedAt: new Date(now.getTime() - ms) });
	const waits = [0, 60_000, 86_400_000 * 30, -60_000].map((ms) => askAgainAt(now, ago(ms)).getTime() - now.getTime());
	expect(waits).toEqual([5_000, 15_000, 86_400_000, 5_000]);
	expect(askAgainAt(now, { submittedAt: null }).getTime() - now.getTime()).toBe(5_000);
});
