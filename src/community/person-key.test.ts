import { describe, expect, it } from 'vitest';
import { isWrittenName, isYearOfSomebody, keyOfWritten } from './person-key.ts';

const lan = { name: 'Nguyễn Thị Lan', birthYear: 1958 };

describe('somebody who was written in', () => {
	it.each(['  nguyễn  THỊ lan ', 'Nguyễn Thị Lan'.normalize('NFD')])('is the same person as %j', (name) =>
		expect(keyOfWritten({ ...lan, name })).toBe(keyOfWritten(lan))
	);

	it.each([
		{ ...lan, name: 'Nguyễn Thị Làn' },
		{ ...lan, birthYear: 1959 },
		{ ...lan, birthYear: null },
		{ ...lan, name: 'Nguyễn Thị Lan (xóm trên)' }
	])('is another than %j', (other) => expect(keyOfWritten(other)).not.toBe(keyOfWritten(lan)));
});

describe('a name that is written in', () => {
	it.each(['Bà Tư', "H'Hen Niê", 'Lan (xóm trên)', 'Hùng 2', 'Y Bhin, nhà dưới'])('may be %s', (name) =>
		expect(isWrittenName(name)).toBe(true)
	);
	it.each(['', 'A', '0912345678', '<b>Lan</b>', 'Lan; Hoa', 'x'.repeat(81)])('is not %j', (name) =>
		expect(isWrittenName(name)).toBe(false)
	);
});

describe('a year of birth', () => {
	const now = new Date('2026-12-31T18:00:00Z'); // already 2027 in Viet Nam
	it.each([
		[1900, true],
		[2027, true],
		[2028, false],
		[1899, false],
		[1990.5, false]
	])('%d: %s', (year, right) => expect(isYearOfSomebody(year, now)).toBe(right));
});
