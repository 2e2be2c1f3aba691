import { describe, expect, it } from 'vitest';
import { Breaker, waitAfter } from './waits.ts';

describe('waiting between tries', () => {
	it('doubles each time, up to an hour, less up to half of it by chance', () => {
		expect([1, 2, 3, 12, 40].map((attempts) => waitAfter(attempts, () => 0))).toEqual([
			1_000, 2_000, 4_000, 2_048_000, 3_600_000
		]);
		expect(waitAfter(3, () => 0.999)).toBe(2_002);
	});
});

describe('a register that is down', () => {
	it('is left alone after five failures, tried with one message, and then used again', () => {
		let now = 0;
		const breaker = new Breaker({ now: () => now, random: () => 0 });
		for (let i = 0; i < 4; i++) breaker.failed();
		expect([breaker.allows(64), breaker.open]).toEqual([64, false]);
		breaker.failed();
		expect([breaker.allows(64), breaker.open]).toEqual([0, true]);
		now = 1_000;
		expect(breaker.allows(64)).toBe(1);
		breaker.failed();
		expect(breaker.allows(64)).toBe(0);
		now = 3_000;
		expect(breaker.allows(64)).toBe(1);
		breaker.worked();
		expect([breaker.allows(64), breaker.open]).toEqual([64, false]);
	});

	it('is tried once a minute at the least, and what worked in between is forgotten failure', () => {
		let now = 0;
		const breaker = new Breaker({ now: () => now, random: () => 0 });
		for (let i = 0; i < 40; i++) breaker.failed();
		now = 60_000;
		expect(breaker.allows(64)).toBe(1);
		const other = new Breaker();
		for (let i = 0; i < 20; i++) {
			other.failed();
			other.worked();
		}
		expect(other.open).toBe(false);
	});
});
