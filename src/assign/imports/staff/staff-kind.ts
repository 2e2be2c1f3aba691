import { KnownPlaces, listPlacesByIds, type Place } from '../../../places/index.ts';
import { dayInVietNam } from '../../../platform/clock.ts';
import { newId } from '../../../platform/ids.ts';
import type { Reader, Writer } from '../../../platform/persistence/store.ts';
import { fold } from '../../../platform/text.ts';
import { matchEntries } from '../../staff/match.ts';
import { tellPositions } from '../../staff/tell-positions.ts';
import { addEntries, dropEntries, listKnown, type EntryRow } from '../../staff/queries.ts';
import type { CheckedLine, Checking, KindOfImport } from '../kinds.ts';
import { countEntriesMade, dropLinesAt, keepLines, listUntouched, type LineRow } from '../queries.ts';
import { checkRow, entryOfCells, twinProblem, type Organisations } from './check-row.ts';
import { firstNames, headings } from './headings.ts';

const portion = 300;

/** People into the lists of organisations. */
export const staffKind: KindOfImport = {
	...{ words: 'imports', headings, needed: 'name', firstPart: firstNames, spent: ['known'] },
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
		const people = told.map(({ placeId, parts }) => ({ placeId, personKey: parts.personKey }));
		const known = new Set((await listKnown(reader, people)).map(keyOf));
		return told.map(({ line, cells, problems, placeId, parts }) => ({
			...{ line, cells, problems, part: problems.length > 0 ? '' : placeId },
			state: problems.length > 0 ? 'bad' : known.has(keyOf({ placeId, personKey: parts.personKey })) ? 'known' : 'good'
		}));
	};
}

/** The organisations that a row can name: this one and those below it. */
async function organisationsWithin(reader: Reader, place: Place, now: Date): Promise<Organisations> {
	const known = await KnownPlaces.load(reader, { root: place, day: dayInVietNam(now), only: 'organisation' });
	return {
		own: place.kind === 'organisation' ? place : null,
		called(name) {
			const { standing, ended } = known.called(fold(name));
			return { ids: standing.map(({ id }) => id), ended };
		},
		near: (name) => known.near(name)
	};
}

async function bringIn(
	tx: Writer,
	{ row, lines, now, facts }: Parameters<KindOfImport['bringIn']>[1]
): Promise<number> {
	const places = await standingOf(
		tx,
		lines.map(({ part }) => part),
		dayInVietNam(now)
	);
	const gone = lines.filter(({ part }) => !places.has(part));
	await keepLines(tx, gone.map(closedLine));
	const entries = lines.flatMap(({ part, cells }): EntryRow[] => {
		const place = places.get(part);
		if (!place) return [];
		const nobody = { learnerId: null, matchedBy: null, matchedAt: null };
		const came = { importId: row.id, addedAt: now, endedAt: null };
		return [{ id: newId(), ...place, ...entryOfCells(cells, now), ...nobody, ...came }];
	});
	const fresh = await notListed(tx, entries);
	await addEntries(tx, fresh);
	for (const placeId of new Set(fresh.map((entry) => entry.placeId))) {
		const theirs = fresh.filter((entry) => entry.placeId === placeId);
		await tellPositions(tx, { facts }, await matchEntries(tx, { placeId, entries: theirs, at: now }));
	}
	const done = lines.flatMap(({ line, part }) => (places.has(part) ? line : []));
	await dropLinesAt(tx, row.id, done);
	return lines.length;
}

/** Where the organisations of rows are by now: one may have gone into another, or ended, since the file was looked at. */
async function standingOf(reader: Reader, ids: readonly string[], day: string) {
	const meant = await listPlacesByIds(reader, [...new Set(ids)]);
	const into = await listPlacesByIds(
		reader,
		meant.flatMap(({ mergedInto }) => mergedInto ?? [])
	);
	return new Map(
		meant.flatMap((place) => {
			const { id, path, validTo } = into.find((each) => each.id === place.mergedInto) ?? place;
			const stands = validTo === null || validTo >= day;
			return stands ? [[place.id, { placeId: id, placePath: path }] as const] : [];
		})
	);
}

function closedLine(line: LineRow): LineRow {
	const typed = (line.cells['place'] ?? '').slice(0, 60);
	return { ...line, state: 'bad', part: '', problems: [{ column: 'place', code: 'place-closed', values: { typed } }] };
}

/** Those who came into a list since the sheet was checked stay as they are. */
async function notListed(tx: Writer, entries: readonly EntryRow[]): Promise<EntryRow[]> {
	const known = new Set((await listKnown(tx, entries)).map(keyOf));
	return entries.filter((entry) => !known.has(keyOf(entry)));
}

const keyOf = ({ placeId, personKey }: Pick<EntryRow, 'placeId' | 'personKey'>) => `${placeId} ${personKey}`;
