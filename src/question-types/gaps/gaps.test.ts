import { describe, expect, it } from 'vitest';
import { asked, faultsIn, written } from '../../../tests/support/kinds.ts';
import { gaps } from './gaps.ts';

describe('gaps that are written', () => {
	const body = 'Báo lừa đảo gọi [[156]], giữ kín [[~mã OTP|mật mã]].\n\n- [x] 156\n  Vì sao.';
	const question = asked('gaps', body);

	it('stand in the question without what belongs into them', () => {
		expect(question.stem.replace(/\u2060/g, '')).toBe('Báo lừa đảo gọi …(1)…, giữ kín …(2)….');
		expect(gaps.fields(question, [], 'vi').map(({ control, options }) => [control, options])).toEqual([
			['text', []],
			['text', []]
		]);
	});

	it.each([
		['156', 'ma otp', 1],
		['156', 'mật mã', 1],
		['165', 'mật mã', 0.5],
		['', '', 0]
	])('“%s” and “%s” are worth %f', (one, two, points) =>
		expect(gaps.grade(question, { 'gap-1': [one], 'gap-2': [two] }).points).toBe(points)
	);

	it('take the answers of both languages', () => {
		const english = asked('gaps', body, 'Call [[156]] and keep the [[OTP code]] secret.');
		for (const two of ['mật mã', 'OTP code'])
			expect(gaps.grade(english, { 'gap-1': ['156'], 'gap-2': [two] }).points).toBe(1);
	});
});

describe('gaps that are picked', () => {
	const body = 'Mã OTP [[không]] đọc cho [[ai]].\n\n- [ ] luôn\n  Không nên.\n- [ ] con cháu';
	const question = asked('gaps', body);

	it('offer all words, in no telling order', () =>
		expect(
			gaps.fields(question, [], 'vi').map(({ control, options }) => [control, options.map(({ text }) => text)])
		).toEqual(Array(2).fill(['pick', ['ai', 'con cháu', 'không', 'luôn']])));

	it('count each right one', () => {
		const right = gaps.solution(question);
		expect(gaps.grade(question, right).points).toBe(1);
		expect(gaps.grade(question, { ...right, 'gap-2': right['gap-1'] ?? [] }).points).toBe(0.5);
	});

	it('take a translation’s words', () => {
		const english = asked('gaps', body, '[[Never]] read an OTP to [[anybody]].\n\n- [ ] always\n- [ ] the children');
		expect(gaps.review(english, { order: [], lang: 'en', response: {} }).map(({ solution }) => solution)).toEqual([
			'Never',
			'anybody'
		]);
		expect(
			gaps
				.fields(english, [], 'en')[0]
				?.options.map(({ text }) => text)
				.sort()
		).toEqual(['Never', 'always', 'anybody', 'the children']);
	});
});

it.each([
	['Không có chỗ trống.', 'gap-count'],
	['Có [[]] chỗ.', 'gap-empty'],
	['Có [[một]] chỗ.\n\n- [ ] một', 'gap-right-word'],
	['Có [[một]] chỗ.\n\n- [x] hai\n  Vì sao.', 'gap-unknown']
])('says what is wrong with %j', (body, code) =>
	expect(faultsIn(written('gaps', body)).map(([, each]) => each)).toEqual([code])
);
