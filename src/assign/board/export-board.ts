import type { Actor } from '../../platform/actor.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import { byteOrderMark, csvLine } from '../../platform/csv.ts';
import { say } from '../../platform/messages/index.ts';
import type { AssignHouse } from '../assign-house.ts';
import { countLearners, type Scope } from './queries.ts';
import { countUnregistered } from './staff-rows.ts';
import { listRows, modulesOf, recordLooking, totalsOf, type SortedRow } from './read-board.ts';
import type { BoardFileQuery, BoardRow, BoardTotals } from './schemas.ts';
import { scopeOf } from './scope.ts';
import { writeXlsx } from './write-xlsx.ts';

const pageSize = 1_000;
/** A spreadsheet of more rows takes too much memory: beyond it goes out as CSV by itself. */
const mostXlsxRows = 50_000;

export interface BoardFile {
	readonly name: string;
	readonly format: 'csv' | 'xlsx';
	readonly pieces: AsyncIterable<string | Uint8Array>;
}

/** All rows that the filters let through, as the page says them; a page of them at a time is in memory for CSV. */
export async function exportBoard(house: AssignHouse, asker: Actor, query: BoardFileQuery): Promise<BoardFile> {
	const { format: wanted, lang = asker.lang, ...filter } = query;
	const actor = { ...asker, lang };
	const reader = house.store.read;
	const today = dayInVietNam(house.clock.now());
	const scope = await scopeOf(reader, actor, { filter, today });
	const people = (await countLearners(reader, scope)) + (await countUnregistered(reader, scope));
	const format = wanted === 'xlsx' && people <= mostXlsxRows ? 'xlsx' : 'csv';
	await recordLooking(house, actor, { scope, looked: 'exported', details: { format, results: people } });
	const lines = linesOf(house, actor, scope);
	const name = `${say(actor.lang, 'board.file')}-${today}.${format}`;
	return { name, format, pieces: format === 'csv' ? csvPieces(lines) : writeXlsx(lines) };
}

/** The head, the rows, then the totals where nobody was searched for by name. */
async function* linesOf(house: AssignHouse, actor: Actor, scope: Scope): AsyncGenerator<string[][]> {
	const { lang } = actor;
	const about = ['name', 'place', 'position'].map((column) => say(lang, `board.column-${column}`));
	yield [[...about, ...modulesOf(house, scope, actor).map(({ title }) => title)]];
	for await (const page of pagesOf(house, actor, scope)) yield page.map(({ row }) => textsOf(row));
	if (scope.folded !== '') return;
	const totals = await totalsOf(house.store.read, scope, lang);
	yield [
		[say(lang, 'board.totals', { people: totals.people }), '', '', ...totals.modules.map((each) => totalOf(each, lang))]
	];
}

/** A total as the page shows it. */
function totalOf({ text, late }: BoardTotals['modules'][number], lang: Actor['lang']): string {
	return late ? `${text} · ${say(lang, 'board.total-late', { late })}` : text;
}

async function* pagesOf(house: AssignHouse, { lang }: Actor, scope: Scope): AsyncGenerator<SortedRow[]> {
	let after: SortedRow['sort'] | undefined;
	for (;;) {
		const page = await listRows(house, lang, { scope, after, limit: pageSize });
		if (page.length > 0) yield page;
		if (page.length < pageSize) return;
		after = page.at(-1)?.sort;
	}
}

function textsOf({ name, place, position, cells }: BoardRow): string[] {
	return [name, place, position ?? '', ...cells.map(({ text }) => text)];
}

async function* csvPieces(lines: AsyncIterable<string[][]>): AsyncGenerator<string> {
	yield byteOrderMark;
	for await (const page of lines) yield page.map((cells) => csvLine(cells)).join('');
}
