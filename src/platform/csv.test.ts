import { describe, expect, it } from 'vitest';
import { csvLine } from './csv.ts';

describe('a line of the table', () => {
	it.each([
		[['a', 1, null], 'a,1,'],
		[['a,b', 'nói "vâng"', 'hai\ndòng'], '"a,b","nói ""vâng""","hai\ndòng"'],
		[['=1+1', '+84', '-5', '@cmd', '\tx'], "'=1+1,'+84,'-5,'@cmd,'\tx"],
		[['=HYPERLINK("x","y")'], `"'=HYPERLINK(""x"",""y"")"`],
		[['nhà;=1+1', 'a;"=1+1', 'a\n=1+1', '＝1+1', 'a; - b'], `nhà;'=1+1,"a;""'=1+1","a\n'=1+1",'＝1+1,a; - b`],
		[[{ number: '-0,5' }, { number: '-5' }], '"-0,5",-5'],
		[['1=1', 'a-b', '{"role":"helper"}'], '1=1,a-b,"{""role"":""helper""}"']
	])('%j is %s', (cells, line) => expect(csvLine(cells)).toBe(`${line}\r\n`));
});
