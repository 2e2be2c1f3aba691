import writeXlsxFile from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { bodiesIn, imported, toldIn } from '../../../tests/support/exchange.ts';
import { readSheet } from './read-sheet.ts';
import { writeSheet } from './write-sheet.ts';

const head = 'Mã,Loại,Kỹ năng,Mức,Bài nên đọc lại,Câu hỏi,Ý 1,Vì sao 1,Ý 2,Vì sao 2,Ý 3,Vì sao 3';
const csv = (...rows: string[]) => imported([head, ...rows].join('\n'), 'mau.csv');

describe('a spreadsheet of questions', () => {
	it.each([
		['q-a,,p4.2,Dễ,bai,Xin mã?,[x] Tắt máy,Đúng.,Đọc,Chưa.', 'Xin mã?\n\n- [x] Tắt máy\n  Đúng.\n- [ ] Đọc\n  Chưa.'],
		[
			'q-a,viết con số,p4.2,vừa,bai,Mất bao nhiêu?,"250.000 đồng",Trừ đi.',
			'Mất bao nhiêu?\n\n= 250.000 đồng\n  Trừ đi.'
		],
		['q-a,Viết vài chữ,p4.2,khó,bai,Gọi ai?,~ ngân hàng,Vì.,156,', 'Gọi ai?\n\n~ ngân hàng\n  Vì.\n= 156'],
		[
			'q-a,Ghép đôi,p4.2,Dễ,bai,Ai?,Chặn => Ngân hàng,,Báo => 156,,… => Người lạ',
			'Ai?\n\n- Chặn => Ngân hàng\n- Báo => 156\n- => Người lạ'
		],
		['q-a,order,p4.2,easy,bai,Trước sau?,Dừng,,Gọi,Sớm.,Báo', 'Trước sau?\n\n1. Dừng\n2. Gọi\n  Sớm.\n3. Báo'],
		[
			'q-a,"Đúng hay sai, vì sao",p4.2,Dễ,bai,Được hỏi.,[sai] Không ai hỏi.,,[x] Của mình,Đ.,[ ] Vội,S.',
			'Được hỏi.\n\n- [sai] Không ai hỏi.\n- [x] Của mình\n  Đ.\n- [ ] Vội\n  S.'
		]
	])('%s', async (row, body) => {
		const made = await csv(row);
		expect([bodiesIn(made)[0], toldIn(made)]).toEqual([body, []]);
	});

	it('names the row of what is wrong', async () => {
		const made = await csv(
			'q-a,,p4.2,Dễ,bai,Hỏi?,[x] a,V.,b,V.',
			'',
			'q-b,Vẽ tranh,p4.2,Dễ,bai,Hỏi?',
			'q-c,,p4.2,Rất khó,bai,Hỏi?',
			'q-d,,p4.2,Dễ,bai,Hỏi?,a,V.,b,V.'
		);
		expect(toldIn(made)).toEqual(['4 fault sheet-type', '5 fault sheet-level', '6 fault content']);
		expect(made.made).toBeNull();
	});

	it('tells columns that nobody knows, a missing column, an open quote', async () => {
		expect(toldIn(await imported(`${head},Ghi chú\nq-a,,p4.2,Dễ,bai,Hỏi?,[x] a,V.,b,V.,,,nhớ sửa`, 'a.csv'))).toEqual([
			'2 left sheet-column'
		]);
		expect(toldIn(await imported('Mã,Loại\na,b', 'a.csv'))).toEqual(['1 fault sheet-no-stem']);
		expect(toldIn(await csv('q-a,"chưa khép,,'))).toEqual(['2 fault csv-quote']);
	});

	it('may part its cells by semicolons, and keep a cell from being run', async () => {
		const text = `${head.replaceAll(',', ';')}\r\nq-a;text;p4.2;Dễ;bai;"Gọi ""ai""?";'=156;V.\r\n`;
		expect(bodiesIn(await imported(text, 'a.csv'))).toEqual(['Gọi "ai"?\n\n= 156\n  V.']);
	});

	it('explains itself on a second sheet, and the template holds no question', async () => {
		const template = await writeSheet([], 'vi');
		expect(await readSheet(template, 'mau.xlsx')).toEqual({ questions: [], remarks: [], media: [] });
	});

	it('reads numbers and dates as they are meant', async () => {
		const cells = (...values: (string | number | Date)[]) =>
			values.map((value) => (value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : { value }));
		const file = await writeXlsxFile([
			cells('Mã', 'Loại', 'Câu hỏi', 'Ý 1', 'Vì sao 1'),
			cells('q-a', 'number', 'Bao nhiêu?', 36.5, 'V.'),
			cells('q-b', 'text', 'Ngày nào?', new Date(Date.UTC(2026, 0, 2)), 'V.')
		]).toBuffer();
		const made = await imported(new Uint8Array(file), 'a.xlsx');
		expect(bodiesIn(made)).toEqual(['Bao nhiêu?\n\n= 36.5\n  V.', 'Ngày nào?\n\n= 2/1/2026\n  V.']);
		expect(toldIn(made)).toEqual(['3 note sheet-date']);
	});

	it('is refused where it is no workbook', async () =>
		expect(toldIn(await imported('chào', 'a.xlsx'))).toEqual(['1 fault zip-broken']));
});
