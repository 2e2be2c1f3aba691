import { describe, expect, it } from 'vitest';
import { maskPhone, readIdentifier, readPerson } from './person.ts';

const now = new Date('2026-11-23T02:00:00Z');
const lan = { name: 'Nguyễn Thị Lan', birthYear: 1985, phone: '0912 345 678' };
const codes = (typed: Partial<typeof lan> & { username?: string }) =>
	readPerson({ ...lan, ...typed }, now).faults.map(({ field, code }) => `${field} ${code}`);

describe('a name', () => {
	it.each([
		'Nguyễn Thị Lan',
		'Y Bhin Niê',
		"H'Hen",
		'H’Hen Niê',
		'Giàng A Páo',
		'Lò Văn Ơ',
		'Đỗ-Lan',
		'ស៊ុន សុភា',
		'Ya',
		'Trần V. An'
	])('may be %s', (name) => expect(codes({ name })).toEqual([]));
	it.each(['Lan 85', '<b>Lan</b>', 'A', "''", '- -', 'a'.repeat(81), 'Lan; drop', 'Lan_'])('is not %j', (name) =>
		expect(codes({ name })).toEqual(['name identity.name-wrong'])
	);
	it('is kept composed, without spare spaces', () => {
		expect(readPerson({ ...lan, name: '  Nguyễn   Thị Lan '.normalize('NFD') }, now).person.name).toBe(
			'Nguyễn Thị Lan'
		);
	});
});

describe('a year of birth', () => {
	it.each([1900, 1985, 2021])('may be %i', (birthYear) => expect(codes({ birthYear })).toEqual([]));
	it.each([1899, 2022, 85, 1985.5])('is not %d', (birthYear) =>
		expect(codes({ birthYear })).toEqual(['birthYear identity.birth-year-wrong'])
	);
});

describe('what one signs in with', () => {
	it.each(['lan', 'lan.85', 'h_hen', 'LAN.85'])('may be the username %s', (username) =>
		expect(codes({ phone: '', username })).toEqual([])
	);
	it.each(['la', 'lan 85', 'lân', '0912345678', 'x'.repeat(33), 'a@b.vn'])('is not the username %j', (username) =>
		expect(codes({ phone: '', username })).toEqual(['username identity.username-wrong'])
	);
	it('must be there, and a phone number must be one', () => {
		expect(codes({ phone: '' })).toEqual(['phone identity.phone-or-username']);
		expect(codes({ phone: '12345' })).toEqual(['phone identity.phone-wrong']);
	});
	it('says everything that is wrong at once', () => {
		expect(readPerson({ name: '', birthYear: 3000, phone: 'x', username: '!' }, now).faults).toHaveLength(4);
	});
	it('is read as a phone number where it is one', () => {
		expect(readIdentifier('+84 912 345 678')).toMatchObject({ phone: '0912345678' });
		expect(readIdentifier(' Lan.85 ')).toEqual({ phone: null, username: 'lan.85' });
	});
});

it('shows no more of a phone number than its end', () => {
	expect(maskPhone('0912345678')).toBe('••• ••• •678');
	expect(maskPhone(null)).toBeNull();
});
