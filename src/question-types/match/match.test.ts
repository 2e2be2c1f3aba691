import { describe, expect, it } from 'vitest';
import { asked, faultsIn, written } from '../../../tests/support/kinds.ts';
import { match } from './match.ts';

const body = `Ghép mỗi việc với số cần gọi.

- Báo cháy => 114
  Vì sao.
- Gọi công an => 113
- Gọi cấp cứu => 115
- => 1080`;

describe('matching', () => {
	const question = asked('match', body);
	const idOf = (text: string) => question.options.find((option) => option.text === text)?.id ?? '';
	const worth = (...right: string[]) =>
		match.grade(question, Object.fromEntries(right.map((text, i) => [`pair-${i + 1}`, [idOf(text)]]))).points;

	it('counts each right pair, and nothing against wrong ones', () => {
		expect(worth('114', '113', '115')).toBe(1);
		expect(worth('114', '115', '113')).toBeCloseTo(1 / 3);
		expect(worth('1080', '1080', '1080')).toBe(0);
		expect(worth('114')).toBeCloseTo(1 / 3);
	});

	it('does not tell by its ids what belongs together', () =>
		expect(match.fields(question, [], 'vi')[0]?.options.map(({ text }) => text)).toEqual([
			'1080',
			'113',
			'114',
			'115'
		]));

	it('lets several on the left share one on the right', () => {
		const groups = asked('match', 'Thật hay giả?\n\n- Một => thật\n- Hai => giả\n- Ba => thật');
		expect(match.fields(groups, [], 'vi')[0]?.options).toHaveLength(2);
		expect(match.grade(groups, match.solution(groups)).points).toBe(1);
	});

	it('takes a translation’s words in whatever order of letters they come', () => {
		const english = asked(
			'match',
			'Hỏi?\n\n- một => an\n- hai => bình\n- => chi',
			'Ask?\n\n- one => zebra\n- two => apple\n- => monkey'
		);
		expect(
			match.review(english, { order: [], lang: 'en', response: {} }).map(({ label, solution }) => [label, solution])
		).toEqual([
			['one', 'zebra'],
			['two', 'apple']
		]);
	});

	it.each([
		['- một => hai', 'pair-count'],
		['- một => x\n- hai => x', 'pair-count'],
		['- một => a\n- hai =>', 'option-empty'],
		['- một => a\n- hai => b\n- ba', 'option-broken']
	])('says what is wrong with %j', (lines, code) =>
		expect(faultsIn(written('match', `Hỏi?\n\n${lines}`)).map(([, each]) => each)).toContain(code)
	);

	it('must group the same in a translation', () =>
		expect(
			faultsIn(
				written('match', 'Hỏi?\n\n- một => a\n- hai => b\n- ba => a'),
				written('match', 'Ask?\n\n- one => a\n- two => b\n- three => b')
			)
		).toEqual([[0, 'translation-options']]));
});
