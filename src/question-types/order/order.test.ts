import { describe, expect, it } from 'vitest';
import { asked, faultsIn, written } from '../../../tests/support/kinds.ts';
import { order } from './order.ts';

describe('ordering', () => {
	const question = asked('order', 'Xếp lại.\n\n1. Rửa tay\n2. Ăn cơm\n   Vì sao.\n3. Rửa bát\n4. Đi ngủ');
	const places = (...given: number[]) => {
		const [wash, eat, dishes, sleep] = Object.keys(order.solution(question));
		return Object.fromEntries([wash, eat, dishes, sleep].map((name, i) => [name, given[i] ? [String(given[i])] : []]));
	};

	it.each([
		[[1, 2, 3, 4], 1],
		[[4, 1, 2, 3], 2 / 3], // one step moved
		[[1, 2, 4, 3], 1 / 3],
		[[2, 1, 4, 3], 0],
		[[4, 3, 2, 1], 0],
		[[1, 2, 1, 2], 0], // two steps in one place
		[[1, 2, 2, 3], 0],
		[[1, 2, 0, 0], 1 / 3],
		[[0, 0, 0, 0], 0]
	])('%j is worth %f', (given, points) => expect(order.grade(question, places(...given)).points).toBeCloseTo(points));

	it('does not tell the order by its ids', () =>
		expect(order.fields(question, [], 'vi').map(({ label }) => label)).toEqual([
			'Rửa bát',
			'Rửa tay',
			'Ăn cơm',
			'Đi ngủ'
		]));

	it('takes a translation’s words step by step', () => {
		const english = asked('order', 'Hỏi.\n\n1. c\n2. b\n3. a', 'Ask.\n\n1. one\n2. two\n3. three');
		expect(
			order.review(english, { order: [], lang: 'en', response: {} }).map(({ label, solution }) => [label, solution])
		).toEqual([
			['three', '3'],
			['two', '2'],
			['one', '1']
		]);
	});

	it.each([
		['1. một\n2. hai', 'step-count'],
		['1. một\n3. hai\n2. ba', 'step-number'],
		['1. một\n2. hai\n3. ba\n- bốn', 'option-broken'],
		['1. một\n2. hai\n3. một', 'option-same']
	])('says what is wrong with %j', (lines, code) =>
		expect(faultsIn(written('order', `Hỏi?\n\n${lines}`)).map(([, each]) => each)).toContain(code)
	);
});
