import { fold } from '../../platform/text.ts';

export const columns = ['name', 'birth', 'phone', 'email', 'position', 'staffNumber', 'apart', 'place'] as const;
export type Column = (typeof columns)[number];

/** What people write above these columns, in either language, with marks or without. */
const headings: Record<Column, readonly string[]> = {
	name: ['ho ten', 'ho va ten', 'ten', 'full name', 'name'],
	birth: [
		'nam sinh',
		'ngay sinh',
		'ngay thang nam sinh',
		'sinh nam',
		'year of birth',
		'date of birth',
		'birth year',
		'birthday'
	],
	phone: ['so dien thoai', 'dien thoai', 'sdt', 'so dt', 'di dong', 'phone', 'phone number', 'mobile'],
	email: ['thu dien tu', 'email', 'e-mail', 'mail'],
	position: ['chuc vu', 'chuc danh', 'cong viec', 'vi tri', 'position', 'title'],
	staffNumber: ['ma so', 'ma so trong don vi', 'ma can bo', 'ma nhan vien', 'ma hoc sinh', 'staff number', 'id'],
	apart: ['phan biet', 'chu de phan biet', 'tell apart', 'word to tell apart'],
	place: ['don vi', 'co quan', 'ma don vi', 'truong', 'lop', 'organisation', 'organization', 'unit']
};

/** Where each column stands; or that the names are missing, or one column is there twice. */
export function columnsIn(
	header: readonly string[]
): { at: Map<Column, number> } | { missing: true } | { twice: Column } {
	const names = header.map((name) =>
		fold(name)
			.replace(/[*:.()]/g, '')
			.trim()
	);
	const at = new Map<Column, number>();
	for (const column of columns) {
		const found = names.flatMap((name, i) => (headings[column].includes(name) ? [i] : []));
		if (found.length > 1) return { twice: column };
		if (found[0] !== undefined) at.set(column, found[0]);
	}
	return at.has('name') ? { at } : { missing: true };
}

/** The year in a year, in a day as people or computers write it (12/05/1980, 1980-05-12), or in the day number of a spreadsheet. */
export function yearIn(typed: string): number | null {
	if (/^\d{4}$/.test(typed)) return Number(typed);
	const day = /^\d{1,2}[/.-]\d{1,2}[/.-](\d{4})$/.exec(typed) ?? /^(\d{4})-\d{1,2}-\d{1,2}(?:[T ].*)?$/.exec(typed);
	if (day) return Number(day[1]);
	// Days since the end of 1899: 5 digits reach from 1927.
	if (/^\d{5}$/.test(typed)) return new Date(Date.UTC(1899, 11, 30 + Number(typed))).getUTCFullYear();
	return null;
}
