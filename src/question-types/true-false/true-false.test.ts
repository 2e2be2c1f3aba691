import { describe, expect, it } from 'vitest';
import { asked, faultsIn, written } from '../../../tests/support/kinds.ts';
import { trueFalse } from './true-false.ts';

const reasons = '- [ ] Vì họ vội\n  Không.\n- [x] Vì mã là của riêng mình\n  Đúng.';
const body = `Nhân viên ngân hàng được hỏi mã OTP.\n\n- [sai] Không ai được hỏi.\n${reasons}`;

describe('true or false with a reason', () => {
	const question = asked('true-false', body);

	it.each([
		['false', 'b', 1],
		['false', 'a', 0.5],
		['true', 'b', 0],
		['true', 'a', 0]
	])('%s because of %s is worth %f', (claim, reason, points) =>
		expect(trueFalse.grade(question, { claim: [claim], reason: [reason] }).points).toBe(points)
	);

	it('is worth a half without a reason, and nothing with a reason alone', () => {
		expect(trueFalse.grade(question, { claim: ['false'] }).points).toBe(0.5);
		expect(trueFalse.grade(question, { reason: ['b'] }).points).toBe(0);
	});

	it('says in a translation whether it is true in its own words', () => {
		const english = asked(
			'true-false',
			body,
			'A bank may ask.\n\n- [false] Nobody may.\n- [ ] Hurry\n  No.\n- [x] Own\n  Yes.'
		);
		const [claim, reason] = trueFalse.review(english, { order: [], lang: 'en', response: {} });
		expect(claim).toMatchObject({
			explanation: 'Nobody may.',
			options: [{ text: 'True' }, { text: 'False', correct: true }]
		});
		expect(reason?.options.map(({ text, explanation }) => [text, explanation])).toEqual([
			['Hurry', 'No.'],
			['Own', 'Yes.']
		]);
		const otherwise = 'A bank may ask.\n\n- [true] Sure.\n- [ ] Hurry\n  No.\n- [x] Own\n  Yes.';
		expect(faultsIn(written('true-false', body), written('true-false', otherwise))).toEqual([
			[0, 'translation-options']
		]);
	});

	it.each([
		[reasons, 'claim-count'],
		[`- [sai] Không.\n- [đúng] Có.\n${reasons}`, 'claim-count'],
		['- [sai] Không.', 'option-count'],
		[`- [sai]\n${reasons}`, 'option-empty'],
		['- [sai] Không.\n- [x] Một\n- [ ] Hai\n  Không.', 'option-no-explanation']
	])('says what is wrong with %j', (lines, code) =>
		expect(faultsIn(written('true-false', `Ý.\n\n${lines}`)).map(([, each]) => each)).toContain(code)
	);
});
