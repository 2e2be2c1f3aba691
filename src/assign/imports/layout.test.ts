import { describe, expect, it } from 'vitest';
import { makeZip } from '../../platform/zip.ts';
import { layOut } from './layout.ts';
import { readTable } from './read-table.ts';
import type { TableRow } from './table-row.ts';
import { firstNames, headings } from './staff/headings.ts';

const rowsOf = (...rows: readonly (readonly string[])[]): TableRow[] =>
	rows.map((cells, i) => ({ line: i + 1, cells }));
const lay = (rows: readonly TableRow[]) => layOut(rows, { headings, needed: 'name', firstPart: firstNames });
const read = (rows: readonly TableRow[]) => {
	const found = lay(rows);
	if (!('rows' in found)) return found;
	const columns = [...found.at].map(([column, at]) => [column, at] as const);
	return found.rows.map(({ line, cells }) => [line, ...columns.map(([, at]) => cells[at] ?? '')]);
};

describe('a table as people lay it out', () => {
	it('may have who issued it and its title above the headings', () => {
		const rows = rowsOf(
			['ỦY BAN NHÂN DÂN XÃ EA KLY', '', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
			['DANH SÁCH CÁN BỘ, CÔNG CHỨC', '', '', ''],
			['STT', 'Họ và\ntên', 'Ngày sinh (ngày/tháng/năm)', 'Điện thoại / Zalo'],
			['(1)', '(2)', '(3)', '(4)'],
			['1', 'H’Hen Niê', '12/05/1980', '0912345678']
		);
		expect(read(rows)).toEqual([[5, 'H’Hen Niê', '12/05/1980', '0912345678']]);
		expect(lay(rowsOf(['STT', 'Năm sinh'], ['1', '1980']))).toEqual({ missing: 'name' });
	});

	it('may have the name of a person in two columns', () => {
		const rows = rowsOf(['TT', 'Họ và tên đệm', 'Tên', 'Năm sinh'], ['1', 'Nguyễn Thị Ngọc', 'Ánh', '1988']);
		expect(read(rows)).toEqual([[2, 'Nguyễn Thị Ngọc Ánh', '1988']]);
	});

	it('joins what lies under a heading that is merged over several columns', () => {
		const [head, second, ...people] = rowsOf(
			['STT', 'Họ và tên', '', 'Năm sinh', ''],
			['', '', '', 'Nam', 'Nữ'],
			['1', 'Y Bhăm', 'Êban', '1979', ''],
			['2', 'Nguyễn Thị', 'Lan', '', '1990']
		);
		const rows: TableRow[] = [
			{ line: 1, cells: head?.cells ?? [], odd: { 2: 'merged', 4: 'merged' } },
			{ line: 2, cells: second?.cells ?? [], odd: { 0: 'merged', 1: 'merged' } },
			...people
		];
		expect(read(rows)).toEqual([
			[3, 'Y Bhăm Êban', '1979'],
			[4, 'Nguyễn Thị Lan', '1990']
		]);
	});
});

describe('a workbook of several sheets', () => {
	const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
	const sheet = (...rows: string[]) =>
		`<worksheet><sheetData>${rows.map((each, i) => `<row r="${i + 1}">${cell(`A${i + 1}`, each)}</row>`).join('')}</sheetData></worksheet>`;
	/** Sheets in their order; their files are named the other way round, as after moving them about. */
	const workbook = (sheets: readonly { name: string; state?: string; xml: string }[]) => {
		const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
		const file = (i: number) => `worksheets/sheet${sheets.length - i}.xml`;
		const listed = sheets.map(
			({ name, state = 'visible' }, i) => `<sheet name="${name}" sheetId="${i + 1}" state="${state}" r:id="r${i}"/>`
		);
		const led = sheets.map((_, i) => `<Relationship Id="r${i}" Type="${kind}" Target="${file(i)}"/>`);
		return makeZip(
			new Map([
				['xl/workbook.xml', `<workbook><sheets>${listed.join('')}</sheets></workbook>`],
				['xl/_rels/workbook.xml.rels', `<Relationships>${led.join('')}</Relationships>`],
				...sheets.map(({ xml }, i) => [`xl/${file(i)}`, xml] as const)
			])
		);
	};
	const wanted = headings.name;

	it('is read where the heading is that is wanted, and says which others hold something', async () => {
		const bytes = workbook([
			{ name: 'Cũ', state: 'hidden', xml: sheet('Họ tên', 'Người Cũ') },
			{ name: 'Hướng dẫn', xml: sheet('Điền vào trang sau', 'Không gộp ô') },
			{ name: 'Cán bộ &amp; khác', xml: sheet('Họ tên', 'Lê Văn Tú') },
			{ name: 'Trống', xml: '<worksheet><sheetData/></worksheet>' }
		]);
		expect(await readTable(bytes, wanted)).toEqual({
			rows: [
				{ line: 1, cells: ['Họ tên'] },
				{ line: 2, cells: ['Lê Văn Tú'] }
			],
			sheet: { name: 'Cán bộ & khác', others: ['Hướng dẫn'] }
		});
	});

	it('has its merged cells from the sheet that is read, whatever its file is called', async () => {
		const merged = sheet('Họ tên', 'Lê Văn Tú', 'x').replace(
			'</sheetData>',
			'</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>'
		);
		const bytes = workbook([
			{ name: 'Một', xml: merged },
			{ name: 'Hai', xml: sheet('Họ tên', 'Ai Đó') }
		]);
		expect(await readTable(bytes, wanted)).toMatchObject({ rows: [{}, {}, { line: 3, odd: { 0: 'merged' } }] });
	});
});

describe('a file that is no table', () => {
	it('is told as what it is: an old workbook, one that was cut off', async () => {
		const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
		expect(await readTable(old)).toEqual({ fault: 'old-workbook', values: {} });
		const whole = new TextEncoder().encode('Họ tên\nLê Văn Tú\nTrần Thị Hạnh Phúc ở');
		expect(await readTable(whole.slice(0, -1))).toEqual({ fault: 'cut-off', values: {} });
		expect(await readTable(whole)).toMatchObject({ rows: [{ line: 1 }, { line: 2 }, { line: 3 }] });
	});
});
