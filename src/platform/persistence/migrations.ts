import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Obstacle } from '../obstacle.ts';

export interface Migration {
	/** `0003_telling-name`, the same in both databases. */
	readonly tag: string;
	/** When it was written; the database notes it, and what is younger is pending. */
	readonly when: number;
}

/** The migrations in the folder of one database, in order. */
export function readJournal(folder: string): Migration[] {
	const text = readFileSync(join(folder, 'meta', '_journal.json'), 'utf8');
	return (JSON.parse(text) as { entries: Migration[] }).entries.map(({ tag, when }) => ({ tag, when }));
}

/**
 * How many of the journal's migrations a database has seen, whose youngest is of `last` (null: none). One that has
 * seen more than this release knows is not touched: its tables may mean something else by now.
 */
export function countApplied(journal: Migration[], last: number | null): number {
	if (last === null) return 0;
	const newest = journal.at(-1)?.when ?? 0;
	if (last > newest)
		throw new Obstacle(
			'Cơ sở dữ liệu này do một bản phần mềm mới hơn tạo ra; hãy chạy lại bản mới, hoặc khôi phục bản sao lưu cũ. / This database was made by a newer release: run that one again, or restore an older backup.'
		);
	return journal.filter(({ when }) => when <= last).length;
}

/** Called before the first pending migration changes a database that holds something; where it throws, nothing is changed. */
export type BeforeMigration = (next: string) => Promise<void>;

/** What `migrate` may be told. */
export interface MigrationMeans {
	/** Another folder than the one that ships. */
	readonly folder?: string;
	readonly before?: BeforeMigration;
}

/** Lets `before` run where something is pending on a database that has been migrated before. */
export async function prepareMigration(means: MigrationMeans, folder: string, last: number | null): Promise<void> {
	const journal = readJournal(folder);
	const count = countApplied(journal, last);
	const next = journal[count];
	if (count > 0 && next) await means.before?.(next.tag);
}
