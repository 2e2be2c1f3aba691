import { and, asc, eq, inArray, isNull, ne, or, type SQL } from 'drizzle-orm';
import { mayActIn, withinGrants, type Actor, type Role } from '../platform/actor.ts';
import { comesAfter, contains, inByteOrder } from '../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import type { Account } from './queries.ts';
import { accounts, grants, reopenings } from './tables.ts';

/** Roles that look after people's accounts. */
export const caretakers = ['helper', 'officer', 'administrator'] as const satisfies readonly Role[];

/** The accounts within the actor's places; those without a place belong to whoever holds a role on the whole country. */
export function withinReach(actor: Actor): SQL | undefined {
	const everywhere = mayActIn(actor, caretakers, '/');
	return or(withinGrants(actor, caretakers, accounts.placePath), everywhere ? isNull(accounts.placePath) : undefined);
}

export interface AccountFilter {
	folded: string;
	phone: string | null;
	after?: Account;
	limit: number;
}

/** Open accounts within the actor's places, by part of the name or username or by the whole phone number. */
export function searchAccountRows(reader: Reader, actor: Actor, filter: AccountFilter): Promise<Account[]> {
	const { folded, phone, after, limit } = filter;
	const matches = or(
		folded === '' ? undefined : contains(accounts.nameFolded, folded),
		folded === '' ? undefined : contains(accounts.username, folded),
		phone === null ? undefined : eq(accounts.phone, phone)
	);
	const later =
		after && comesAfter({ sort: accounts.nameSort, id: accounts.id }, { sort: after.nameSort, id: after.id });
	return reader
		.select()
		.from(accounts)
		.where(and(isNull(accounts.closedAt), withinReach(actor), matches, later))
		.orderBy(asc(inByteOrder(accounts.nameSort)), asc(inByteOrder(accounts.id)))
		.limit(limit);
}

/** An open account within the actor's places; undefined for any other. */
export async function findReachable(reader: Reader, actor: Actor, accountId: string): Promise<Account | undefined> {
	const [account] = await reader
		.select()
		.from(accounts)
		.where(and(eq(accounts.id, accountId), isNull(accounts.closedAt), withinReach(actor)));
	return account;
}

/** The names of these accounts by id: of all that are open, or of those that one actor may look after. */
export async function listAccountNames(reader: Reader, ids: string[], within?: Actor): Promise<Map<string, string>> {
	if (ids.length === 0) return new Map();
	const rows = await reader
		.select({ id: accounts.id, name: accounts.name })
		.from(accounts)
		.where(and(inArray(accounts.id, [...new Set(ids)]), isNull(accounts.closedAt), within && withinReach(within)));
	return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The learners of these accounts, by account. */
export async function listLearnersOf(reader: Reader, ids: string[]): Promise<Map<string, string>> {
	if (ids.length === 0) return new Map();
	const rows = await reader
		.select({ id: accounts.id, learnerId: accounts.learnerId })
		.from(accounts)
		.where(inArray(accounts.id, [...new Set(ids)]));
	return new Map(rows.map(({ id, learnerId }) => [id, learnerId]));
}

export type GrantRow = typeof grants.$inferSelect;

export async function listGrants(reader: Reader, accountIds: string[]): Promise<GrantRow[]> {
	if (accountIds.length === 0) return [];
	return reader
		.select()
		.from(grants)
		.where(and(inArray(grants.accountId, accountIds), isNull(grants.endedAt)))
		.orderBy(asc(grants.grantedAt), asc(grants.id));
}

/** The roles that people hold on one place itself. */
export function listGrantsAt(reader: Reader, placeId: string): Promise<GrantRow[]> {
	return reader
		.select()
		.from(grants)
		.where(and(eq(grants.placeId, placeId), isNull(grants.endedAt)))
		.orderBy(asc(grants.grantedAt), asc(grants.id));
}

export async function addGrant(tx: Writer, grant: GrantRow): Promise<void> {
	await tx.insert(grants).values(grant);
}

export async function findGrant(reader: Reader, id: string): Promise<GrantRow | undefined> {
	const [grant] = await reader
		.select()
		.from(grants)
		.where(and(eq(grants.id, id), isNull(grants.endedAt)));
	return grant;
}

export async function endGrantRow(tx: Writer, id: string, endedAt: Date): Promise<void> {
	await tx.update(grants).set({ endedAt }).where(eq(grants.id, id));
}

/** Whether somebody is administrator of the whole country, leaving out a grant or all of an account's. */
export async function hasAdministrator(
	reader: Reader,
	besides: { grantId?: string; accountId?: string } = {}
): Promise<boolean> {
	const [found] = await reader
		.select({ id: grants.id })
		.from(grants)
		.innerJoin(accounts, eq(accounts.id, grants.accountId))
		.where(
			and(
				eq(grants.role, 'administrator'),
				eq(grants.placePath, '/'),
				isNull(grants.endedAt),
				isNull(accounts.closedAt),
				besides.grantId === undefined ? undefined : ne(grants.id, besides.grantId),
				besides.accountId === undefined ? undefined : ne(grants.accountId, besides.accountId)
			)
		)
		.limit(1);
	return found !== undefined;
}

export async function addReopening(tx: Writer, row: typeof reopenings.$inferInsert): Promise<void> {
	await tx.insert(reopenings).values(row);
}

/** Codes of this account that were not used are worth nothing from now on. */
export async function endReopenings(tx: Writer, accountId: string, expiresAt: Date): Promise<void> {
	await tx
		.update(reopenings)
		.set({ expiresAt })
		.where(and(eq(reopenings.accountId, accountId), isNull(reopenings.usedAt)));
}

/** Codes that were not used, whether or not they are still good. */
export async function listUnused(reader: Reader, accountIds: string[]) {
	if (accountIds.length === 0) return [];
	return reader
		.select()
		.from(reopenings)
		.where(and(inArray(reopenings.accountId, accountIds), isNull(reopenings.usedAt)));
}

export async function markUsed(tx: Writer, id: string, usedAt: Date): Promise<void> {
	await tx.update(reopenings).set({ usedAt }).where(eq(reopenings.id, id));
}
