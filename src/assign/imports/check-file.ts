import { setImmediate as others } from 'node:timers/promises';
import { listPlaces, listPlacesByIds, type Place } from '../../places/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { House } from '../../platform/house.ts';
import { newId } from '../../platform/ids.ts';
import { say } from '../../platform/messages/index.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { fold } from '../../platform/text.ts';
import { actOnOrganisation } from '../members/acts.ts';
import { placeFor, refuseClosed } from '../organisations.ts';
import { noSuchOrganisation } from '../refusals.ts';
import { listSameKeys } from '../staff/queries.ts';
import { managers } from '../who-may.ts';
import { checkRow, twinProblem, type CheckedRow, type Organisations } from './check-row.ts';
import { columnsIn, type Column } from './columns.ts';
import { readInThread } from './in-thread.ts';
import { addImport, addLines, changeImport, dropUnfinished, type LineRow } from './queries.ts';
import type { TableRow } from './read-table.ts';
import { uselessFile } from './refusals.ts';

/** So many rows a transaction: answers of learners have their turn in between. */
const portion = 500;
const leaseMs = 10 * 60_000;

/** Reads a spreadsheet, says of each of its rows whether it can go in, and keeps that; nothing else is done yet. Returns the id. */
export async function checkFile(
	house: House,
	actor: Actor,
	{ placeId, bytes }: { placeId: string; bytes: Uint8Array }
): Promise<string> {
	const now = house.clock.now();
	const place = await placeFor(house.store.read, actor, { id: placeId, roles: managers });
	refuseClosed(place, now);
	const { at, rows } = await tableIn(bytes, actor);
	const organisations = await organisationsWithin(house.store.read, place, now);
	const id = await begin(house, actor, { place, rows: rows.length });
	const earlier = new Map<string, number>();
	let [good, bad] = [0, 0];
	for (let start = 0; start < rows.length; start += portion) {
		const checked = rows.slice(start, start + portion).map((row) => checkRow(row, { at, organisations, now }));
		const lines = await linesOf(house.store.read, { importId: id, checked, earlier });
		good += lines.filter(({ state }) => state === 'good').length;
		bad += lines.filter(({ state }) => state === 'bad').length;
		await house.store.transact((tx) => addLines(tx, lines));
		await others();
	}
	await house.store.transact((tx) => changeImport(tx, id, { state: 'checked', good, bad, leasedUntil: null }));
	return id;
}

async function tableIn(
	bytes: Uint8Array,
	{ lang }: Actor
): Promise<{ at: Map<Column, number>; rows: readonly TableRow[] }> {
	const table = await readInThread(bytes);
	if ('fault' in table) throw uselessFile(table.fault, table.values);
	const [header, ...rows] = table.rows;
	const found = columnsIn(header?.cells ?? []);
	if ('missing' in found) throw uselessFile('no-name-column', {});
	if ('twice' in found) throw uselessFile('twice-column', { column: say(lang, `imports.col-${found.twice}`) });
	return { at: found.at, rows };
}

function begin(house: House, actor: Actor, { place, rows }: { place: Place; rows: number }): Promise<string> {
	const now = house.clock.now();
	return house.store.transact(async (tx) => {
		if (actor.accountId === null) throw noSuchOrganisation();
		await dropUnfinished(tx, now);
		const id = newId();
		await addImport(tx, {
			...{ id, kind: 'staff', placeId: place.id, placePath: place.path, by: actor.accountId, state: 'checking' },
			...{ rows, good: 0, bad: 0, done: 0, startedAt: now, finishedAt: null, undoneAt: null },
			leasedUntil: new Date(now.getTime() + leaseMs)
		});
		await recordAct(tx, house, actOnOrganisation(actor, 'assign.import-checked', { ...place, details: { rows } }));
		return id;
	});
}

async function linesOf(
	reader: Reader,
	{ importId, checked, earlier }: { importId: string; checked: readonly CheckedRow[]; earlier: Map<string, number> }
): Promise<LineRow[]> {
	const told = checked.map((row) => (row.problems.length > 0 ? row : { ...row, problems: twinProblem(row, earlier) }));
	const known = await knownKeys(reader, told);
	return told.map(({ line, cells, problems, placeId, parts }) => ({
		...{ importId, line, problems, madeId: null, cells: { ...cells, placeId } },
		state: problems.length > 0 ? 'bad' : known.has(`${placeId} ${parts.personKey}`) ? 'known' : 'good'
	}));
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
