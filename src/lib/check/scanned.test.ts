import { describe, expect, it } from 'vitest';
import { readScanned } from './scanned.ts';

const one = 'https://hoc.vn/xac-minh/7K4M-29QX-R3TB-1WZ8H';
const other = 'https://hoc.vn/en/xac-minh/0000-0000-0000-00000';
const code = '7K4M-29QX-R3TB-1WZ8H';
const letters = `1${'aB3_-'.repeat(30)}`;

describe('what was scanned or pasted', () => {
	it.each([
		['an address', one, [{ code, letters: null }]],
		['an address with a text', `${one}#${letters}`, [{ code, letters }]],
		['with a query and spaces round it', ` ${one}?x=1#${letters}\n`, [{ code, letters }]],
		['an address in a message', `Chào anh, giấy đây ạ ${one}#${letters} cảm ơn`, [{ code, letters }]],
		['a path', `xac-minh/${code}#`, [{ code, letters: null }]],
		['a code', code, [{ code, letters: null }]],
		[
			'a code beside another’s address',
			`0000-0000-0000-00000 ${one}`,
			[
				{ code: '0000-0000-0000-00000', letters: null },
				{ code, letters: null }
			]
		],
		['a code in groups', '7k4m 29qx r3tb 1wz8h', [{ code: '7k4m 29qx r3tb 1wz8h', letters: null }]],
		['a text alone', letters, [{ code: null, letters }]],
		['nothing', '  ', []],
		['a long story', 'Chào bạn, '.repeat(30), []],
		['half a percent sign', `${one}#%E1%`, [{ code, letters: '%E1%' }]]
	])('%s', (_what, typed, found) => expect(readScanned(typed)).toEqual(found));

	it('takes the same code twice for one, however it is glued together', () => {
		for (const glue of ['', ' ', '\n', '%20'])
			expect(readScanned(`${one}#${letters}${glue}${one}#${letters}`)).toEqual([{ code, letters }]);
	});

	it('tells two codes apart that came as one', () =>
		expect(readScanned(`${one}#${letters}${other}#1abc`)).toEqual([
			{ code, letters },
			{ code: '0000-0000-0000-00000', letters: '1abc' }
		]));
});
