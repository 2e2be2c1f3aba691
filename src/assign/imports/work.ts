import { listPlacesByIds } from '../../places/index.ts';
import type { House } from '../../platform/house.ts';
import { newId } from '../../platform/ids.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import { repeating, type Repeating } from '../../platform/repeating.ts';
import { matchEntries } from '../staff/match.ts';
import { addEntries, dropEntries, listSameKeys, type EntryRow } from '../staff/queries.ts';
import { entryOfCells } from './check-row.ts';
import {
	changeImport,
	countMade,
	countOn,
	dropLines,
	finishLines,
	leaseImport,
	listLines,
	listUntouched,
	type ImportRow,
	type LineRow
} from './queries.ts';

/** So many rows a transaction: answers of learners have their turn in between. */
const portion = 300;
/** For as long other processes leave it to this one; each portion renews it. */
const leaseMs = 60_000;

type Means = Pick<House, 'store' | 'clock'>;

/** Brings in and takes back what was asked for, in portions; whichever process is there goes on where one was killed. */
export function importWork(house: House): Repeating {
	return repeating(house.log, { name: 'imports', everyMs: 1_000, work: () => runImports(house) });
}

/** Does all that waits, and returns how many imports were finished. */
export async function runImports(house: Means): Promise<number> {
	for (let finished = 0; ; finished++) {
		const now = house.clock.now();
		const until = new Date(now.getTime() + leaseMs);
		const row = await house.store.transact((tx) => leaseImport(tx, now, until));
		if (!row) return finished;
		const step = row.state === 'running' ? bringIn : takeBack;
		while (!(await house.store.transact((tx) => step(tx, house, row))));
	}
}

/** One portion; true when it was the last. */
async function bringIn(tx: Writer, { clock }: Means, { id, placePath }: ImportRow): Promise<boolean> {
	const now = clock.now();
	const lines = await listLines(tx, { importId: id, state: 'good', limit: portion });
	const last = lines.at(-1);
	if (!last) {
		const made = await countMade(tx, id);
		await changeImport(tx, id, { state: 'done', good: made, done: made, finishedAt: now, leasedUntil: null });
		await dropLines(tx, id, ['done', 'known']);
		return true;
	}
	const byPlace = new Map<string, LineRow[]>();
	for (const line of lines) byPlace.set(placeOf(line), [...(byPlace.get(placeOf(line)) ?? []), line]);
	const places = new Map((await listPlacesByIds(tx, [...byPlace.keys()])).map((place) => [place.id, place.path]));
	for (const [placeId, theirs] of byPlace) {
		const entries = theirs.map((line): EntryRow => {
			const parts = entryOfCells(line.cells, now);
			const place = { placeId, placePath: places.get(placeId) ?? placePath };
			const nobody = { learnerId: null, matchedBy: null, matchedAt: null };
			return { id: newId(), ...place, ...parts, ...nobody, importId: id, addedAt: now, endedAt: null };
		});
		await addNew(tx, { placeId, entries, at: now });
	}
	await finishLines(tx, id, last.line);
	await moveOn(tx, { id, by: lines.length, now });
	return false;
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

/** One portion of what nobody has built on; true when nothing of it is left. */
async function takeBack(tx: Writer, { clock }: Means, { id }: ImportRow): Promise<boolean> {
	const now = clock.now();
	const ids = await listUntouched(tx, id, portion);
	if (ids.length === 0) {
		await changeImport(tx, id, { state: 'undone', undoneAt: now, leasedUntil: null });
		await dropLines(tx, id, ['bad']);
		return true;
	}
	await dropEntries(tx, ids);
	await moveOn(tx, { id, by: ids.length, now });
	return false;
}

async function moveOn(tx: Writer, { id, by, now }: { id: string; by: number; now: Date }): Promise<void> {
	await countOn(tx, id, { by, leasedUntil: new Date(now.getTime() + leaseMs) });
}
