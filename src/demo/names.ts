import { fold, vietnameseSortKey } from '../platform/text.ts';
import type { Chance } from './seeded.ts';

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý'];
const women = {
	middle: ['Thị', 'Thị Thu', 'Ngọc', 'Thị Kim'],
	given: ['Lan', 'Hoa', 'Mai', 'Hương', 'Nga', 'Thảo', 'Yến', 'Đào', 'Sen', 'Hạnh', 'Nhung', 'Tuyết', 'Vân', 'Ánh']
};
const men = {
	middle: ['Văn', 'Hữu', 'Đức', 'Quang'],
	given: ['Nam', 'Hùng', 'Dũng', 'Tuấn', 'Minh', 'Sơn', 'Long', 'Bình', 'Tú', 'Khoa', 'Phúc', 'Thắng', 'Lộc', 'Ân']
};

/** A name as rows keep it. */
export interface Named {
	readonly name: string;
	readonly nameSort: string;
	readonly nameFolded: string;
}

const known = new Map<string, Named>();

/** A made-up name. There are some thousands of them, so many people share one, as in life. */
export function aName(chance: Chance): Named {
	const { middle, given } = chance.is(0.5) ? women : men;
	return named(`${chance.pick(families)} ${chance.pick(middle)} ${chance.pick(given)}`);
}

/** The same name is folded once. */
export function named(name: string): Named {
	const found = known.get(name) ?? { name, nameSort: vietnameseSortKey(name), nameFolded: fold(name) };
	known.set(name, found);
	return found;
}
