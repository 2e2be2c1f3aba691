import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { namesIn } from '../backup/files.ts';
import type { Config } from '../config.ts';
import { randomToken } from '../ids.ts';

type Place = Pick<Config, 'dataDir'>;

/** The name of bytes in the store: it says nothing of whose they are. */
export function hashOfFile(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** Where a file lies in the data folder: `files/ab/ab…`. */
export function pathOfFile(dataDir: string, hash: string): string {
	return join(dataDir, 'files', hash.slice(0, 2), hash);
}

/** Every file that lies in the data folder. */
export function filesOnDisk({ dataDir }: Place): { hash: string; path: string }[] {
	const folders = namesIn(join(dataDir, 'files')).filter((name) => /^[0-9a-f]{2}$/.test(name));
	return folders
		.flatMap((folder) => namesIn(join(dataDir, 'files', folder)))
		.filter((name) => /^[0-9a-f]{64}$/.test(name))
		.sort()
		.map((hash) => ({ hash, path: pathOfFile(dataDir, hash) }));
}

/** Keeps bytes; when it comes back they are there under their name, whole, after a power cut too. */
export async function putOnDisk({ dataDir }: Place, bytes: Uint8Array, now: Date): Promise<string> {
	const hash = hashOfFile(bytes);
	const path = pathOfFile(dataDir, hash);
	// One that is there is as new: whoever puts it is about to refer to it.
	if (await touch(path, now)) return hash;
	await mkdir(dirname(path), { recursive: true, mode: 0o700 });
	const temporary = join(dirname(path), `.${randomToken(9)}`);
	try {
		await writeThrough(temporary, bytes);
		await utimes(temporary, now, now);
		await rename(temporary, path);
		await flushFolder(dirname(path));
	} finally {
		await rm(temporary, { force: true });
	}
	return hash;
}

async function touch(path: string, now: Date): Promise<boolean> {
	return utimes(path, now, now).then(() => true, ifMissing(false));
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
	const file = await open(path, 'wx', 0o600);
	try {
		await file.writeFile(bytes);
		await file.sync();
	} finally {
		await file.close();
	}
}

async function flushFolder(path: string): Promise<void> {
	if (process.platform === 'win32') return; // folders can't be flushed there
	const folder = await open(path, 'r');
	await folder.sync().finally(() => folder.close());
}

/** The bytes as they lie there, or null. */
export async function readFromDisk({ dataDir }: Place, hash: string): Promise<Buffer | null> {
	return readFile(pathOfFile(dataDir, hash)).catch(ifMissing(null));
}

export async function dropFromDisk({ dataDir }: Place, hash: string): Promise<void> {
	await rm(pathOfFile(dataDir, hash), { force: true });
}

/** When it was last put there; null where it is not. */
export async function keptOnDiskAt({ dataDir }: Place, hash: string): Promise<Date | null> {
	return stat(pathOfFile(dataDir, hash)).then(({ mtime }) => mtime, ifMissing(null));
}

function ifMissing<T>(otherwise: T) {
	return (error: NodeJS.ErrnoException): T => {
		if (error.code === 'ENOENT') return otherwise;
		throw error;
	};
}
