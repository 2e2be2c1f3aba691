import { expect, it } from 'vitest';
import { placeChoices } from './place-choices.ts';

it('a place that was chosen before stands among those offered, once, also where it is not among them', () => {
	const province = { id: 'tinh', name: 'Tỉnh', within: null };
	const office = { id: 'van-phong', name: 'Văn phòng' };
	expect(placeChoices([province, { id: 'xa', name: 'Xã', within: 'Tỉnh' }], [office, province, office])).toEqual([
		{ value: 'tinh', label: 'Tỉnh' },
		{ value: 'xa', label: 'Xã, Tỉnh' },
		{ value: 'van-phong', label: 'Văn phòng' }
	]);
});
