import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { join } from 'node:path';
import { dialect } from '../config.ts';

type Full = NodePgDatabase<Record<string, never>>;

/** What a query that only reads may do. */
export type Reader = Pick<Full, 'select' | 'selectDistinct' | '$count' | 'with' | '$with'>;
/** What a query inside a transaction may do. */
export type Writer = Reader & Pick<Full, 'insert' | 'update' | 'delete'>;

export interface Store {
	readonly read: Reader;
	/**
	 * Runs `work` as one transaction, all or nothing, as if transactions ran one after another. It may run again
	 * after a conflict, so it must change nothing but the database, and use only `tx`.
	 */
	transact<T>(work: (tx: Writer) => Promise<T>): Promise<T>;
	/** Answers where the database can be read, and rejects where it can't. */
	ping(): Promise<void>;
	/**
	 * Brings the tables up to the newest migration; safe to call from several processes at once. What they hold is
	 * copied first; where that can't be done, or a newer release made them, nothing is changed.
	 */
	migrate(): Promise<void>;
	close(): Promise<void>;
}

/** Where the migrations of both databases lie. */
export const migrationsRoot = join(import.meta.dirname, findRoot(), 'migrations');

/** The folder of the migrations of the database this process speaks. */
export const migrationsFolder = join(migrationsRoot, dialect);

/** The sources lie two folders deep in `src/platform/persistence`, the bundle in `build/server`. */
function findRoot(): string {
	return import.meta.dirname.endsWith(join('platform', 'persistence')) ? '../../..' : '../..';
}
