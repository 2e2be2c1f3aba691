import { describe, expect, it } from 'vitest';
import { newRecordCode } from '../record-code.ts';
import { codeRows } from './code-rows.ts';

const [one, other] = [newRecordCode(new Uint8Array(10)), newRecordCode(new Uint8Array(10).fill(7))];

describe('the codes in a list', () => {
	it('are found one a line, however they are written, with the number of the line', () => {
		const lines = ['', one.toLowerCase(), `  ${other.replaceAll('-', ' ')} `, `https://hoc.vn/xac-minh/${one}#1abcdef`];
		expect(codeRows(lines)).toEqual([
			{ row: 2, typed: one.toLowerCase(), code: one },
			{ row: 3, typed: other.replaceAll('-', ' '), code: other },
			{ row: 4, typed: one, code: one }
		]);
	});

	it('are found in the cells of a spreadsheet, whose heading is left out', () => {
		const lines = ['Họ tên;Mã giấy', `Nguyễn Thị Lan;"${one}"`, `\tTrần Văn A\t1990\t${other}`, `Lê B,${one},x`];
		expect(codeRows(lines).map(({ row, code }) => [row, code])).toEqual([
			[2, one],
			[3, other],
			[4, one]
		]);
	});

	it('are told where they have a slip, and nothing else of the line is kept', () => {
		expect(codeRows([`Nguyễn Thị Lan;${one.slice(0, -1)}`])).toEqual([{ row: 1, typed: one.slice(0, -1), code: null }]);
		expect(codeRows([one, 'Nguyễn Thị Lan'])[1]).toEqual({ row: 2, typed: 'Nguyễn Thị Lan', code: null });
		expect(codeRows([one, 'x'.repeat(900)])[1]?.typed).toHaveLength(60);
	});

	it('never keep what stands behind the # of an address', () =>
		expect(JSON.stringify(codeRows([one, 'https://hoc.vn/xac-minh/KHONG#1bimat', 'x#1bimat']))).not.toContain('bimat'));
});
