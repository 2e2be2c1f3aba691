import { readEntry, type EntryParts } from '../../staff/typed-entry.ts';
import { cellsOf, problemsOf } from '../cells.ts';
import { yearIn } from '../columns.ts';
import type { Columns } from '../kinds.ts';
import type { TableRow } from '../table-row.ts';
import type { RowProblem } from '../tables.ts';

/** The organisations that a row may name. */
export interface Organisations {
	/** Where rows go that name none; null where each has to. */
	readonly own: { id: string } | null;
	/** The ids of those that stand under this name or official code, and whether there was one that has ended. */
	called(name: string): { ids: readonly string[]; ended: boolean };
	/** Names that are almost this one, as they are put into a sentence; nothing where there are none. */
	near(name: string): string;
}

export interface CheckedRow {
	readonly line: number;
	readonly cells: Record<string, string>;
	readonly problems: RowProblem[];
	readonly placeId: string;
	readonly parts: EntryParts;
}

const codes: Record<string, string> = {
	'platform.field-required': 'name-missing',
	'identity.name-wrong': 'name-wrong',
	'identity.birth-year-wrong': 'birth-wrong',
	'identity.phone-wrong': 'phone-wrong',
	'staff.email-wrong': 'email-wrong',
	'staff.too-long': 'too-long'
};

/** What one row says, and all that is wrong with it, column by column. */
export function checkRow(
	row: TableRow,
	{ at, organisations, now }: { at: Columns; organisations: Organisations; now: Date }
): CheckedRow {
	const cells = cellsOf(row, at);
	const { parts, faults } = readEntry(typedOf(cells), now);
	const place = placeOf(cells['place'] ?? '', organisations);
	const problems = faults.map(({ field, code }): RowProblem => {
		const column = field === 'birthYear' ? 'birth' : field;
		return { column, code: codes[code] ?? 'too-long', values: { typed: (cells[column] ?? '').slice(0, 40) } };
	});
	if (place.problem) problems.push(place.problem);
	return { line: row.line, cells, parts, placeId: place.id, problems: problemsOf(row, at, problems) };
}

/** A row as the form of the list would send it; a number that a spreadsheet took the nought of a phone from gets it back. */
function typedOf({ name = '', birth, phone, place: _, ...rest }: Record<string, string>) {
	const year = birth === undefined ? undefined : (yearIn(birth) ?? 0);
	const whole = phone !== undefined && /^[35789]\d{8}$/.test(phone) ? `0${phone}` : phone;
	return {
		...rest,
		name,
		...(year !== undefined && { birthYear: year }),
		...(whole !== undefined && { phone: whole })
	};
}

function placeOf(typed: string, { own, called, near }: Organisations): { id: string; problem?: RowProblem } {
	const wrong = (code: string, values: RowProblem['values'] = {}) => ({
		id: '',
		problem: { column: 'place', code, values: { typed: typed.slice(0, 60), ...values } }
	});
	if (typed === '') return own ?? wrong('place-missing');
	const { ids, ended } = called(typed);
	if (ids.length > 1) return wrong('place-several');
	if (ids[0] !== undefined) return { id: ids[0] };
	if (ended) return wrong('place-closed');
	const names = near(typed);
	return names === '' ? wrong('place-unknown') : wrong('place-near', { near: names });
}

/** Rows that say the same person of the same organisation as an earlier one: `earlier` keeps what was seen. */
export function twinProblem({ line, placeId, parts }: CheckedRow, earlier: Map<string, number>): RowProblem[] {
	const key = `${placeId} ${parts.personKey}`;
	const first = earlier.get(key);
	if (first === undefined) earlier.set(key, line);
	return first === undefined ? [] : [{ column: 'name', code: 'twin', values: { line: first } }];
}

/** What is written into the list of a row that was checked before. */
export function entryOfCells(cells: Record<string, string>, now: Date): EntryParts {
	return readEntry(typedOf(cells), now).parts;
}
