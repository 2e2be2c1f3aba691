import { describe, expect, it } from 'vitest';
import { newCardCode, newPin, readCardCode, readPin, writtenCardCode, writtenPin } from './card-code.ts';

describe('the code of a card', () => {
	it('is read however it is typed, and is another each time', () => {
		const code = newCardCode();
		expect(readCardCode(writtenCardCode(code))).toBe(code);
		expect(readCardCode(` ${code.toLowerCase().slice(0, 4)} ${code.slice(4)}`)).toBe(code);
		expect(new Set(Array.from({ length: 500 }, newCardCode)).size).toBe(500);
	});

	it.each(['', 'AAAA', 'AAAAA-AAAAAA', 'AAAAA-AAAA0', '<script>ab'])('is not %j', (typed) =>
		expect(readCardCode(typed)).toBe('')
	);
});

describe('the PIN of a card', () => {
	it('has six digits, zeros in front among them', () => {
		const pins = Array.from({ length: 500 }, newPin);
		expect(pins.every((pin) => /^\d{6}$/.test(pin))).toBe(true);
		expect(new Set(pins).size).toBeGreaterThan(400);
		expect(readPin(writtenPin('042917'))).toBe('042917');
	});

	it.each(['', '12345', '1234567', 'abcdef', '12 34 5x'])('is not %j', (typed) => expect(readPin(typed)).toBe(''));
});
