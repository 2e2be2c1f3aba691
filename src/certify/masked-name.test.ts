import { describe, expect, it } from 'vitest';
import { maskedName } from './masked-name.ts';

describe('the name on the public page', () => {
	it.each([
		['Nguyễn Thị Lan', 'Nguyễn Thị L.'],
		['Giàng A Páo', 'Giàng A P.'],
		['Y Bhin Niê', 'Y B. Niê'],
		["H'Hen Niê", "H'H. Niê"],
		['H’Hen Niê', 'H’H. Niê'],
		["H' Hen Niê", "H' H. Niê"],
		['H Hen Niê', 'H H. Niê'],
		['Y Moan', 'Y M.'],
		["Ksor H'Bơ̆", "Ksor H'B."],
		["K'Brôi", "K'B."],
		['Rơ Châm Ơ̆n', 'Rơ Châm Ơ̆.'],
		['Lan', 'L.'],
		['Đỗ Ánh', 'Đỗ Á.'],
		['Tôn-Nữ Thị Ninh', 'Tôn-Nữ Thị N.'],
		['陳文安', '陳.']
	])('%s is shown as %s', (name, masked) => expect(maskedName(name)).toBe(masked));
});
