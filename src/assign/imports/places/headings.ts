/** What people write above the columns of a list of places. */
export const headings = {
	name: ['ten', 'ten goi', 'ten dia ban', 'ten don vi', 'ten dia ban, don vi', 'name'],
	kind: ['loai', 'cap', 'loai dia ban', 'kind', 'type', 'level'],
	under: ['nam trong', 'thuoc', 'thuoc dia ban', 'noi chua', 'dia ban', 'lies in', 'in', 'under', 'parent'],
	officialCode: ['ma', 'ma so', 'ma chinh thuc', 'ma don vi', 'ma dia ban', 'ma dvhc', 'code', 'official code'],
	organisationKind: ['loai don vi', 'loai to chuc', 'kind of organisation', 'kind of organization'],
	sector: ['nganh', 'linh vuc', 'sector'],
	answersTo: ['truc thuoc', 'don vi cap tren', 'co quan cap tren', 'cap tren', 'answers to', 'reports to'],
	grade: ['khoi', 'khoi lop', 'grade'],
	schoolYear: ['nam hoc', 'school year']
} as const;
