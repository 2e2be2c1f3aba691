import { setTimeout as pause } from 'node:timers/promises';
import type { House } from '../../platform/house.ts';
import { pace } from '../../platform/persistence/dialect.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import type { PathTable } from '../../platform/place-moves.ts';
import { repeating } from '../../platform/repeating.ts';
import { kinds } from './all-kinds.ts';
import { checkFile, checkLeaseMs } from './check-file.ts';
import {
	changeImport,
	countLines,
	countOn,
	dropLines,
	keepLease,
	leaseImport,
	listNext,
	type ImportRow
} from './queries.ts';

/** So many rows a transaction; a row takes less than giving somebody what she is asked. */
const portion = 150;
/** So many rows that are of no use any more. */
const spentPortion = 500;
/** For as long other processes leave it to this one; each portion renews it. */
const leaseMs = 60_000;

type Means = Pick<House, 'store' | 'clock' | 'config' | 'log' | 'facts'> & {
	/** Where rooms keep paths of places: a place that is named there is taken back no more. */
	readonly paths: readonly PathTable[];
};

/** Reads, brings in and takes back what was asked for; a file that is to be looked at does not wait for a long list on its way in. */
export function importWork(house: Means): { start(): void; stop(): Promise<void> } {
	const checks = repeating(house.log, { name: 'import-checks', everyMs: 1_000, work: () => checkFiles(house) });
	const moves = repeating(house.log, { name: 'imports', everyMs: 1_000, work: () => moveImports(house) });
	return {
		start: () => [checks, moves].forEach((part) => part.start()),
		stop: async () => void (await Promise.all([checks.stop(), moves.stop()]))
	};
}

/** Does all that waits, and returns how many steps of imports were finished. */
export async function runImports(house: Means): Promise<number> {
	return (await checkFiles(house)) + (await moveImports(house));
}

async function checkFiles(house: Means): Promise<number> {
	for (let finished = 0; ; finished++) {
		const row = await take(house, ['checking'], checkLeaseMs);
		if (!row) return finished;
		await checkFile(house, row);
	}
}

/** In portions; whichever process is there goes on where one was killed. */
async function moveImports(house: Means): Promise<number> {
	for (let finished = 0; ; finished++) {
		let row = await take(house, ['running', 'undoing'], leaseMs);
		if (!row) return finished;
		while (row) {
			const startedAt = performance.now();
			row = await nextPortion(house, row);
			// What learners send meanwhile goes first.
			await pause((performance.now() - startedAt) * (pace.rest / 2));
		}
	}
}

function take({ store, clock }: Means, states: ImportRow['state'][], ms: number): Promise<ImportRow | undefined> {
	const now = clock.now();
	return store.transact((tx) => leaseImport(tx, { states, now, until: new Date(now.getTime() + ms) }));
}

/** The import as it is held after one more portion; nothing when that was the last, or another process has taken it up. */
function nextPortion(house: Means, row: ImportRow): Promise<ImportRow | undefined> {
	const until = new Date(house.clock.now().getTime() + leaseMs);
	const step = row.state === 'running' ? bringIn : takeBack;
	return house.store.transact(async (tx) => {
		if (!(await keepLease(tx, row, until))) return undefined;
		return (await step(tx, house, row)) ? undefined : { ...row, leasedUntil: until };
	});
}

/** True when there was nothing left. */
async function bringIn(tx: Writer, { clock, facts }: Means, row: ImportRow): Promise<boolean> {
	const now = clock.now();
	const kind = kinds[row.kind];
	const lines = await listNext(tx, row.id, portion);
	if (lines.length > 0) {
		await countOn(tx, row.id, { done: await kind.bringIn(tx, { row, lines, now, facts }) });
		return false;
	}
	if (!(await dropLines(tx, { importId: row.id, states: kind.spent, limit: spentPortion }))) return false;
	const made = await kind.countMade(tx, row.id);
	const bad = await countLines(tx, row.id, 'bad');
	await changeImport(tx, row.id, { state: 'done', good: made, bad, done: made, finishedAt: now, leasedUntil: null });
	return true;
}

/** True when nothing is left that could be taken back. */
async function takeBack(tx: Writer, { clock, paths }: Means, row: ImportRow): Promise<boolean> {
	const now = clock.now();
	const back = await kinds[row.kind].takeBack(tx, { row, now, paths });
	if (back === null) {
		if (!(await dropLines(tx, { importId: row.id, states: ['bad', 'undone'], limit: spentPortion }))) return false;
		await changeImport(tx, row.id, { state: 'undone', undoneAt: now, leasedUntil: null });
		return true;
	}
	await countOn(tx, row.id, { done: back });
	return false;
}
