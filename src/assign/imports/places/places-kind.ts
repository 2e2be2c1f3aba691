import { checkPlaceList, listPlacesByIds, makePlaces, takePlacesBack } from '../../../places/index.ts';
import { dayInVietNam } from '../../../platform/clock.ts';
import type { PathTable } from '../../../platform/place-moves.ts';
import type { Reader, Writer } from '../../../platform/persistence/store.ts';
import { cellsOf, problemsOf } from '../cells.ts';
import type { CheckedLine, Checking, KindOfImport, Step } from '../kinds.ts';
import { countLines, keepLines, listLinesAt, listMade, type LineRow } from '../queries.ts';
import type { TableRow } from '../table-row.ts';
import { headings } from './headings.ts';

const portion = 200;

/** Provinces, communes, villages and organisations. */
export const placesKind: KindOfImport = {
	...{ words: 'place-lists', headings, needed: 'name', spent: ['known'] },
	samples: (say) => [
		['Thôn Mẫu', 'Thôn', 'Xã Mẫu', '', '', '', '', '', ''],
		[
			...['Trường THCS Mẫu', say('organisations.kind-school'), 'Xã Mẫu', 'TM01', ''],
			...[say('organisations.sector-education'), '', '', '']
		],
		[
			...['Lớp 6A Mẫu', say('organisations.kind-class'), 'Trường THCS Mẫu', '', ''],
			...[say('organisations.sector-education'), '', '6', '2026-2027']
		]
	],
	checker,
	bringIn,
	countMade: (reader, importId) => countLines(reader, importId, 'done'),
	takeBack
};

async function checker(reader: Reader, { place, at, rows, now }: Checking) {
	const list = rows.map((row) => ({ line: row.line, cells: cellsOf(row, at) }));
	const judged = await checkPlaceList(reader, { root: place, rows: list, day: dayInVietNam(now) });
	const cells = new Map(list.map((row) => [row.line, row.cells]));
	return async (some: readonly TableRow[]): Promise<CheckedLine[]> =>
		some.map((row) => {
			const { state = 'bad', problems = [], refs = {}, depth = 0 } = judged.get(row.line) ?? {};
			const told = problemsOf(row, at, problems);
			return {
				...{ line: row.line, part: '', problems: told, state: told.length > 0 ? 'bad' : state },
				cells: { ...cells.get(row.line), ...refs, depth: String(depth) }
			};
		});
}

async function bringIn(tx: Writer, { row, lines, now }: Step & { lines: readonly LineRow[] }): Promise<number> {
	const [root] = await listPlacesByIds(tx, [row.placeId]);
	if (!root) throw new Error('the place of an import is there');
	const { all, before } = await withNeeded(tx, row.id, lines);
	const made = new Map(before.flatMap(({ line, madeId }) => (madeId === null ? [] : [[line, madeId] as const])));
	const outcomes = await makePlaces(tx, { root, rows: all, made, day: dayInVietNam(now) });
	await keepLines(
		tx,
		all.map((line): LineRow => {
			const outcome = outcomes.get(line.line);
			if (!outcome) throw new Error('something came of each row');
			if ('problem' in outcome) return { ...line, state: 'bad', problems: [outcome.problem] };
			return { ...line, state: outcome.isNew ? 'done' : 'known', madeId: outcome.id };
		})
	);
	return all.length;
}

/** These lines and the good ones that they need, those first that others need; and the lines that were done before. */
async function withNeeded(tx: Writer, importId: string, lines: readonly LineRow[]) {
	const all = new Map(lines.map((line) => [line.line, line]));
	const before: LineRow[] = [];
	for (let asked = neededBy(lines); asked.length > 0;) {
		const found = await linesAt(tx, importId, asked);
		const good = found.filter(({ state }) => state === 'good');
		before.push(...found.filter(({ state }) => state !== 'good'));
		for (const line of good) all.set(line.line, line);
		const told = new Set([...all.keys(), ...before.map(({ line }) => line)]);
		asked = neededBy(good).filter((line) => !told.has(line));
	}
	const depth = ({ cells }: LineRow) => Number(cells['depth']);
	return { before, all: [...all.values()].sort((a, b) => depth(a) - depth(b) || a.line - b.line) };
}

function neededBy(lines: readonly LineRow[]): number[] {
	const own = new Set(lines.map(({ line }) => line));
	const needed = lines.flatMap(({ cells }) => [cells['parentLine'], cells['toLine']].flatMap((line) => line ?? []));
	return [...new Set(needed.map(Number))].filter((line) => !own.has(line));
}

async function linesAt(tx: Writer, importId: string, lines: readonly number[]): Promise<LineRow[]> {
	const found: LineRow[] = [];
	for (let start = 0; start < lines.length; start += 200)
		found.push(...(await listLinesAt(tx, importId, lines.slice(start, start + 200))));
	return found;
}

async function takeBack(
	tx: Writer,
	{ row, now, paths }: Step & { paths: readonly PathTable[] }
): Promise<number | null> {
	const lines = await listMade(tx, row.id, portion);
	if (lines.length === 0) return null;
	const made = lines.map(({ line, cells, madeId }) => ({ line, cells, id: madeId ?? '' }));
	const gone = await takePlacesBack(tx, { made, paths, now });
	await keepLines(
		tx,
		lines.map((line): LineRow => ({ ...line, state: gone.has(line.madeId ?? '') ? 'undone' : 'kept' }))
	);
	return gone.size;
}
