import { setTimeout as pause } from 'node:timers/promises';
import { listPlacesByIds } from '../../places/index.ts';
import { filesOf } from '../../platform/files/store-files.ts';
import type { House } from '../../platform/house.ts';
import { pace } from '../../platform/persistence/dialect.ts';
import { kinds } from './all-kinds.ts';
import { readInThread } from './in-thread.ts';
import type { CheckedLine, Columns, KindOfImport } from './kinds.ts';
import { layOut } from './layout.ts';
import { addLines, changeImport, countOn, dropLines, keepLease, type ImportRow } from './queries.ts';
import type { SheetRead } from './read-table.ts';
import type { TableRow } from './table-row.ts';
import type { FileFault } from './tables.ts';

/** So many rows a transaction: looking at one takes less than bringing it in. */
const portion = 250;
/** Reading a large file and looking at it as a whole takes less; each portion renews it. */
export const checkLeaseMs = 3 * 60_000;

type Means = Pick<House, 'store' | 'clock' | 'config' | 'log'>;
type Read = { at: Columns; rows: readonly TableRow[]; leftOut: FileFault | null };

/**
 * Reads the file of an import, says of each of its rows whether it can go in, and keeps that; nothing else is done yet.
 * Where a process was killed at it, the next one begins anew.
 */
export async function checkFile(house: Means, row: ImportRow): Promise<void> {
	const { store, clock } = house;
	const read = await tableOf(house, row);
	if ('code' in read) return giveUp(house, row, read);
	const [place] = await listPlacesByIds(store.read, [row.placeId]);
	if (!place) return giveUp(house, row, { code: 'broken', values: {} });
	const holding = new Holding(house, row);
	const before = { importId: row.id, states: ['good', 'bad', 'known'], limit: 500 } as const;
	const begun = { rows: read.rows.length, good: 0, bad: 0, done: 0, fault: read.leftOut };
	for (let isLast = false; holding.held && !isLast;)
		await holding.next(async (tx) => {
			isLast = await dropLines(tx, before);
			await changeImport(tx, row.id, begun);
		});
	const check = await kinds[row.kind].checker(store.read, { ...read, place, now: clock.now() });
	for (let start = 0; holding.held && start < read.rows.length; start += portion) {
		const startedAt = performance.now();
		const lines = await check(read.rows.slice(start, start + portion));
		await holding.next(async (tx) => {
			await addLines(
				tx,
				lines.map((line) => ({ ...line, importId: row.id, madeId: null }))
			);
			await countOn(tx, row.id, { done: lines.length, good: among(lines, 'good'), bad: among(lines, 'bad') });
		});
		// What learners send meanwhile goes first.
		await pause((performance.now() - startedAt) * (pace.rest / 2));
	}
	const over = { state: 'checked', done: 0, fileHash: null, leasedUntil: null } as const;
	if (holding.held) await holding.next((tx) => changeImport(tx, row.id, over));
}

const among = (lines: readonly CheckedLine[], state: CheckedLine['state']) =>
	lines.filter((line) => line.state === state).length;

/** An import that this process works on, until another has taken it up. */
class Holding {
	held = true;
	readonly #house: Means;
	#row: ImportRow;

	constructor(house: Means, row: ImportRow) {
		this.#house = house;
		this.#row = row;
	}

	async next(work: (tx: Parameters<typeof keepLease>[0]) => Promise<void>): Promise<void> {
		const { store, clock } = this.#house;
		const until = new Date(clock.now().getTime() + checkLeaseMs);
		this.held = await store.transact(async (tx) => {
			const held = await keepLease(tx, this.#row, until);
			if (held) await work(tx);
			return held;
		});
		this.#row = { ...this.#row, leasedUntil: until };
	}
}

async function giveUp({ store, clock }: Means, { id }: ImportRow, { code, values }: FileFault): Promise<void> {
	const over = { fault: { code, values }, fileHash: null, leasedUntil: null, finishedAt: clock.now() };
	await store.transact((tx) => changeImport(tx, id, { state: 'useless', ...over }));
}

async function tableOf(house: Means, { kind, fileHash }: ImportRow): Promise<Read | FileFault> {
	const bytes = fileHash === null ? null : await filesOf(house).get(fileHash);
	if (bytes === null) return { code: 'file-gone', values: {} };
	const known = kinds[kind];
	const table = await readInThread(bytes, known.headings[known.needed] ?? []);
	return 'fault' in table ? { code: table.fault, values: table.values } : laidOut(table, known);
}

function laidOut({ rows, sheet }: { rows: TableRow[]; sheet?: SheetRead }, kind: KindOfImport): Read | FileFault {
	const found = layOut(rows, kind);
	if ('missing' in found) return { code: 'missing-column', values: { column: found.missing } };
	if ('twice' in found) return { code: 'twice-column', values: { column: found.twice } };
	if (found.rows.length === 0) return { code: 'empty', values: {} };
	return { ...found, leftOut: sheet ? sheetsLeftOut(sheet) : null };
}

/** What the page says of a workbook of which only one sheet was read. */
function sheetsLeftOut({ name, others }: SheetRead): FileFault {
	const named = others.slice(0, 5).map((each) => `“${each}”`);
	return { code: 'sheets-left-out', values: { sheet: name, others: named.join(', '), count: others.length } };
}
