import { describe, expect, it } from 'vitest';
import { fold, normalisePhone, tidy, vietnameseSortKey } from './text.ts';

describe('folding', () => {
	it.each([
		['Đàn bầu', 'dan bau'],
		['AN TOÀN  SỐ', 'an toan so'],
		["H'Hen Niê", "h'hen nie"]
	])('%s is searched as %s', (text, folded) => expect(fold(text)).toBe(folded));

	it('is the same for composed and decomposed text', () => {
		expect(fold('Đường'.normalize('NFD'))).toBe(fold('Đường'.normalize('NFC')));
	});
});

describe('tidying a line', () => {
	it('drops control characters and spare spaces and composes the letters', () => {
		expect(tidy(`  Nguyễn\u0000\n Thị\u200b Lan `.normalize('NFD'))).toBe('Nguyễn Thị Lan');
	});
});

describe('sorting people', () => {
	const sorted = (names: string[]) => [...names].sort((a, b) => (vietnameseSortKey(a) < vietnameseSortKey(b) ? -1 : 1));

	it('goes by given name first, in the order of Vietnamese letters and tones', () => {
		expect(sorted(['Trần Văn Đức', 'Lê Thị Ánh', 'Nguyễn Văn An', 'Phạm Ân', 'Hồ Dũng', 'Bùi Ăng'])).toEqual([
			'Nguyễn Văn An',
			'Lê Thị Ánh',
			'Bùi Ăng',
			'Phạm Ân',
			'Hồ Dũng',
			'Trần Văn Đức'
		]);
	});

	it('goes by the family name where the given names are the same', () => {
		expect(sorted(['Trần Lan', 'Lê Lan'])).toEqual(['Lê Lan', 'Trần Lan']);
	});
});

describe('phone numbers', () => {
	it.each(['0912345678', '+84 912 345 678', '84912345678', '0912.345.678', '(091) 234-5678', '0084912345678'])(
		'%s is 0912345678',
		(text) => expect(normalisePhone(text)).toBe('0912345678')
	);

	it.each(['091234567', '12345', 'abc', '', '+1 202 555 0100', '091234567890'])('%s is none', (text) =>
		expect(normalisePhone(text)).toBeNull()
	);
});
