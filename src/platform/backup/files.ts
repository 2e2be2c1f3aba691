import { closeSync, fsyncSync, openSync, readdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';

/** Where backups lie that nobody asked to be elsewhere. */
export function backupsFolder(config: Pick<Config, 'dataDir'>): string {
	return join(config.dataDir, 'backups');
}

/** The name of a backup made now. */
export function backupName(now: Date): string {
	return `bdhvs-${stamp(now)}.backup.tar.gz`;
}

/** The instant as it stands in file names: `2026-11-25T081203Z`. */
export function stamp(instant: Date): string {
	return `${instant.toISOString().slice(0, 19).replaceAll(':', '')}Z`;
}

/** The files of one folder, none where there is no folder. */
export function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw error;
	}
}

/** Gives a finished file its name, so that it is there after a power cut too. */
export function moveDurably(from: string, to: string): void {
	renameSync(from, to);
	if (process.platform === 'win32') return; // folders can't be flushed there
	const folder = openSync(dirname(to), 'r');
	fsyncSync(folder);
	closeSync(folder);
}
