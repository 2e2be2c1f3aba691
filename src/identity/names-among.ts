import { and, asc, eq, isNull, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { comesAfter, contains, inByteOrder, inByteOrderOfFew } from '../platform/persistence/dialect.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { accounts } from './tables.ts';

/** A page of names. */
export interface NamesFilter {
	/** Folded text that the name contains; empty for all. */
	folded: string;
	/** The last one of the page before. */
	after?: NamedLearner | undefined;
	limit: number;
}

export interface NamedLearner {
	readonly id: string;
	readonly name: string;
	/** By this lists of people are sorted, then by the id. */
	readonly nameSort: string;
}

const named = { id: accounts.learnerId, name: accounts.name, nameSort: accounts.nameSort };

/** Which learners are meant. */
export interface Among {
	/** As a condition on the column that holds their ids. */
	readonly are: (learner: PgColumn) => SQL | undefined;
	/** Some thousands at most, looked up by their ids. */
	readonly few: boolean;
}

/** Those with an account among these learners, by given name. */
export function listAccountsAmong(
	reader: Reader,
	among: Among,
	{ folded, after, limit }: NamesFilter
): Promise<NamedLearner[]> {
	const keys = { sort: accounts.nameSort, id: accounts.learnerId };
	return reader
		.select(named)
		.from(accounts)
		.where(
			and(
				among.are(accounts.learnerId),
				isNull(accounts.closedAt),
				folded === '' ? undefined : contains(accounts.nameFolded, folded),
				after && comesAfter(keys, { sort: after.nameSort, id: after.id })
			)
		)
		.orderBy(asc((among.few ? inByteOrderOfFew : inByteOrder)(keys.sort)), asc(inByteOrder(keys.id)))
		.limit(limit);
}

/** Somebody with an account, as a list sorts her. */
export async function findNamedLearner(reader: Reader, learnerId: string): Promise<NamedLearner | undefined> {
	const [found] = await reader.select(named).from(accounts).where(eq(accounts.learnerId, learnerId));
	return found;
}
