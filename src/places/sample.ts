import type { NewContactRow, Place } from './queries.ts';

/** A place that comes with the program. */
export type ShippedPlace = Pick<Place, 'id' | 'code' | 'kind' | 'name' | 'localKind' | 'parentId' | 'path'> & {
	validFrom?: string | null;
	sample?: boolean;
};

/** A made-up province and commune, named as such, for trying things out. */
export const samplePlaces: readonly ShippedPlace[] = [
	{
		id: 'mau',
		code: 'mau',
		kind: 'province',
		name: 'Tỉnh Mẫu (làm thử)',
		localKind: 'tỉnh',
		parentId: 'vn',
		path: '/mau/',
		sample: true
	},
	{
		id: 'mau-dong-sen',
		code: 'dong-sen',
		kind: 'commune',
		name: 'Xã Đồng Sen (xã mẫu, làm thử)',
		localKind: 'xã',
		parentId: 'mau',
		path: '/mau/dong-sen/',
		sample: true
	},
	village('thuong', 'Thôn Thượng', 'thôn'),
	village('ha', 'Thôn Hạ', 'thôn'),
	village('ba-cay-da', 'Bản Ba Cây Đa', 'bản'),
	village('ben-cho', 'Xóm Bến Chợ', 'xóm')
];

function village(code: string, name: string, localKind: string): ShippedPlace {
	const [parentId, path] = ['mau-dong-sen', `/mau/dong-sen/${code}/`];
	return { id: `mau-dong-sen-${code}`, code, kind: 'village', name, localKind, parentId, path, sample: true };
}

/** Contact cards that nobody can take for real ones: the numbers are not dialled anywhere. */
export const sampleContacts: readonly NewContactRow[] = [
	{
		id: 'mau-dong-sen-1',
		placeId: 'mau-dong-sen',
		kind: 'service-centre',
		name: 'Trung tâm phục vụ hành chính công xã Đồng Sen (làm thử, không có thật)',
		phone: '0000 000 001',
		address: 'Nhà văn hóa Đồng Sen (địa chỉ làm thử)',
		hours: 'Thứ Hai đến thứ Sáu, 7 giờ 30 đến 16 giờ 30 (giờ làm thử)'
	},
	{
		id: 'mau-dong-sen-2',
		placeId: 'mau-dong-sen',
		kind: 'police',
		name: 'Công an xã Đồng Sen (làm thử, không có thật)',
		phone: '0000 000 002',
		address: null,
		hours: null
	},
	{
		id: 'mau-dong-sen-3',
		placeId: 'mau-dong-sen',
		kind: 'team',
		name: 'Tổ công nghệ số cộng đồng xã Đồng Sen (làm thử, không có thật)',
		phone: '0000 000 003',
		address: 'Nhà văn hóa Thôn Thượng (địa chỉ làm thử)',
		hours: 'Tối thứ Tư, 19 giờ 30 (giờ làm thử)'
	}
];
