/** Where the name of a person stands in two columns, what is written above the first. */
export const firstNames = [
	...['ho', 'ho dem', 'ho va dem', 'ho lot', 'ho va ten dem', 'ho ten dem', 'ho va chu dem', 'ho va chu lot'],
	...['last name', 'family name', 'surname']
] as const;

/** What people write above the columns of a staff list. */
export const headings = {
	name: ['ho ten', 'ho va ten', 'ten', 'full name', 'name'],
	birth: [
		...['nam sinh', 'ngay sinh', 'ngay thang nam sinh', 'sinh nam'],
		...['year of birth', 'date of birth', 'birth year', 'birthday']
	],
	phone: ['so dien thoai', 'dien thoai', 'sdt', 'so dt', 'di dong', 'phone', 'phone number', 'mobile'],
	email: ['thu dien tu', 'email', 'e-mail', 'mail'],
	position: ['chuc vu', 'chuc danh', 'cong viec', 'vi tri', 'position', 'title'],
	staffNumber: ['ma so', 'ma so trong don vi', 'ma can bo', 'ma nhan vien', 'ma hoc sinh', 'staff number', 'id'],
	apart: ['phan biet', 'chu de phan biet', 'tell apart', 'word to tell apart'],
	place: ['don vi', 'co quan', 'ma don vi', 'truong', 'lop', 'organisation', 'organization', 'unit']
} as const;
