import { listPlacesByIds, type Place } from '../../places/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { recordAct, type Act } from '../../platform/audit.ts';
import { byteOrderMark, csvLine } from '../../platform/csv.ts';
import type { House } from '../../platform/house.ts';
import { say, type Lang } from '../../platform/messages/index.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { actOnOrganisation } from '../members/acts.ts';
import { named, placeFor } from '../organisations.ts';
import { managers } from '../who-may.ts';
import { columns } from './columns.ts';
import {
	changeImport,
	dropLines,
	findImport,
	listImports,
	listLines,
	type ImportRow,
	type LineRow
} from './queries.ts';
import { noSuchImport, notNow } from './refusals.ts';
import type { ImportList, ImportView } from './schemas.ts';

const mostShown = 100;
const portion = 2_000;

const summary = ({ id, state, rows, good, bad, done, startedAt }: ImportRow) => {
	return { id, state, rows, good, bad, known: rows - good - bad, done, startedAt: startedAt.toISOString() };
};

/** The latest spreadsheets that were brought into an organisation. */
export async function readImports({ store }: House, actor: Actor, placeId: string): Promise<ImportList> {
	const place = await placeFor(store.read, actor, { id: placeId, roles: managers });
	return { place: await told(store.read, place), imports: (await listImports(store.read, place.id)).map(summary) };
}

/** One spreadsheet: how far it is, and its first rows with faults. */
export async function readImport({ store }: House, actor: Actor, id: string): Promise<ImportView> {
	const row = await importFor(store.read, actor, id);
	const bad = await listLines(store.read, { importId: id, state: 'bad', limit: mostShown });
	const faults = bad.map((line) => ({
		line: line.line,
		name: line.cells['name'] ?? '',
		why: whysOf(line, actor.lang)
	}));
	const place = await placeOf(store.read, row);
	return { ...summary(row), place: await told(store.read, place), listed: place.kind === 'organisation', faults };
}

/** All rows with faults as a spreadsheet opens them, the cells as they came and why; mended it can be sent again. */
export async function faultsCsv(
	{ store }: House,
	actor: Actor,
	{ id, lang }: { id: string; lang: Lang }
): Promise<string> {
	await importFor(store.read, actor, id);
	const heading = columns.map((column) => say(lang, `imports.col-${column}`));
	const lines = [csvLine([say(lang, 'imports.column-line'), ...heading, say(lang, 'imports.column-why')])];
	for (let after = 0, more = true; more;) {
		const bad = await listLines(store.read, { importId: id, state: 'bad', after, limit: portion });
		for (const row of bad)
			lines.push(csvLine([row.line, ...columns.map((each) => row.cells[each] ?? ''), whysOf(row, lang).join('; ')]));
		after = bad.at(-1)?.line ?? after;
		more = bad.length === portion;
	}
	return byteOrderMark + lines.join('');
}

/** An empty list with one made-up row. */
export function templateCsv(lang: Lang): string {
	const sample = [say(lang, 'imports.sample-name'), '12/05/1980', '0912 000 000', 'mau@example.vn'];
	const heading = csvLine(columns.map((column) => say(lang, `imports.col-${column}`)));
	return byteOrderMark + heading + csvLine([...sample, say(lang, 'imports.sample-position'), 'A001', '', '']);
}

function whysOf({ problems }: LineRow, lang: Lang): string[] {
	return problems.map(({ column, code, values }) => {
		return `${say(lang, `imports.col-${column}`)}: ${say(lang, `imports.why-${code}`, values)}`;
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
export function dropImport(house: House, actor: Actor, id: string): Promise<void> {
	return step(house, actor, {
		...{ id, from: 'checked', action: 'assign.import-dropped' },
		async change(tx, row) {
			await changeImport(tx, row.id, { state: 'dropped', finishedAt: house.clock.now() });
			await dropLines(tx, row.id, ['good', 'bad', 'known']);
		}
	});
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
