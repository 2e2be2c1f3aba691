import { setImmediate as others } from 'node:timers/promises';
import { listPlacesByIds, type Place } from '../../places/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { recordAct, type Act } from '../../platform/audit.ts';
import { byteOrderMark, csvLine } from '../../platform/csv.ts';
import type { House } from '../../platform/house.ts';
import { say, type Lang } from '../../platform/messages/index.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { actOnOrganisation } from '../members/acts.ts';
import { named, placeFor } from '../organisations.ts';
import { importers } from '../who-may.ts';
import { kinds } from './all-kinds.ts';
import {
	changeImport,
	dropLines,
	findImport,
	listImports,
	listNext,
	listTold,
	type ImportRow,
	type LineRow
} from './queries.ts';
import { noSuchImport, notNow } from './refusals.ts';
import type { ImportList, ImportView } from './schemas.ts';
import type { ImportKind } from './tables.ts';

const mostShown = 100;
/** So many good rows show how the columns were read. */
const mostPreviewed = 5;
const portion = 2_000;

const summary = ({ id, kind, state, rows, good, bad, done, startedAt }: ImportRow) => {
	const known = state === 'checking' ? 0 : rows - good - bad;
	return { id, kind, state, rows, good, bad, known, done, startedAt: startedAt.toISOString() };
};

/** The latest spreadsheets of a kind that were brought into a place. */
export async function readImports(
	{ store }: House,
	actor: Actor,
	{ placeId, kind }: { placeId: string; kind: ImportKind }
): Promise<ImportList> {
	const place = await placeFor(store.read, actor, { id: placeId, roles: importers[kind] });
	const rows = await listImports(store.read, { placeId: place.id, kind });
	return { place: await told(store.read, place), imports: rows.map(summary) };
}

/** One spreadsheet: how far it is, its first rows with faults, and what stayed when it was taken back. */
export async function readImport({ store }: House, actor: Actor, id: string): Promise<ImportView> {
	const row = await importFor(store.read, actor, id);
	const first = (state: 'bad' | 'kept') => listTold(store.read, { importId: id, state, limit: mostShown });
	const bad = await first('bad');
	const good = row.state === 'checked' ? await listNext(store.read, id, mostPreviewed) : [];
	const place = await placeOf(store.read, row);
	return {
		...summary(row),
		place: await told(store.read, place),
		listed: place.kind === 'organisation' && row.kind === 'staff',
		useless: row.state === 'useless' ? faultOf(row, actor.lang) : null,
		leftOut: row.state !== 'useless' && row.fault ? faultOf(row, actor.lang) : null,
		faults: bad.map((line) => ({ ...called(line), why: whysOf(line, { kind: row.kind, lang: actor.lang }) })),
		first: good.map((line) => ({ ...called(line), told: cellsTold(line, { kind: row.kind, lang: actor.lang }) })),
		kept: (await first('kept')).map(called)
	};
}

const called = ({ line, cells }: LineRow) => ({ line, name: cells['name'] ?? '' });

/** What was read in the cells of a row besides its name, each with its column. */
function cellsTold({ cells }: LineRow, { kind, lang }: { kind: ImportKind; lang: Lang }): string[] {
	const columns = Object.keys(kinds[kind].headings).filter((column) => column !== 'name' && cells[column]);
	return columns.map((column) => `${columnName(kind, column, lang)}: ${cells[column]}`);
}

/** All rows with faults as a spreadsheet opens them, the cells as they came and why; mended it can be sent again. */
export async function faultsCsv(
	{ store }: House,
	actor: Actor,
	{ id, lang }: { id: string; lang: Lang }
): Promise<string> {
	const { kind } = await importFor(store.read, actor, id);
	const columns = Object.keys(kinds[kind].headings);
	const heading = columns.map((column) => columnName(kind, column, lang));
	const lines = [csvLine([say(lang, 'imports.column-line'), ...heading, say(lang, 'imports.column-why')])];
	for (let after = 0, more = true; more;) {
		const bad = await listTold(store.read, { importId: id, state: 'bad', after, limit: portion });
		for (const row of bad)
			lines.push(
				csvLine([row.line, ...columns.map((each) => row.cells[each] ?? ''), whysOf(row, { kind, lang }).join('; ')])
			);
		after = bad.at(-1)?.line ?? after;
		more = bad.length === portion;
	}
	return byteOrderMark + lines.join('');
}

/** A spreadsheet with headings and made-up rows. */
export function templateCsv(kind: ImportKind, lang: Lang): string {
	const heading = Object.keys(kinds[kind].headings).map((column) => columnName(kind, column, lang));
	const rows = kinds[kind].samples((key) => say(lang, key));
	return byteOrderMark + [heading, ...rows].map((cells) => csvLine(cells)).join('');
}

const columnName = (kind: ImportKind, column: string, lang: Lang) => say(lang, `${kinds[kind].words}.col-${column}`);

function faultOf({ kind, fault }: ImportRow, lang: Lang): string {
	const { code, values } = fault ?? { code: 'broken', values: {} };
	const { column } = values;
	return say(lang, `imports.${code}`, {
		...values,
		...(typeof column === 'string' && { column: columnName(kind, column, lang) })
	});
}

/** What is wrong with a row; a kind has its own words for what it alone can say. */
function whysOf({ problems }: LineRow, { kind, lang }: { kind: ImportKind; lang: Lang }): string[] {
	return problems.map(({ column, code, values }) => {
		const own = `${kinds[kind].words}.why-${code}`;
		const why = say(lang, own, values);
		return `${columnName(kind, column, lang)}: ${why === own ? say(lang, `imports.why-${code}`, values) : why}`;
	});
}

/** The good rows go in from now on; the background does it. */
export function startImport(house: House, actor: Actor, id: string): Promise<void> {
	return step(house, actor, {
		...{ id, from: 'checked', action: 'assign.import-begun' },
		change: (tx, row) => changeImport(tx, row.id, { state: row.good > 0 ? 'running' : 'done', done: 0 })
	});
}

/** What it made is taken back, as far as nobody has built on it. */
export function undoImport(house: House, actor: Actor, id: string): Promise<void> {
	return step(house, actor, {
		...{ id, from: 'done', action: 'assign.import-undone' },
		change: (tx, row) => changeImport(tx, row.id, { state: 'undoing', done: 0 })
	});
}

/** It is not brought in; its rows are forgotten. */
export async function dropImport(house: House, actor: Actor, id: string): Promise<void> {
	await step(house, actor, {
		...{ id, from: 'checked', action: 'assign.import-dropped' },
		change: (tx, row) => changeImport(tx, row.id, { state: 'dropped', finishedAt: house.clock.now() })
	});
	const lines = { importId: id, states: ['good', 'bad', 'known'], limit: 500 } as const;
	// Of a hundred thousand a few at a time: what learners send has its turn in between.
	while (!(await house.store.transact((tx) => dropLines(tx, lines)))) await others();
}

interface Step {
	id: string;
	from: ImportRow['state'];
	action: Act['action'];
	change: (tx: Writer, row: ImportRow) => Promise<void>;
}

async function step(house: House, actor: Actor, { id, from, action, change }: Step): Promise<void> {
	await house.store.transact(async (tx) => {
		const row = await importFor(tx, actor, id);
		if (row.state !== from) throw notNow();
		await change(tx, row);
		const details: NonNullable<Act['details']> = action === 'assign.import-begun' ? { rows: row.good } : {};
		await recordAct(tx, house, actOnOrganisation(actor, action, { ...(await placeOf(tx, row)), details }));
	});
}

async function importFor(reader: Reader, actor: Actor, id: string): Promise<ImportRow> {
	const row = await findImport(reader, actor, id);
	if (!row) throw noSuchImport();
	return row;
}

async function placeOf(reader: Reader, { placeId }: ImportRow): Promise<Place> {
	const [place] = await listPlacesByIds(reader, [placeId]);
	if (!place) throw noSuchImport();
	return place;
}

async function told(reader: Reader, place: Place) {
	const [one] = await named(reader, [place]);
	if (!one) throw noSuchImport();
	return one;
}
