import { describe, expect, it } from 'vitest';
import { chanceOfAtLeast, chanceOfSame, findAlike, type Sheet } from './alike.ts';

const sheet = (attemptId: string, choices: string): Sheet => ({
	attemptId,
	wrong: new Map([...choices].flatMap((each, i) => (each === '.' ? [] : [[`q${i}`, each] as const])))
});
const half = () => 0.5;

describe('the chance of so many the same', () => {
	it.each([
		[0, [0.5, 0.5], 1],
		[2, [0.5, 0.5], 0.25],
		[1, [0.5, 0.5], 0.75],
		[2, [0.2, 0.5, 0.5], 0.35],
		[3, [0.2, 0.5], 0]
	])('at least %i of %j is %d', (count, chances, expected) =>
		expect(chanceOfAtLeast(count, chances)).toBeCloseTo(expected, 12)
	);

	it('of two wrong answers is what their shares make it, and certain where nobody knows', () => {
		expect(chanceOfSame([10, 10])).toBe(0.5);
		expect(chanceOfSame([9, 1])).toBeCloseTo(0.82, 12);
		expect(chanceOfSame([])).toBe(1);
	});
});

describe('sheets of one sitting', () => {
	it('are alike beyond chance where many wrong answers are the same', () => {
		const pairs = findAlike([sheet('a', 'xxyxyxyyx'), sheet('b', 'xxyxyxyyx'), sheet('c', 'yyxxyxxyy')], half);
		expect(pairs).toEqual([{ attemptIds: ['a', 'b'], hashes: Array.from({ length: 9 }, (_, i) => `q${i}`) }]);
	});

	it('are not for a few, for different wrong answers, for right ones, or where everybody falls for the same', () => {
		expect(findAlike([sheet('a', 'xxyxyx'), sheet('b', 'xxyxyx')], half)).toEqual([]);
		expect(findAlike([sheet('a', 'xxxxxxxx'), sheet('b', 'yyyyyyyy')], half)).toEqual([]);
		expect(findAlike([sheet('a', '........'), sheet('b', '........')], half)).toEqual([]);
		expect(findAlike([sheet('a', 'xxyxyxyy'), sheet('b', 'xxyxyxyy')], () => 0.9)).toEqual([]);
	});

	it('are not for a class being large: of two hundred who guess, nearly never', () => {
		let state = 7;
		const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
		const sheets = Array.from({ length: 200 }, (_, i) =>
			sheet(
				String(i),
				Array.from({ length: 30 }, () => (random() < 0.5 ? '.' : 'xyz'[Math.floor(random() * 3)])).join('')
			)
		);
		expect(findAlike(sheets, () => 1 / 3)).toEqual([]);
	});
});
