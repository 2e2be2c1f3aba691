import { and, eq } from 'drizzle-orm';
import { grantFor, type ActingRole, type Actor, type Role } from './actor.ts';
import { beginning, canonical, hashOf, headId, sealed, sealPurpose, type AuditHead } from './audit-chain.ts';
import type { House } from './house.ts';
import { newId } from './ids.ts';
import type { Reader, Writer } from './persistence/store.ts';
import { auditEntries, auditHead } from './tables.ts';

/*
 * What this chain shows, and what it can't. Every entry carries the hash of the one before it; the head carries the
 * count, the newest hash and a mark made with the installation's secret.
 * - Who can write to the database but lacks the secret can neither change, take out, move nor cut off an entry unseen.
 *   Two things are left: putting back an older copy of entries and head together, and emptying both, so that the chain
 *   looks as if it began anew.
 * - Who has the database and the secret can write another history from any entry on, with a good mark.
 * All of this is found only by comparing with a head that was kept elsewhere: every export states it, `npm run
 * audit:check` prints it, and takes it back with `--known`.
 */

/** Who did it, and as what. */
export interface Doer {
	accountId: string | null;
	role: ActingRole;
	placeId: string | null;
}

/** An act worth an entry. Nothing personal in it: ids, roles, codes and counts. */
export interface Act {
	doer: Doer;
	/** `<room>.<what-happened>`; a sentence of the message catalogue belongs to it. */
	action: `${string}.${string}`;
	subject: { kind: string; id: string };
	placePath: string;
	details?: Readonly<Record<string, string | number | boolean | null>>;
}

type Means = Pick<House, 'clock' | 'secrets'>;

/** Somebody acting under the least of these roles that reaches the place; without one, as whoever she is. */
export function doerOf(actor: Actor, wanted: readonly Role[], placePath: string): Doer {
	const grant = grantFor(actor, wanted, placePath);
	return { accountId: actor.accountId, role: grant?.role ?? 'learner', placeId: grant?.placeId ?? null };
}

/** Whoever runs a command on the server. */
export const commandLine: Doer = { accountId: null, role: 'command', placeId: null };

/**
 * Writes an act into the chain, in the transaction that does it: both happen, or neither. Two at once can't both follow
 * the same entry: SQLite has one writer, and on PostgreSQL both change the head's row, so one of them runs again.
 */
export async function recordAct(tx: Writer, means: Means, act: Act): Promise<void> {
	const head = await findHead(tx);
	const next = head && !isSealed(means, head) ? await append(tx, means, { head, act: sealBroken(head) }) : head;
	await append(tx, means, { head: next, act });
}

export async function findHead(reader: Reader): Promise<AuditHead | undefined> {
	const [head] = await reader.select().from(auditHead).where(eq(auditHead.id, headId));
	return head;
}

/** Whether anything was ever done to this, though it may be gone by now. */
export async function isInTrail(reader: Reader, { kind, id }: Act['subject']): Promise<boolean> {
	const [entry] = await reader
		.select({ number: auditEntries.number })
		.from(auditEntries)
		.where(and(eq(auditEntries.subjectKind, kind), eq(auditEntries.subjectId, id)))
		.limit(1);
	return entry !== undefined;
}

/** Whether the head was left as it is by someone who has the installation's secret. */
export function isSealed({ secrets }: Pick<House, 'secrets'>, head: AuditHead): boolean {
	return secrets.isMarked(sealPurpose, sealed(head), head.mark);
}

export const sealBrokenAction = 'audit.seal-broken';
export const sealAcceptedAction = 'audit.seal-accepted';

/**
 * The site's work goes on where the head's mark is not ours, but the new mark must not hide it: that it was so stands
 * in the chain from now on, until somebody who can run commands on the server says that the secret was changed.
 */
function sealBroken(head: AuditHead): Act {
	const { count } = head;
	return { doer: commandLine, action: sealBrokenAction, subject: chain, placePath: '/', details: { count } };
}

const chain = { kind: 'audit', id: headId };

/** Says that the head's mark is not ours because the secret was changed on purpose; doubts up to now are settled. */
export async function acceptSeal(tx: Writer, means: Means): Promise<void> {
	await recordAct(tx, means, { doer: commandLine, action: sealAcceptedAction, subject: chain, placePath: '/' });
}

async function append(
	tx: Writer,
	{ clock, secrets }: Means,
	{ head, act }: { head: AuditHead | undefined; act: Act }
): Promise<AuditHead> {
	const { doer, subject, details = {} } = act;
	const entry = {
		number: (head?.count ?? 0) + 1,
		id: newId(),
		at: clock.now(),
		actorId: doer.accountId,
		actorRole: doer.role,
		actorPlaceId: doer.placeId,
		action: act.action,
		subjectKind: subject.kind,
		subjectId: subject.id,
		placePath: act.placePath,
		details: canonical(details),
		previousHash: head?.hash ?? beginning
	};
	const end = { count: entry.number, hash: hashOf(entry) };
	const row = { id: headId, ...end, mark: secrets.mark(sealPurpose, sealed(end)) };
	// The head first: of two at once one waits for its row and runs again, where the entry's key would be a mere failure.
	await tx.insert(auditHead).values(row).onConflictDoUpdate({ target: auditHead.id, set: row });
	await tx.insert(auditEntries).values({ ...entry, hash: end.hash });
	return row;
}
