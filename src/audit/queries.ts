import { and, asc, desc, eq, gt, gte, lt, lte, type SQL } from 'drizzle-orm';
import { outermostGrants, type Actor, type Role } from '../platform/actor.ts';
import type { AuditEntry } from '../platform/audit-chain.ts';
import { liesWithinInTurn } from '../platform/persistence/dialect.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { auditEntries } from '../platform/tables.ts';

/** Who may read the trail of a place. */
export const trailReaders = ['administrator'] as const satisfies readonly Role[];

export interface TrailFilter {
	action?: string | undefined;
	actor?: string | undefined;
	/** From this instant on. */
	from?: Date | undefined;
	/** Before this instant. */
	until?: Date | undefined;
}

function readable(actor: Actor, { action, actor: doer, from, until }: TrailFilter): (SQL | undefined)[] {
	return [
		liesWithinInTurn(
			auditEntries.placePath,
			outermostGrants(actor, trailReaders).map(({ placePath }) => placePath)
		),
		action === undefined ? undefined : eq(auditEntries.action, action),
		doer === undefined ? undefined : eq(auditEntries.actorId, doer),
		from && gte(auditEntries.at, from),
		until && lt(auditEntries.at, until)
	];
}

/** What the actor may read, newest first. */
export function listTrail(
	reader: Reader,
	actor: Actor,
	{ before, limit, ...filter }: TrailFilter & { before: number | undefined; limit: number }
): Promise<AuditEntry[]> {
	return reader
		.select()
		.from(auditEntries)
		.where(and(...readable(actor, filter), before === undefined ? undefined : lt(auditEntries.number, before)))
		.orderBy(desc(auditEntries.number))
		.limit(limit);
}

/** The same from the oldest on, up to a number: for taking it all away. */
export function listTrailFrom(
	reader: Reader,
	actor: Actor,
	{ after, upTo, limit, ...filter }: TrailFilter & { after: number; upTo: number; limit: number }
): Promise<AuditEntry[]> {
	return reader
		.select()
		.from(auditEntries)
		.where(and(...readable(actor, filter), gt(auditEntries.number, after), lte(auditEntries.number, upTo)))
		.orderBy(asc(auditEntries.number))
		.limit(limit);
}

/** What was done with one account, newest first. */
export function listAbout(
	reader: Reader,
	accountId: string,
	{ before, limit }: { before: number | undefined; limit: number }
): Promise<AuditEntry[]> {
	return reader
		.select()
		.from(auditEntries)
		.where(
			and(
				eq(auditEntries.subjectKind, 'account'),
				eq(auditEntries.subjectId, accountId),
				before === undefined ? undefined : lt(auditEntries.number, before)
			)
		)
		.orderBy(desc(auditEntries.number))
		.limit(limit);
}
