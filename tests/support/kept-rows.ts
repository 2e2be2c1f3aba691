import { getTableName, is, Table } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { learnerVersions } from '../../src/identity/learner-versions.ts';
import type { House } from '../../src/platform/house.ts';

/** The tables of every room, also of rooms that are built later. */
const modules = import.meta.glob<Record<string, unknown>>('../../src/*/tables.ts', { eager: true });

/** Every table there is. */
export function allTables(): PgTable[] {
	const found = Object.values(modules)
		.flatMap((module) => Object.values(module))
		.filter((each): each is PgTable => is(each, Table));
	return [...new Set([...found, learnerVersions])];
}

/** In which tables one of these words still stands, in any column of any row. */
export async function tablesWith({ store }: Pick<House, 'store'>, words: readonly string[]): Promise<string[]> {
	const holding: string[] = [];
	for (const table of allTables()) {
		const rows = await store.read.select().from(table);
		const text = JSON.stringify(rows);
		if (words.some((word) => text.includes(word))) holding.push(getTableName(table));
	}
	return holding.sort();
}
