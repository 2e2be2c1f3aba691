import { describe, expect, it } from 'vitest';
import { correlation, differs, medianOf, quantileShares } from './statistics.ts';

const of = (rest: number, values: number[]) => ({
	rest,
	n: values.length,
	sum: values.reduce((a, b) => a + b, 0),
	squares: values.reduce((a, b) => a + b * b, 0)
});
const ones = (n: number, right: number) => ({ n, sum: right * 1_000, squares: right * 1_000_000 });

describe('a correlation', () => {
	it('is what the textbook says', () => {
		// x = 1 2 3 4 5 against 2 1 4 3 5: r = 0.8
		const groups = [of(1, [2]), of(2, [1]), of(3, [4]), of(4, [3]), of(5, [5])];
		expect(correlation(groups)).toBeCloseTo(0.8, 10);
	});

	it('is none where either never differs', () => {
		expect(correlation([of(1, [1]), of(2, [1])])).toBeNull();
		expect(correlation([of(1, [1, 2, 3])])).toBeNull();
		expect(correlation([])).toBeNull();
	});
});

describe('the strong and the weak', () => {
	it('are exactly their share; who is alike at the edge counts in part', () => {
		// 27% of ten is 2.7: of the strong the one at 90, and 1.7 of the four at 80, of whom half chose it.
		const groups = [of(90, [1]), of(80, [1, 1, 0, 0]), of(10, [0, 0, 0, 0, 1])];
		const { upper, lower } = quantileShares(groups, 0.27);
		expect(upper).toBeCloseTo((1 + 1.7 * 0.5) / 2.7, 10);
		expect(lower).toBeCloseTo(0.2, 10);
	});

	it('are the same people where all are alike, and nobody where nobody is', () => {
		expect(quantileShares([of(50, [1, 0, 0, 0])], 0.27)).toEqual({ upper: 0.25, lower: 0.25 });
		expect(quantileShares([], 0.27)).toEqual({ upper: null, lower: null });
	});
});

describe('the median', () => {
	it.each([
		[[[5, 1]], 5],
		[
			[
				[9, 1],
				[3, 1]
			],
			6
		],
		[
			[
				[3, 3],
				[300, 2]
			],
			3
		],
		[
			[
				[1, 2],
				[2, 1],
				[4, 3]
			],
			3
		]
	])('of %j is %d', (values, median) =>
		expect(medianOf(values.map(([value = 0, n = 0]) => ({ value, n })))).toBe(median)
	);
});

describe('a difference of two shares', () => {
	it.each([
		[ones(50, 20), ones(50, 40), true], // z = 4.5
		[ones(50, 25), ones(50, 37), false], // z = 2.56
		[ones(50, 25), ones(50, 38), true], // z = 2.8
		[ones(500, 250), ones(500, 250), false],
		[ones(50, 50), ones(50, 50), false],
		[ones(50, 0), ones(50, 50), true]
	])('of %j and %j is beyond chance: %s', (a, b, expected) => expect(differs(a, b)).toBe(expected));
});
