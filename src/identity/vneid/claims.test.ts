import { describe, expect, it } from 'vitest';
import { ageOn, maskNumber, readClaims } from './claims.ts';

const names = { number: 'SoDinhDanh', name: 'HoVaTen', birth: 'NgaySinh', level: 'MucDo', guardian: 'NguoiGiamHo' };
const claims = { SoDinhDanh: '999064000018', HoVaTen: 'Nguyễn  Thị Lan', NgaySinh: '1964-03-08', MucDo: 2 };

describe('what a provider tells', () => {
	it('is read by the configured names', () => {
		expect(readClaims(claims, names)).toEqual({
			person: { number: '999064000018', name: 'Nguyễn Thị Lan', birthDate: '1964-03-08', level: 2, guardian: null }
		});
		const other = { id: '999064000018', who: 'Nguyễn Thị Lan', born: '08/03/1964', loa: 'LOA1', parent: 'Lò Văn Bình' };
		expect(
			readClaims(other, { number: 'id', name: 'who', birth: 'born', level: 'loa', guardian: 'parent' })
		).toMatchObject({ person: { birthDate: '1964-03-08', level: 1, guardian: 'Lò Văn Bình' } });
	});

	it.each([
		['19640308', '1964-03-08'],
		['29/02/2000', '2000-02-29'],
		['2001-02-29', undefined],
		['31/04/2001', undefined],
		['mồng tám', undefined]
	])('takes %s for the day %s', (written, day) => {
		const read = readClaims({ ...claims, NgaySinh: written }, names);
		expect('person' in read ? read.person.birthDate : read.missing).toEqual(day ?? ['birth']);
	});

	it.each([
		['SoDinhDanh', undefined, 'number'],
		['SoDinhDanh', '99906400001', 'number'],
		['SoDinhDanh', { a: 1 }, 'number'],
		['HoVaTen', '', 'name'],
		['HoVaTen', '<b>Lan</b>', 'name'],
		['MucDo', '3', 'level']
	])('lacks something where %s is %j', (name, value, missing) => {
		expect(readClaims({ ...claims, [name]: value }, names)).toEqual({ missing: [missing] });
	});
});

it('an age is counted in whole years', () => {
	expect(ageOn('2010-11-26', '2026-11-25')).toBe(15);
	expect(ageOn('2010-11-26', '2026-11-26')).toBe(16);
});

it('a number shows its last three digits', () => {
	expect(maskNumber('999064000018')).toBe('••• ••• ••• 018');
});
