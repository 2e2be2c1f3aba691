import { describe, expect, it } from 'vitest';
import { readKind, readSector } from './kind-words.ts';
import { nearNames } from './near-names.ts';
import { mayLieIn, readRow } from './read-row.ts';

describe('a row of a list of places', () => {
	it.each([
		['Xã', { kind: 'commune', localKind: 'xã' }],
		['phuong', { kind: 'commune', localKind: 'phường' }],
		['Buôn', { kind: 'village', localKind: 'buôn' }],
		['village', { kind: 'village', localKind: 'thôn' }],
		['Tỉnh', { kind: 'province', localKind: 'tỉnh' }],
		['Trường học', { kind: 'organisation', organisationKind: 'school' }],
		['co-operative', { kind: 'organisation', organisationKind: 'co-operative' }],
		['HTX', { kind: 'organisation', organisationKind: 'co-operative' }],
		['huyện', { wrong: 'kind', missing: false }],
		['', { wrong: 'kind', missing: true }]
	])('is what its kind says: %s', (typed, told) => expect(readKind(typed, '')).toMatchObject(told));

	it('may say in a column of its own what kind of organisation it is', () => {
		expect(readKind('Đơn vị', 'chợ')).toMatchObject({ organisationKind: 'market' });
		expect(readKind('', 'Lớp học')).toMatchObject({ organisationKind: 'class' });
		expect(readKind('đơn vị', '')).toMatchObject({ organisationKind: 'other' });
		expect(readKind('đơn vị', 'xã')).toMatchObject({ wrong: 'organisationKind' });
	});

	it('has a sector by its code, its name or a part of it', () => {
		expect(['education', 'Giáo dục', 'ngành Y tế', 'Nội vụ'].map(readSector)).toEqual([
			...['education', 'education', 'health', 'administration']
		]);
		expect(readSector('đường sắt')).toBeNull();
	});

	it('says all that is wrong with it', () => {
		const cells = { name: '<b>', kind: 'lớp', grade: 'mười', schoolYear: '2026', sector: 'x', officialCode: '#' };
		expect(readRow({ line: 2, cells }).problems.map(({ column, code }) => `${column} ${code}`)).toEqual([
			'name name-wrong',
			'grade grade-wrong',
			'schoolYear school-year-wrong',
			'officialCode official-code-wrong',
			'sector sector-wrong'
		]);
	});

	it('is called whole: its local kind stands in front of a place, not of an organisation', () => {
		const named = (kind: string, name: string) => readRow({ line: 2, cells: { kind, name } }).parts;
		expect(named('ấp', ' Ba ')).toMatchObject({ name: 'Ấp Ba', localKind: 'ấp' });
		expect(named('xã', 'Phường Ba')).toMatchObject({ name: 'Phường Ba', localKind: 'phường' });
		expect(named('chợ', 'Ba')).toMatchObject({ name: 'Ba', localKind: '' });
	});

	it('lies in what is made for it', () => {
		const place = (kind: string, organisationKind: string | null = null) => ({ kind, organisationKind });
		const [school, agency] = [place('organisation', 'school'), place('organisation', 'agency')];
		expect(mayLieIn(place('village'), place('commune'))).toBe(true);
		expect(mayLieIn(place('village'), place('province'))).toBe(false);
		expect(mayLieIn(place('organisation', 'class'), school)).toBe(true);
		expect(mayLieIn(place('organisation', 'class'), agency)).toBe(false);
		expect(mayLieIn(agency, school)).toBe(false);
		expect(mayLieIn(agency, place('village'))).toBe(true);
	});
});

describe('a name that nobody knows', () => {
	const among = ['Xã Đồng Sen', 'Xã Đồng Tâm', 'Xã Sen', 'Trường Đồng Sen'].map((name, i) => ({
		name,
		bare: ['dong sen', 'dong tam', 'sen', 'truong dong sen'][i] ?? ''
	}));

	it('is told with those that it is almost, the nearest first', () => {
		expect(nearNames('dong xen', among)).toEqual(['Xã Đồng Sen']);
		expect(nearNames('dong sen', among)).toEqual(['Xã Đồng Sen', 'Trường Đồng Sen']);
		expect(nearNames('khong co', among)).toEqual([]);
	});
});
