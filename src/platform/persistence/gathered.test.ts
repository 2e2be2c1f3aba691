import { describe, expect, it } from 'vitest';
import { gathered } from './gathered.ts';

/** Finds the number that a text says, and notes what was looked for together. */
function aFinder() {
	const looks: string[][] = [];
	const lookFor = gathered(async (keys) => {
		looks.push(keys);
		if (keys.includes('broken')) throw new Error('the disk is gone');
		return new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, Number(key)]));
	});
	return { lookFor, looks };
}

describe('what is asked for in one turn', () => {
	it('is looked for together, and everyone gets her own', async () => {
		const { lookFor, looks } = aFinder();
		const first = Promise.all([lookFor('1'), Promise.resolve('2').then(lookFor), lookFor('1'), lookFor('nobody')]);
		expect(await first).toEqual([1, 2, 1, undefined]);
		expect(await lookFor('3')).toBe(3);
		expect(looks).toEqual([['1', 'nobody', '2'], ['3']]);
	});

	it('is looked for after it was asked, so that it is never older than the question', async () => {
		let version = 1;
		const lookFor = gathered(async (keys) => new Map(keys.map((key) => [key, version])));
		const asked = lookFor('lan');
		version = 2;
		expect(await asked).toBe(2);
	});

	it('fails for all of them where the look fails, and for nobody afterwards', async () => {
		const { lookFor } = aFinder();
		const outcomes = await Promise.allSettled([lookFor('1'), lookFor('broken')]);
		expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		expect(await lookFor('1')).toBe(1);
	});
});
