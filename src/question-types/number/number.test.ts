import { describe, expect, it } from 'vitest';
import { asked, faultsIn, written } from '../../../tests/support/kinds.ts';
import { number } from './number.ts';
import { readingsOf } from './readings.ts';

describe('reading a number', () => {
	it.each<[string, number[]]>([
		['250000', [250_000]],
		['250.000', [250_000, 250]],
		['250,000', [250_000, 250]],
		['250 000', [250_000]],
		['250\u00a0000', [250_000]],
		['1.234.567', [1_234_567]],
		['1,234,567.5', [1_234_567.5]],
		['1.234.567,5', [1_234_567.5]],
		['2,5', [2.5]],
		['2.5', [2.5]],
		['0,125', [0.125]],
		[',5', [0.5]],
		['-3', [-3]],
		['−3', [-3]],
		['250k', [250_000]],
		['250 nghìn đồng', [250_000]],
		['250.000đ', [250_000, 250]],
		['2,5 triệu', [2_500_000]],
		['1.', [1]],
		['', []],
		['năm', []],
		['2 5', []],
		['1.2.3', []],
		['12.34.567', []],
		['1,2.3,4', []],
		['250 con gà', []]
	])('%s', (typed, expected) => expect(readingsOf(typed, ['đồng'])).toEqual(expected));

	it('knows a unit that counts in thousands by itself', () =>
		expect(readingsOf('250 nghìn đồng', ['nghìn đồng'])).toEqual([250]));
});

describe('a number', () => {
	const worth = (answer: string, typed: string) =>
		number.grade(asked('number', `Hỏi?\n\n= ${answer}\n  Vì sao.`), { number: [typed] }).points;

	it.each([
		['50.000 đồng', '50000', 1],
		['50.000 đồng', '50 nghìn', 1],
		['50.000 đồng', '50.000 VND', 1],
		['50.000 đồng', '50.001', 0],
		['2 ngày làm việc', '2 ngày', 1],
		['2 ngày', '2 ngày làm việc', 1],
		['36,5 °C ± 0,5', '37', 1],
		['36,5 °C ± 0,5', '36', 1],
		['36,5 °C ± 0,5', '37,1 °C', 0],
		['200 km ± 5%', '210', 1],
		['200 km ± 5%', '211', 0],
		['20 % ± 1', '21%', 1],
		['0,3', '0.3', 1],
		['-3 +- 1', '-2', 1]
	])('of %s: %s is worth %i', (answer, typed, points) => expect(worth(answer, typed)).toBe(points));

	it('has its unit beside it, and either language’s may be typed', () => {
		const english = asked('number', 'Hỏi?\n\n= 15 phút\n  Vì sao.', 'Ask?\n\n= 15 minutes\n  Because.');
		expect(number.fields(english, [], 'en')[0]).toMatchObject({ unit: 'minutes' });
		for (const typed of ['15 phút', '15 minutes', '15'])
			expect(number.grade(english, { number: [typed] }).points).toBe(1);
	});

	it.each([
		['= mười\n  Vì sao.', 'number-broken'],
		['= 10 ± ít\n  Vì sao.', 'number-broken'],
		['= 1,125 kg\n  Vì sao.', 'number-ambiguous'],
		['= 10', 'option-no-explanation'],
		['10', 'no-answer'],
		['= 1\n  Vì sao.\n= 2\n  Vì sao.', 'answer-count']
	])('says what is wrong with %s', (lines, code) =>
		expect(faultsIn(written('number', `Hỏi?\n\n${lines}`)).map(([, each]) => each)).toEqual([code])
	);

	it('must be the same number in a translation', () =>
		expect(
			faultsIn(
				written('number', 'Hỏi?\n\n= 50.000 đồng\n  Vì sao.'),
				written('number', 'Ask?\n\n= 5000 dong\n  Because.')
			)
		).toEqual([[0, 'translation-options']]));
});
