import { describe, expect, it } from 'vitest';
import { readNames } from './names.ts';

describe('a list of those who came', () => {
	it.each([
		['Bà Tư', [{ line: 1, name: 'Bà Tư' }]],
		['Bà Tư 1950', [{ line: 1, name: 'Bà Tư', birthYear: 1950 }]],
		[
			'Bà Tư, 1950\nÔng Năm (1948)',
			[
				{ line: 1, name: 'Bà Tư', birthYear: 1950 },
				{ line: 2, name: 'Ông Năm', birthYear: 1948 }
			]
		],
		[
			'\n 1. Bà Tư\r\n2) Ông  Năm - 1948',
			[
				{ line: 2, name: 'Bà Tư' },
				{ line: 3, name: 'Ông Năm', birthYear: 1948 }
			]
		],
		['Lan (xóm trên)', [{ line: 1, name: 'Lan (xóm trên)' }]],
		['Hùng 2', [{ line: 1, name: 'Hùng 2' }]],
		['1950', [{ line: 1, name: '1950' }]],
		[' \n\n', []]
	])('%j is read as %j', (typed, people) => expect(readNames(typed)).toEqual(people));

	it('is read in no time, whatever it is', () => {
		const begun = performance.now();
		readNames(`${' -'.repeat(20_000)}x`);
		expect(performance.now() - begun).toBeLessThan(500);
	});
});
