import type Database from 'better-sqlite3';
import { statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { databaseCode } from './dialect.ts';
import { DatabaseBusy, DatabaseUnreachable } from './trouble.ts';

/** How long a transaction waits for another process that writes (a command, a backup that is put back). */
const longestMs = 5_000;

/**
 * Begins a writing transaction. Where another process holds the lock it asks again and again, with the event loop free
 * in between; whoever has waited for five seconds since `queuedAt` (as `performance.now()` tells) is sent away.
 */
export async function beginWriting(
	writer: Database.Database,
	{ present, queuedAt }: { present(): void; queuedAt: number }
): Promise<void> {
	present();
	for (let waitMs = 2; ; waitMs = Math.min(waitMs * 2, 50)) {
		try {
			writer.exec('begin immediate');
			return;
		} catch (error) {
			if (!databaseCode(error)?.startsWith('SQLITE_BUSY')) throw error;
			if (performance.now() - queuedAt > longestMs)
				throw new DatabaseBusy('locked by another process', { cause: error });
			await pause(waitMs);
		}
	}
}

/**
 * A check that the file under this name is still the one that was opened. SQLite goes on writing to a file that was
 * deleted or replaced, and what it then acknowledges is lost.
 */
export function sameFile(file: string): () => void {
	const opened = statSync(file);
	return () => {
		const now = statSync(file, { throwIfNoEntry: false });
		if (now?.ino !== opened.ino || now.dev !== opened.dev)
			throw new DatabaseUnreachable('the database file is gone, or another lies in its place: put it back or restart');
	};
}
