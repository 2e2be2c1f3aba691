import { getTableName, is, Table } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { House } from '../../src/platform/house.ts';

/** The tables of every room, also of rooms that are built later. */
const modules = import.meta.glob<Record<string, unknown>>('../../src/*/tables.ts', { eager: true });

/** What is counted about those who try; a refused try may leave its trace there, and nowhere else. */
const traces = /failures|tries|guess|limit|budget|audit|trail|event/;

/** All rows of all tables but the traces, as one text: two that are the same mean that nothing changed. */
export async function everythingKept({ store }: Pick<House, 'store'>): Promise<Record<string, string>> {
	const tables = Object.values(modules)
		.flatMap((module) => Object.values(module))
		.filter((each): each is PgTable => is(each, Table))
		.filter((table) => !traces.test(getTableName(table)));
	const kept: Record<string, string> = {};
	for (const table of tables) {
		const rows = await store.read.select().from(table);
		kept[getTableName(table)] = rows
			.map((row) => JSON.stringify(row))
			.sort()
			.join('\n');
	}
	return kept;
}
