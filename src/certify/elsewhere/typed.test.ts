import { describe, expect, it } from 'vitest';
import { readDay, readNumber, readPlatform } from './typed.ts';

const now = new Date('2026-11-24T17:30:00Z'); // past midnight in Viet Nam: it is the 25th
const told = (read: object) =>
	'slip' in read ? (read.slip as { code: string }).code : (read as { value: unknown }).value;

describe('a number as people write it', () => {
	it.each([
		['1234', 1234],
		[' 1.234.567 ', 1234567],
		['12 500', 12500],
		['0', 0],
		['', 'elsewhere.number-missing'],
		['-3', 'elsewhere.number-negative'],
		['−3', 'elsewhere.number-negative'],
		['12,5', 'elsewhere.number-broken'],
		['1.5', 'elsewhere.number-broken'],
		['999.999.999', 'elsewhere.number-large'],
		['9'.repeat(400), 'elsewhere.number-large'],
		['nhiều', 'elsewhere.number-none'],
		['=1+1', 'elsewhere.number-none']
	])('%j is read as %j', (typed, expected) => expect(told(readNumber(typed))).toBe(expected));
});

describe('a day as people write it', () => {
	it.each([
		['24/11/2026', '2026-11-24'],
		['1.9.2026', '2026-09-01'],
		['2026-11-25', '2026-11-25'],
		['26/11/2026', 'elsewhere.day-future'],
		['30/2/2026', 'elsewhere.day-wrong'],
		['1/1/1026', 'elsewhere.day-wrong'],
		['hôm qua', 'elsewhere.day-wrong'],
		['', 'elsewhere.day-missing']
	])('%j is read as %j', (typed, expected) => expect(told(readDay(typed, now))).toBe(expected));
});

describe('a platform', () => {
	it('goes by its code and by its name, and another one by what it is called', () => {
		expect(told(readPlatform('vneid', ''))).toEqual({ platform: 'vneid', platformName: '' });
		expect(told(readPlatform('nền tảng học trực tuyến quốc gia', ''))).toMatchObject({ platform: 'national-mooc' });
		expect(told(readPlatform('Khác: Trường số tỉnh', ''))).toEqual({
			platform: 'other',
			platformName: 'Trường số tỉnh'
		});
		expect(told(readPlatform('other', 'Trường số'))).toEqual({ platform: 'other', platformName: 'Trường số' });
	});

	it('is never guessed', () => {
		expect(told(readPlatform('VNeDI', ''))).toBe('elsewhere.platform-unknown');
		expect(told(readPlatform('Khác', ''))).toBe('elsewhere.platform-name-missing');
		expect(told(readPlatform('', ''))).toBe('elsewhere.platform-missing');
	});
});
