import { tidy } from '../../platform/text.ts';
import { localKindOf, nameFault, wholeName } from '../names.ts';
import { notAnOrganisation } from '../new-place.ts';
import { detailsFrom, faultsOf } from '../organisations/checks.ts';
import { readKind, readSector, type ToldKind } from './kind-words.ts';

/** One thing wrong with a cell: its column, and the message that says so. */
export interface ListProblem {
	column: string;
	code: string;
	values?: Record<string, string | number>;
}

/** A row of a list of places: its cells by the names of their columns, those that are filled. */
export interface ListRow {
	readonly line: number;
	readonly cells: Readonly<Record<string, string>>;
}

export type RowParts = ToldKind & ReturnType<typeof detailsOf> & { readonly name: string };

const short = (text = '') => text.slice(0, 60);

/** What one row says of a place by itself, and all that is wrong with it. */
export function readRow({ cells }: ListRow): { parts: RowParts; problems: ListProblem[] } {
	const told = readKind(cells['kind'] ?? '', cells['organisationKind'] ?? '');
	const problems: ListProblem[] = [];
	if ('wrong' in told) {
		const code = told.missing ? 'kind-missing' : 'kind-wrong';
		problems.push({ column: told.wrong, code, values: { typed: short(cells[told.wrong]) } });
	}
	const kind: ToldKind = 'wrong' in told ? { kind: 'organisation', localKind: '', organisationKind: 'other' } : told;
	const named = nameOf(cells['name'] ?? '', kind);
	if (named.code !== null) problems.push({ column: 'name', code: named.code });
	const details = detailsOf(cells, kind);
	problems.push(...detailProblems(cells, details));
	return { parts: { ...kind, ...details, name: named.name, localKind: named.localKind }, problems };
}

function nameOf(typed: string, { kind, localKind }: ToldKind) {
	const given = tidy(typed);
	const name = kind === 'organisation' ? given : wholeName(given, localKind);
	const wrong = nameFault(kind, name) === null ? null : 'name-wrong';
	const code = given === '' ? 'name-missing' : wrong;
	return { name, code, localKind: localKindOf(name) ?? localKind };
}

/** What is told of an organisation; of another place its official code alone. */
function detailsOf(cells: ListRow['cells'], { organisationKind }: ToldKind) {
	const grade = /^\D{0,8}(\d{1,2})$/.exec(tidy(cells['grade'] ?? ''))?.[1];
	const details = detailsFrom({
		organisationKind: organisationKind ?? 'other',
		sector: readSector(cells['sector'] ?? ''),
		officialCode: cells['officialCode'] ?? null,
		grade: grade === undefined ? null : Number(grade),
		schoolYear: cells['schoolYear'] ?? null
	});
	if (organisationKind !== null) return { ...details, organisationKind };
	return { ...notAnOrganisation, officialCode: details.officialCode };
}

function detailProblems(cells: ListRow['cells'], details: ReturnType<typeof detailsOf>): ListProblem[] {
	const { organisationKind } = details;
	const faults = faultsOf({ ...details, organisationKind: organisationKind ?? 'other' });
	const problems = faults.map(({ field, code }): ListProblem => {
		const values = { typed: short(cells[field]) };
		return { column: field, code: code.replace(/^organisations\./, ''), values };
	});
	const sector = cells['sector'] ?? '';
	if (organisationKind !== null && sector !== '' && details.sector === null)
		problems.push({ column: 'sector', code: 'sector-wrong', values: { typed: short(sector) } });
	return problems;
}

/** What a place has to be for another to lie in it. */
interface Holder {
	readonly kind: string;
	readonly organisationKind: string | null;
}

/** Communes lie in provinces, villages in communes, classes in schools, where nothing else lies. */
export function mayLieIn({ kind, organisationKind }: Holder, parent: Holder): boolean {
	const above: Record<string, string> = { province: 'country', commune: 'province', village: 'commune' };
	if (kind !== 'organisation') return parent.kind === above[kind];
	return (organisationKind === 'class') === (parent.organisationKind === 'school');
}
