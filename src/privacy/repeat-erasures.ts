import { asc, count } from 'drizzle-orm';
import { listUnited } from '../community/index.ts';
import { listAccountStates, listLearnerIds, selfOfLearner } from '../identity/index.ts';
import { commandLine, recordAct } from '../platform/audit.ts';
import type { House } from '../platform/house.ts';
import type { OwnData, Self } from '../platform/own-data.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { auditEntries } from '../platform/tables.ts';

/** Who is there at one moment, by ids alone, and which installation this is. */
export interface KnownPeople {
	/** Hash of the first entry of the trail, which no other installation has; null where there is none yet. */
	readonly origin: string | null;
	readonly entries: number;
	readonly learners: ReadonlySet<string>;
	/** Accounts that are open, or closed for as long as their uniting can be undone. */
	readonly accounts: ReadonlySet<string>;
}

export interface Repeated {
	readonly accounts: number;
	/** Without an account: on a device, or written down by a helper. */
	readonly learners: number;
}

type Means = Pick<House, 'store' | 'clock' | 'secrets'> & { readonly ownData: OwnData };

const atOnce = 5_000;

/** Reads who is there, of the database that a backup is to replace. */
export async function knownPeople(reader: Reader): Promise<KnownPeople> {
	const { origin, entries } = await chainOf(reader);
	const united = await listUnited(reader);
	const [learners, accounts] = [new Set<string>(), new Set<string>()];
	for await (const id of paged((after) => listLearnerIds(reader, { after, limit: atOnce }))) learners.add(id.id);
	for await (const { id, closedAt } of paged((after) => listAccountStates(reader, { after, limit: atOnce })))
		if (closedAt === null || united.has(id)) accounts.add(id);
	return { origin, entries, learners, accounts };
}

/**
 * Deletes again, in a database just made from a backup, whoever had herself deleted between the backup and the database
 * it replaced. Null where that one is no later state of this installation: then nothing is touched.
 */
export async function repeatErasures(
	means: Means,
	{ known, backup }: { known: KnownPeople; backup: string }
): Promise<Repeated | null> {
	const { store, clock, ownData } = means;
	const { origin, entries } = await chainOf(store.read);
	if (origin === null || origin !== known.origin || entries > known.entries) return null;
	const gone = await goneSince(store.read, known);
	for (const self of gone) await store.transact((tx) => ownData.erase(tx, self, clock.now()));
	const accounts = gone.filter(({ accountId }) => accountId !== null).length;
	const repeated = { accounts, learners: gone.length - accounts };
	const subject = { kind: 'backup', id: backup };
	const act = { doer: commandLine, action: 'privacy.erasures-repeated', subject, placePath: '/' } as const;
	if (gone.length > 0) await store.transact((tx) => recordAct(tx, means, { ...act, details: { ...repeated } }));
	return repeated;
}

async function goneSince(reader: Reader, known: KnownPeople): Promise<Self[]> {
	const gone: Self[] = [];
	const owned = new Set<string>();
	for await (const { id, learnerId, closedAt } of paged((after) =>
		listAccountStates(reader, { after, limit: atOnce })
	)) {
		owned.add(learnerId);
		if (closedAt === null && !known.accounts.has(id))
			gone.push({ ...(await selfOfLearner(reader, learnerId)), accountId: id });
	}
	for await (const { id } of paged((after) => listLearnerIds(reader, { after, limit: atOnce })))
		if (!owned.has(id) && !known.learners.has(id)) gone.push(await selfOfLearner(reader, id));
	return gone;
}

async function chainOf(reader: Reader): Promise<Pick<KnownPeople, 'origin' | 'entries'>> {
	const [first] = await reader
		.select({ hash: auditEntries.hash })
		.from(auditEntries)
		.orderBy(asc(auditEntries.number))
		.limit(1);
	const [all] = await reader.select({ entries: count() }).from(auditEntries);
	return { origin: first?.hash ?? null, entries: all?.entries ?? 0 };
}

/** All rows of a list that comes page by page, by id. */
async function* paged<T extends { id: string }>(list: (after: string) => Promise<T[]>): AsyncGenerator<T> {
	for (let after = ''; ;) {
		const rows = await list(after);
		yield* rows;
		after = rows.at(-1)?.id ?? '';
		if (rows.length < atOnce) return;
	}
}
