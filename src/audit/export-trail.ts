import { outermostGrants, type Actor } from '../platform/actor.ts';
import { doerOf, findHead, recordAct } from '../platform/audit.ts';
import { canonical, statementOf, type AuditEntry, type AuditHead } from '../platform/audit-chain.ts';
import type { House } from '../platform/house.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { byteOrderMark, csvLine } from '../platform/csv.ts';
import { filterFrom } from './filters.ts';
import { listTrailFrom, trailReaders, type TrailFilter } from './queries.ts';
import type { ExportQuery } from './schemas.ts';

const pageSize = 500;

export interface Export {
	head: AuditHead;
	/** The file in pieces, a page of entries each: however long the trail, only a page of it is in memory. */
	pieces: AsyncGenerator<string>;
}

/**
 * Everything the reader may see, oldest first, with its hashes and the head of the chain, so that it can be checked
 * elsewhere and a later trail be compared with it. That it was taken is an act itself, written down before the first
 * line goes out, and the last line of the file.
 */
export async function exportTrail(house: House, actor: Actor, query: ExportQuery): Promise<Export> {
	const filter = filterFrom(query);
	const { format, ...chosen } = query;
	const head = await house.store.transact(async (tx) => {
		for (const { placeId, placePath } of outermostGrants(actor, trailReaders))
			await recordAct(tx, house, {
				doer: doerOf(actor, trailReaders, placePath),
				action: 'audit.exported',
				subject: { kind: 'place', id: placeId },
				placePath,
				details: { format, ...chosen }
			});
		return findHead(tx);
	});
	if (!head) throw new Error('an export has just been recorded, so there is a head');
	const pages = pagesOf(house.store.read, actor, { ...filter, upTo: head.count });
	const at = house.clock.now().toISOString();
	return { head, pieces: format === 'csv' ? csvPieces(pages, head, at) : jsonPieces(pages, head, at) };
}

async function* pagesOf(
	reader: Reader,
	actor: Actor,
	filter: TrailFilter & { upTo: number }
): AsyncGenerator<AuditEntry[]> {
	let after = 0;
	for (;;) {
		const page = await listTrailFrom(reader, actor, { ...filter, after, limit: pageSize });
		if (page.length > 0) yield page;
		if (page.length < pageSize) return;
		after = page.at(-1)?.number ?? after;
	}
}

const columns = [
	'number',
	'id',
	'at',
	'actor',
	'role',
	'actorPlace',
	'action',
	'subjectKind',
	'subject',
	'place',
	'details',
	'previous',
	'hash'
];

/** The names of the columns, then the head as a row of its own (`id` is `head`), then the entries. */
async function* csvPieces(pages: AsyncGenerator<AuditEntry[]>, { count, hash }: AuditHead, at: string) {
	const head = [count, 'head', at, null, null, null, null, null, null, null, null, null, hash];
	yield byteOrderMark + csvLine(columns) + csvLine(head);
	for await (const page of pages) yield page.map((entry) => csvLine(cellsOf(entry))).join('');
}

function cellsOf(entry: AuditEntry): (string | number | null)[] {
	const { number, id, at, actor, action, subject, place, details, previous } = statementOf(entry);
	const { account, role, place: actorPlace } = actor;
	const what = [action, subject.kind, subject.id, place, details];
	return [number, id, at, account, role, actorPlace, ...what, previous, entry.hash];
}

/** The head, then one entry a line; `hash` is SHA-256 over the canonical text (RFC 8785) of `entry`. */
async function* jsonPieces(pages: AsyncGenerator<AuditEntry[]>, { count, hash }: AuditHead, at: string) {
	yield `${canonical({ head: { count, hash }, at })}\n`;
	for await (const page of pages)
		yield page.map((entry) => `${canonical({ entry: statementOf(entry), hash: entry.hash })}\n`).join('');
}
