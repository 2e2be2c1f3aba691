import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { auditEntries, auditHead } from './tables.ts';

export type AuditEntry = typeof auditEntries.$inferSelect;
export type AuditHead = typeof auditHead.$inferSelect;

/** What stands where the first entry would name the one before it. */
export const beginning = '0'.repeat(64);

/** The one row of the head. */
export const headId = 'chain';

/** JSON in the one form of RFC 8785 (JSON Canonicalization Scheme). */
export function canonical(value: object): string {
	const text = canonicalize(value);
	if (text === undefined) throw new Error('an object always has a text');
	return text;
}

/** What an entry says, all of it, the hash of the one before it included. `details` is a text within the text. */
export function statementOf(entry: Omit<AuditEntry, 'hash'>) {
	return {
		v: 1,
		number: entry.number,
		id: entry.id,
		at: entry.at.toISOString(),
		actor: { account: entry.actorId, role: entry.actorRole, place: entry.actorPlaceId },
		action: entry.action,
		subject: { kind: entry.subjectKind, id: entry.subjectId },
		place: entry.placePath,
		details: entry.details,
		previous: entry.previousHash
	};
}

/** SHA-256 over the UTF-8 bytes of the canonical text, in hex. */
export function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
	return createHash('sha256')
		.update(canonical(statementOf(entry)), 'utf8')
		.digest('hex');
}

/** What the head's mark is made over. */
export function sealed({ count, hash }: Pick<AuditHead, 'count' | 'hash'>): string {
	return `${count} ${hash}`;
}

export const sealPurpose = 'audit-head';
