import { expect, it } from 'vitest';
import { eachOnce, placeChoices } from './place-choices.ts';

it('a place that was chosen before stands among those offered, once, also where it is not among them', () => {
	const province = { id: 'tinh', name: 'Tỉnh', within: null };
	const office = { id: 'van-phong', name: 'Văn phòng' };
	expect(placeChoices([province, { id: 'xa', name: 'Xã', within: 'Tỉnh' }], [office, province, office])).toEqual([
		{ value: 'tinh', label: 'Tỉnh' },
		{ value: 'xa', label: 'Xã, Tỉnh' },
		{ value: 'van-phong', label: 'Văn phòng' }
	]);
});

it('a place that was found by an old name tells it, and lists put together keep each place as it first stands', () => {
	const found = placeChoices([{ id: 'xa', name: 'Xã Mới', within: 'Tỉnh', formerly: ['Xã Cũ', 'Xã Nhỏ'] }]);
	expect(found).toEqual([{ value: 'xa', label: 'Xã Mới, Tỉnh', formerly: 'Xã Cũ, Xã Nhỏ' }]);
	expect(eachOnce([{ value: 'xa', label: 'Xã' }], found, [{ value: 'thon', label: 'Thôn' }])).toEqual([
		{ value: 'xa', label: 'Xã' },
		{ value: 'thon', label: 'Thôn' }
	]);
});
