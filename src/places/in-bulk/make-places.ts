import type { Writer } from '../../platform/persistence/store.ts';
import { codeFor, placeFrom, sameName } from '../new-place.ts';
import { placeSortKey } from '../names.ts';
import { addPlaces, listByIds, type Place } from '../queries.ts';
import { listStandingIn } from './queries.ts';
import { mayLieIn, readRow, type ListProblem, type ListRow, type RowParts } from './read-row.ts';

/** What came of a row: the place that was made, or that was there by now; or why not. */
export type Outcome = { readonly id: string; readonly isNew: boolean } | { readonly problem: ListProblem };

export interface ToMake {
	/** Everything has to lie at or below this place. */
	readonly root: Place;
	/** Rows that were checked, with what they rest on in their cells; those first that others rest on. */
	readonly rows: readonly ListRow[];
	/** What earlier rows became. */
	readonly made: ReadonlyMap<number, string>;
	readonly day: string;
}

/** Makes the places of a list that was checked; what somebody has set up by hand meanwhile is not made twice. */
export async function makePlaces(tx: Writer, { root, rows, made, day }: ToMake): Promise<Map<number, Outcome>> {
	const making = new Making({ root, day, made: new Map(made), known: await placesNamed(tx, rows, made) });
	const parentIds = [...making.known.keys()];
	const nameSorts = rows.map((row) => placeSortKey(readRow(row).parts.name));
	for (const { id, name, parentId } of await listStandingIn(tx, { parentIds, nameSorts: [...new Set(nameSorts)] }))
		making.taken.set(`${parentId} ${sameName(name)}`, id);
	const outcomes = new Map(rows.map((row) => [row.line, making.make(row)]));
	await addPlaces(tx, making.fresh);
	return outcomes;
}

/** All that these rows rest on; where one went into another since, that one under the old id. */
async function placesNamed(tx: Writer, rows: readonly ListRow[], made: ReadonlyMap<number, string>) {
	const ids = rows.flatMap(({ cells }) => [cells['parentId'], cells['toId']].flatMap((id) => id ?? []));
	const known = new Map((await listByIds(tx, [...new Set([...ids, ...made.values()])])).map((each) => [each.id, each]));
	const into = await listByIds(tx, [...new Set([...known.values()].flatMap(({ mergedInto }) => mergedInto ?? []))]);
	for (const [id, { mergedInto }] of known) {
		const place = into.find((each) => each.id === mergedInto);
		if (place) known.set(id, place);
	}
	return known;
}

interface Begun {
	readonly root: Place;
	readonly day: string;
	readonly made: Map<number, string>;
	readonly known: Map<string, Place>;
}

const wantsBoss = ({ cells }: ListRow) => 'toId' in cells || 'toLine' in cells;

class Making {
	readonly known: Map<string, Place>;
	readonly taken = new Map<string, string>();
	readonly fresh: Place[] = [];
	readonly #begun: Begun;

	constructor(begun: Begun) {
		this.#begun = begun;
		this.known = begun.known;
	}

	make(row: ListRow): Outcome {
		const { parts } = readRow(row);
		const parent = this.#named(row, 'parent');
		if (!parent || !this.#mayHold(parent, parts)) return { problem: { column: 'under', code: 'under-gone' } };
		const boss = this.#named(row, 'to');
		if (wantsBoss(row) && (boss?.kind !== 'organisation' || boss.sample !== parent.sample))
			return { problem: { column: 'answersTo', code: 'answers-gone' } };
		const key = `${parent.id} ${sameName(parts.name)}`;
		const there = this.taken.get(key);
		if (there !== undefined) return this.#keep(row, { id: there, isNew: false });
		const { kind, name, localKind, organisationKind, sector, officialCode, grade, schoolYear } = parts;
		const place: Place = {
			...placeFrom({ kind, name, localKind, code: codeFor(name), parent }),
			...{ organisationKind, sector, officialCode, grade, schoolYear, answersTo: boss?.id ?? null }
		};
		this.known.set(place.id, place);
		this.taken.set(key, place.id);
		this.fresh.push(place);
		return this.#keep(row, { id: place.id, isNew: true });
	}

	#mayHold(parent: Place, parts: RowParts): boolean {
		return mayLieIn(parts, parent) && parent.path.startsWith(this.#begun.root.path);
	}

	#keep({ line }: ListRow, outcome: { id: string; isNew: boolean }): Outcome {
		this.#begun.made.set(line, outcome.id);
		return outcome;
	}

	/** The place that a row rests on, where it stands. */
	#named({ cells }: ListRow, what: 'parent' | 'to'): Place | undefined {
		const id = cells[`${what}Id`] ?? this.#begun.made.get(Number(cells[`${what}Line`]));
		const place = this.known.get(id ?? '');
		const stands = place && (place.validTo === null || place.validTo >= this.#begun.day);
		return stands ? place : undefined;
	}
}
