import { and, asc, eq, gte, inArray, isNull, lt, or } from 'drizzle-orm';
import { mayActIn, withinGrants, type Actor, type Role } from '../platform/actor.ts';
import { contains, inByteOrder, liesWithin } from '../platform/persistence/dialect.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { fold } from '../platform/text.ts';
import { withinReach } from './account-queries.ts';
import { accounts } from './tables.ts';

/** Somebody with an account, as rooms above need her: as little as that. */
export interface KnownPerson {
	readonly accountId: string;
	readonly learnerId: string;
	readonly name: string;
	readonly birthYear: number;
	/** The place of her account, if it has one. */
	readonly placePath: string | null;
}

const person = {
	accountId: accounts.id,
	learnerId: accounts.learnerId,
	name: accounts.name,
	birthYear: accounts.birthYear,
	placePath: accounts.placePath
};

/** People of a place and below it whom the actor may look after, by given name; only those whose name holds the query. */
export function listPeopleOfPlace(
	reader: Reader,
	actor: Actor,
	{ path, query, limit }: { path: string; query: string; limit: number }
): Promise<KnownPerson[]> {
	const folded = fold(query);
	return reader
		.select(person)
		.from(accounts)
		.where(
			and(
				isNull(accounts.closedAt),
				withinReach(actor),
				liesWithin(accounts.placePath, [path]),
				folded === '' ? undefined : contains(accounts.nameFolded, folded)
			)
		)
		.orderBy(asc(inByteOrder(accounts.nameSort)), asc(inByteOrder(accounts.id)))
		.limit(limit);
}

/** Those of these accounts whom the actor may look after. */
export async function listReachablePeople(reader: Reader, actor: Actor, accountIds: string[]): Promise<KnownPerson[]> {
	if (accountIds.length === 0) return [];
	return reader
		.select(person)
		.from(accounts)
		.where(and(inArray(accounts.id, accountIds), isNull(accounts.closedAt), withinReach(actor)));
}

/** Those of these learners who have an account. */
export async function listPeopleByLearner(reader: Reader, learnerIds: string[]): Promise<KnownPerson[]> {
	if (learnerIds.length === 0) return [];
	return reader
		.select(person)
		.from(accounts)
		.where(and(inArray(accounts.learnerId, learnerIds), isNull(accounts.closedAt)));
}

const ofPlace = (path: string) => (path === '/' ? undefined : liesWithin(accounts.placePath, [path]));
const inEarnest = or(isNull(accounts.simulated), eq(accounts.simulated, false));

/** The learners with an account at a place and below it (at `/` all who have one), simulated ones apart: for a condition. */
export function learnersOfPlace(reader: Reader, path: string) {
	return reader
		.select({ learnerId: accounts.learnerId })
		.from(accounts)
		.where(and(ofPlace(path), inEarnest));
}

/** How many had an account at a place and below it just before an instant; simulated ones are not counted. */
export function countAccounts(reader: Reader, { path, before }: { path: string; before: Date }): Promise<number> {
	const open = or(isNull(accounts.closedAt), gte(accounts.closedAt, before));
	return reader.$count(accounts, and(ofPlace(path), inEarnest, lt(accounts.createdAt, before), open));
}

/** Those with an account who gave one of these phone numbers; a family may have one together. */
export async function listPeopleByPhone(
	reader: Reader,
	phones: readonly string[]
): Promise<(KnownPerson & { phone: string | null })[]> {
	if (phones.length === 0) return [];
	return reader
		.select({ ...person, phone: accounts.phone })
		.from(accounts)
		.where(and(inArray(accounts.phone, [...phones]), isNull(accounts.closedAt)));
}

/** How far somebody reaches with some roles. */
export interface Reach {
	readonly actor: Actor;
	readonly roles: readonly Role[];
}

/** Somebody within reach; without a place she is everyone's, at `/`. */
export type PersonWithin = KnownPerson & { readonly phone: string | null; readonly placePath: string };

/** Open accounts within reach. Those without a place belong to whoever holds a role on the whole country. */
function reached({ actor, roles }: Reach) {
	const everywhere = mayActIn(actor, roles, '/');
	const within = or(
		withinGrants(actor, roles, accounts.placePath),
		everywhere ? isNull(accounts.placePath) : undefined
	);
	return and(isNull(accounts.closedAt), within);
}

/** The learners with an account within reach: for a condition. */
export function learnersWithin(reader: Reader, reach: Reach) {
	return reader.select({ learnerId: accounts.learnerId }).from(accounts).where(reached(reach));
}

/** Those with an account within reach who have one of these folded names or phone numbers, or are one of these learners. */
export async function listPeopleWithin(
	reader: Reader,
	reach: Reach,
	{ names, phones, learnerIds }: Readonly<Record<'names' | 'phones' | 'learnerIds', readonly string[]>>
): Promise<PersonWithin[]> {
	const found = new Map<string, PersonWithin>();
	for (const [column, values] of [
		[accounts.nameFolded, names],
		[accounts.phone, phones],
		[accounts.learnerId, learnerIds]
	] as const)
		for (let start = 0; start < values.length; start += 200) {
			const these = inArray(column, values.slice(start, start + 200));
			const rows = await reader
				.select({ ...person, phone: accounts.phone })
				.from(accounts)
				.where(and(these, reached(reach)));
			for (const row of rows) found.set(row.accountId, { ...row, placePath: row.placePath ?? '/' });
		}
	return [...found.values()];
}
