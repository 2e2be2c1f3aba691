import { describe, expect, it } from 'vitest';
import { asked, faultsIn, written } from '../../../tests/support/kinds.ts';
import { text } from './text.ts';

const body = `Mã dùng một lần để xác nhận gọi là gì?

= mã xác nhận
~ mã OTP
= 156
  Vì sao.`;

describe('a short text', () => {
	const question = asked('text', body);
	const worth = (typed: string, of = question) => text.grade(of, { text: [typed] }).points;

	it.each([
		'mã xác nhận',
		'  Mã   Xác nhận. ',
		'“MÃ XÁC NHẬN”',
		'mã xác nhân', // one slip in ten letters
		'mã xác nhậnn',
		'mã xcá nhận',
		'mã otp',
		'ma otp',
		'Ma  OTP!',
		'156'
	])('takes “%s”', (typed) => expect(worth(typed)).toBe(1));

	it.each(['', '  ', 'ma xac nhan', 'mã xxx nhận', 'mã ot', '165', '1566', 'mã xác nhận 1', 'mật khẩu'])(
		'does not take “%s”',
		(typed) => expect(worth(typed)).toBe(0)
	);

	it('does not mind where the tone of a word is typed', () => {
		expect(worth('hoà', asked('text', 'Hỏi?\n\n= hòa\n  Vì sao.'))).toBe(1);
		expect(worth('thuỷ', asked('text', 'Hỏi?\n\n= thủy\n  Vì sao.'))).toBe(1);
	});

	it('takes the answers of both languages, whichever is read', () => {
		const english = asked('text', body, 'What is it called?\n\n= confirmation code\n  Because.');
		expect(
			['mã OTP', 'Confirmation code', 'confirmatoin code', 'ma otp'].map((typed) => worth(typed, english))
		).toEqual([1, 1, 1, 1]);
		expect(text.review(english, { order: [], lang: 'en', response: {} })[0]).toMatchObject({
			solution: 'confirmation code',
			explanation: 'Because.'
		});
	});

	it('is told where an answer, its words or its reason is missing', () => {
		expect(faultsIn(written('text', 'Hỏi?'))).toEqual([[0, 'no-answer']]);
		expect(faultsIn(written('text', 'Hỏi?\n\n= có'))).toEqual([[0, 'answer-unexplained']]);
		expect(faultsIn(written('text', 'Hỏi?\n\n= có\n  Vì sao.\n='))).toEqual([[5, 'option-empty']]);
		expect(faultsIn(written('text', 'Hỏi?\n\n= có\n  Vì sao.\n- [x] không'))).toEqual([[5, 'option-broken']]);
	});
});
