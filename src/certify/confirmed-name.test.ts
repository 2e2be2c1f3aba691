import { describe, expect, it } from 'vitest';
import { confirmedName } from './confirmed-name.ts';

describe('a name on a record', () => {
	it.each([
		['Nguyễn Thị Lan', 'Nguyễn Thị Lan'],
		['  Nguyễn   Thị\u00a0Lan ', 'Nguyễn Thị Lan'],
		['Nguye\u0302\u0303n Thi\u0323 Lan', 'Nguyễn Thị Lan'],
		['Y Bhin Niê', 'Y Bhin Niê'],
		["H'Hen Niê", "H'Hen Niê"],
		['H’Hen Niê', 'H’Hen Niê'],
		['Giàng A Páo', 'Giàng A Páo'],
		['Ksor H’Ƀơ̆', 'Ksor H’Ƀơ̆'],
		['Tôn-Nữ Thị Ninh', 'Tôn-Nữ Thị Ninh'],
		['Trần V. An', 'Trần V. An'],
		['Thạch Sô Phia', 'Thạch Sô Phia'],
		['ថាច់ សុភា', 'ថាច់ សុភា'],
		['陳文安', '陳文安'],
		['Lan\u200b Anh', 'Lan Anh'],
		['An', 'An']
	])('%j stands as %j', (typed, name) => expect(confirmedName(typed)).toEqual({ name }));

	it.each([
		['', 'certify.name-too-short'],
		['  ', 'certify.name-too-short'],
		['L', 'certify.name-too-short'],
		['Lan '.repeat(21), 'certify.name-too-long'],
		['Lan 2', 'certify.name-characters'],
		['Nguyễn Thị\nLan', 'certify.name-characters'],
		['Nguyễn\tLan', 'certify.name-characters'],
		['Nguyễn\u0000Lan', 'certify.name-characters'],
		['Nguyễn \u202eLan', 'certify.name-characters'],
		['Nguyễn\u2028Lan', 'certify.name-characters'],
		['<b>Lan</b>', 'certify.name-characters'],
		['Lan & Hoa', 'certify.name-characters'],
		["' .", 'certify.name-characters'],
		['-Lan', 'certify.name-characters'],
		['L\u0334\u0335\u0336\u0337\u0338an', 'certify.name-characters'],
		['Lan 👍', 'certify.name-characters'],
		['\ud800Lan', 'certify.name-characters']
	])('%j is refused: %s', (typed, fault) => expect(confirmedName(typed)).toEqual({ fault }));
});
