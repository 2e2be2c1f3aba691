import { asc, eq, gt } from 'drizzle-orm';
import { findHead, isSealed, sealAcceptedAction, sealBrokenAction } from './audit.ts';
import { beginning, hashOf, type AuditEntry, type AuditHead } from './audit-chain.ts';
import type { Reader } from './persistence/store.ts';
import type { Secrets } from './secrets.ts';
import { auditEntries } from './tables.ts';

/**
 * What is wrong with an entry: it says something else than when it was written; it is gone; it stands where another
 * stood; it and all after it were cut off; it was put behind the end; the mark of the end is not this server's; or it
 * is not the one that was known.
 */
export type AuditFault = 'changed' | 'missing' | 'moved' | 'cut-off' | 'put-on' | 'unsealed' | 'not-known';

/** Whole up to an entry, or broken first at one. */
export type AuditVerdict =
	{ whole: true; count: number; hash: string } | { whole: false; count: number; number: number; fault: AuditFault };

/** An entry's number and hash as they were kept elsewhere. */
export interface KnownEntry {
	number: number;
	hash: string;
}

interface Walk {
	count: number;
	hash: string;
	/** The first entry that says the mark was not ours, not settled since. */
	doubt: number | null;
	/** The hash of every entry somebody waits for. */
	awaited: Map<number, string>;
}

const pageSize = 500;

/** Walks the whole chain in pages and names the first entry that is not as it was written. */
export async function verifyAuditTrail(reader: Reader, secrets: Secrets, known?: KnownEntry): Promise<AuditVerdict> {
	const before = await findHead(reader);
	const walk: Walk = { count: 0, hash: beginning, doubt: null, awaited: new Map() };
	for (const number of [before?.count, known?.number]) if (number) walk.awaited.set(number, '');
	for (let page = await pageAfter(reader); page.length > 0; page = await pageAfter(reader, walk.count)) {
		for (const entry of page) {
			const broken = await step(reader, walk, entry);
			if (broken) return { whole: false, count: walk.count, ...broken };
		}
		await new Promise(setImmediate); // others want their turn
	}
	const broken = endFault(walk, before, known) ?? (await laterFault(reader, secrets, walk));
	if (broken) return { whole: false, count: walk.count, ...broken };
	return { whole: true, count: walk.count, hash: walk.hash };
}

interface Broken {
	number: number;
	fault: AuditFault;
}

function pageAfter(reader: Reader, number?: number): Promise<AuditEntry[]> {
	return reader
		.select()
		.from(auditEntries)
		.where(number === undefined ? undefined : gt(auditEntries.number, number))
		.orderBy(asc(auditEntries.number))
		.limit(pageSize);
}

/** Goes on by one entry, or says what is wrong there. */
async function step(reader: Reader, walk: Walk, entry: AuditEntry): Promise<Broken | undefined> {
	const number = walk.count + 1;
	if (entry.number < number) return { number: entry.number, fault: 'put-on' };
	if (entry.number > number) return { number, fault: 'missing' };
	const itself = hashOf(entry) === entry.hash;
	if (entry.previousHash !== walk.hash) return brokenLink(reader, entry, itself);
	if (!itself) return { number, fault: 'changed' };
	walk.count = number;
	walk.hash = entry.hash;
	if (walk.awaited.has(number)) walk.awaited.set(number, entry.hash);
	if (entry.action === sealBrokenAction) walk.doubt ??= number;
	if (entry.action === sealAcceptedAction) walk.doubt = null;
	return undefined;
}

/** An entry that is right in itself but follows another than stands before it: that one was written anew. */
async function brokenLink(reader: Reader, entry: AuditEntry, itself: boolean): Promise<Broken> {
	const { number, previousHash } = entry;
	if (itself) return number === 1 ? { number, fault: 'missing' } : { number: number - 1, fault: 'changed' };
	const [before] = await reader
		.select({ number: auditEntries.number })
		.from(auditEntries)
		.where(eq(auditEntries.hash, previousHash))
		.limit(1);
	const moved = before !== undefined || (previousHash === beginning && number !== 1);
	return { number, fault: moved ? 'moved' : 'changed' };
}

/** The end as the head tells it that was read before the first page, and what somebody knows from elsewhere. */
function endFault(walk: Walk, head: AuditHead | undefined, known: KnownEntry | undefined): Broken | undefined {
	if (head && walk.count < head.count) return { number: walk.count + 1, fault: 'cut-off' };
	if (head && head.count > 0 && walk.awaited.get(head.count) !== head.hash)
		return { number: head.count, fault: 'changed' };
	if (known && known.number > walk.count) return { number: walk.count + 1, fault: 'cut-off' };
	if (known && walk.awaited.get(known.number) !== known.hash) return { number: known.number, fault: 'not-known' };
	return undefined;
}

/** Acts may have been recorded during the walk, each with its head; what no head covers was put there by others. */
async function laterFault(reader: Reader, secrets: Secrets, walk: Walk): Promise<Broken | undefined> {
	const head = await findHead(reader);
	if (!head) return walk.count > 0 ? { number: walk.count, fault: 'unsealed' } : undefined;
	if (head.count < walk.count) return { number: head.count + 1, fault: 'put-on' };
	if (walk.doubt !== null) return { number: walk.doubt, fault: 'unsealed' };
	return isSealed({ secrets }, head) ? undefined : { number: head.count, fault: 'unsealed' };
}
