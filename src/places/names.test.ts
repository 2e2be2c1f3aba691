import { describe, expect, it } from 'vitest';
import {
	isOrganisationName,
	isPlaceName,
	localKindOf,
	placeSortKey,
	readVillages,
	slugOf,
	wholeName
} from './names.ts';

describe('a pasted list of villages', () => {
	it('is read in no time, whatever it is', () => {
		const begun = performance.now();
		readVillages(`${';'.repeat(30_000)}a`);
		expect(performance.now() - begun).toBeLessThan(300);
	});

	it.each([
		['Thôn Đông\nThôn Tây', ['Thôn Đông', 'Thôn Tây']],
		['1. Thôn Đông\r\n2) Thôn Tây\r\n(3) Buôn Ako Dhông', ['Thôn Đông', 'Thôn Tây', 'Buôn Ako Dhông']],
		['- Ấp 1;\n• Ấp 2\n* Ấp 3.\n+ Ấp 4,', ['Ấp 1', 'Ấp 2', 'Ấp 3', 'Ấp 4']],
		['\n\n  Bản Mây  \n\n', ['Bản Mây']],
		['Thôn Đông\nthôn đông\nTHÔN  ĐÔNG', ['Thôn Đông']],
		['1\tThôn Đông\t120 hộ\n2\tThôn Tây\t98 hộ', ['Thôn Đông', 'Thôn Tây']],
		['Thôn 3\nTổ dân phố số 7', ['Thôn 3', 'Tổ dân phố số 7']],
		['7\n12', ['7', '12']],
		['', []]
	])('%j is read as %j', (pasted, names) => expect(readVillages(pasted).map(({ name }) => name)).toEqual(names));

	it('remembers on which line a name stood', () => {
		expect(readVillages('\n\nThôn Đông')).toEqual([{ line: 3, name: 'Thôn Đông' }]);
	});

	it('composes letters that were typed as several signs', () => {
		expect(readVillages('Thôn Đoài'.normalize('NFD'))[0]?.name).toBe('Thôn Đoài');
	});
});

describe('the local kind of a place', () => {
	it.each([
		['Thôn 3', 'thôn'],
		['Buôn Ako Dhông', 'buôn'],
		['KHU PHỐ 5', 'khu phố'],
		['Tổ dân phố số 7', 'tổ dân phố'],
		['Đặc khu Phú Quốc', 'đặc khu'],
		['Đồng Sen', null],
		['Bảng', null],
		['Xãng', null]
	])('%s is a %s', (name, kind) => expect(localKindOf(name)).toBe(kind));

	it('is put in front where it is missing', () => {
		expect(wholeName('Đồng Sen', 'xã')).toBe('Xã Đồng Sen');
		expect(wholeName('Phường Bến Thành', 'xã')).toBe('Phường Bến Thành');
		expect(wholeName('3', 'ấp')).toBe('Ấp 3');
	});
});

describe('the order of places', () => {
	it('is that of Vietnamese dictionaries, numbers as numbers, without the local kind', () => {
		const names = ['Thôn 10', 'Xã Đông', 'Thôn 3', 'Phường Dung', 'Ấp Ánh', 'Bản An', 'Xã An Phú'];
		const sorted = names.sort((a, b) => (placeSortKey(a) < placeSortKey(b) ? -1 : 1));
		expect(sorted).toEqual(['Thôn 3', 'Thôn 10', 'Bản An', 'Xã An Phú', 'Ấp Ánh', 'Phường Dung', 'Xã Đông']);
	});
});

describe('the path of a place', () => {
	it.each([
		['Xã Đồng Sen', 'dong-sen'],
		["Buôn Ea H'leo", 'ea-h-leo'],
		['Thôn 3', '3'],
		['ភូមិ', 'noi']
	])('%s is %s', (name, slug) => expect(slugOf(name)).toBe(slug));
});

describe('the name of a place', () => {
	it.each(['Xã Đồng Sen', "Buôn Ea H'leo", 'Tổ 7/2', '3', 'Khu phố 5 (cũ)'])('may be %s', (name) =>
		expect(isPlaceName(name)).toBe(true)
	);
	it.each(['<b>Thôn</b>', '', '  ', '---', 'a'.repeat(81), 'Thôn {0}'])('is not %j', (name) =>
		expect(isPlaceName(name)).toBe(false)
	);
});

describe('the name of an organisation', () => {
	it.each([
		'Hợp tác xã “Đồng Tiến”',
		'HTX "Rau sạch" Ea Kly',
		'Công ty TNHH Thương mại & Dịch vụ Tây Nguyên',
		'Trường THPT Nguyễn Trãi – cơ sở 2',
		'Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên khu vực Cư Kuin - Krông Bông'
	])('may be %s', (name) => expect(isOrganisationName(name)).toBe(true));
	it.each(['<b>Sở</b>', '', '=1+1', '"', '& Co', 'a'.repeat(121), 'Sở {0}'])('is not %j', (name) =>
		expect(isOrganisationName(name)).toBe(false)
	);
});
