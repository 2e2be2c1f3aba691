import { listPlaces, listPlacesByIds, type Place } from '../../../places/index.ts';
import { dayInVietNam } from '../../../platform/clock.ts';
import { newId } from '../../../platform/ids.ts';
import type { Reader, Writer } from '../../../platform/persistence/store.ts';
import { fold } from '../../../platform/text.ts';
import { matchEntries } from '../../staff/match.ts';
import { addEntries, dropEntries, listSameKeys, type EntryRow } from '../../staff/queries.ts';
import type { CheckedLine, Checking, KindOfImport, Step } from '../kinds.ts';
import { countEntriesMade, finishLines, listUntouched, type LineRow } from '../queries.ts';
import { checkRow, entryOfCells, twinProblem, type CheckedRow, type Organisations } from './check-row.ts';
import { headings } from './headings.ts';

const portion = 300;

/** People into the lists of organisations. */
export const staffKind: KindOfImport = {
	...{ words: 'imports', headings, needed: 'name', spent: ['done', 'known'] },
	samples: (say) => [
		[
			...[say('imports.sample-name'), '12/05/1980', '0912 000 000', 'mau@example.vn'],
			...[say('imports.sample-position'), 'A001', '', '']
		]
	],
	checker,
	bringIn,
	countMade: countEntriesMade,
	async takeBack(tx, { row }) {
		const ids = await listUntouched(tx, row.id, portion);
		await dropEntries(tx, ids);
		return ids.length === 0 ? null : ids.length;
	}
};

async function checker(reader: Reader, { place, at, now }: Checking) {
	const organisations = await organisationsWithin(reader, place, now);
	const earlier = new Map<string, number>();
	return async (rows: Checking['rows']): Promise<CheckedLine[]> => {
		const told = rows
			.map((row) => checkRow(row, { at, organisations, now }))
			.map((row) => (row.problems.length > 0 ? row : { ...row, problems: twinProblem(row, earlier) }));
		const known = await knownKeys(reader, told);
		return told.map(({ line, cells, problems, placeId, parts }) => ({
			...{ line, problems, cells: { ...cells, placeId } },
			state: problems.length > 0 ? 'bad' : known.has(`${placeId} ${parts.personKey}`) ? 'known' : 'good'
		}));
	};
}

/** Those of these rows who stand in the lists of their organisations already, as organisation and key. */
async function knownKeys(reader: Reader, rows: readonly CheckedRow[]): Promise<Set<string>> {
	const known = new Set<string>();
	for (const placeId of new Set(rows.map((row) => row.placeId))) {
		const keys = rows.filter((row) => row.placeId === placeId).map(({ parts }) => parts.personKey);
		for (const row of await listSameKeys(reader, placeId, keys)) known.add(`${placeId} ${row.personKey}`);
	}
	return known;
}

/** The organisations that a row can name: this one and those below it, by name and by official code. */
async function organisationsWithin(reader: Reader, place: Place, now: Date): Promise<Organisations> {
	const day = dayInVietNam(now);
	const below = await listPlaces(reader, { below: place.path, day, limit: 5_000 });
	const all = await listPlacesByIds(reader, [place.id, ...below.map(({ id }) => id)]);
	const byName = new Map<string, { id: string; path: string; closed: boolean } | null>();
	for (const { id, path, kind, name, officialCode, validTo } of all) {
		if (kind !== 'organisation') continue;
		const one = { id, path, closed: validTo !== null && validTo < day };
		for (const called of [fold(name), ...(officialCode === null ? [] : [fold(officialCode)])])
			byName.set(called, byName.has(called) ? null : one);
	}
	return { own: place.kind === 'organisation' ? place : null, byName };
}

async function bringIn(tx: Writer, { row, lines, now }: Step & { lines: readonly LineRow[] }): Promise<number> {
	const byPlace = new Map<string, LineRow[]>();
	for (const line of lines) byPlace.set(placeOf(line), [...(byPlace.get(placeOf(line)) ?? []), line]);
	const places = new Map((await listPlacesByIds(tx, [...byPlace.keys()])).map((place) => [place.id, place.path]));
	for (const [placeId, theirs] of byPlace) {
		const entries = theirs.map((line): EntryRow => {
			const parts = entryOfCells(line.cells, now);
			const place = { placeId, placePath: places.get(placeId) ?? row.placePath };
			const nobody = { learnerId: null, matchedBy: null, matchedAt: null };
			return { id: newId(), ...place, ...parts, ...nobody, importId: row.id, addedAt: now, endedAt: null };
		});
		await addNew(tx, { placeId, entries, at: now });
	}
	await finishLines(tx, row.id, lines.at(-1)?.line ?? 0);
	return lines.length;
}

const placeOf = ({ cells }: LineRow) => cells['placeId'] ?? '';

/** Those who came into the list since the sheet was checked stay as they are. */
async function addNew(
	tx: Writer,
	{ placeId, entries, at }: { placeId: string; entries: EntryRow[]; at: Date }
): Promise<void> {
	const keys = entries.map(({ personKey }) => personKey);
	const known = new Set((await listSameKeys(tx, placeId, keys)).map(({ personKey }) => personKey));
	const fresh = entries.filter(({ personKey }) => !known.has(personKey));
	await addEntries(tx, fresh);
	await matchEntries(tx, { placeId, entries: fresh, at });
}
