import { dropFromTable, listInTable, putInTable, readFromTable } from './in-table.ts';
import { dropFromDisk, filesOnDisk, hashOfFile, keptOnDiskAt, putOnDisk, readFromDisk } from './on-disk.ts';
import type { House } from '../house.ts';
import type { Reader } from '../persistence/store.ts';
import type { Schedule } from '../schedules.ts';

type Means = Pick<House, 'store' | 'config' | 'clock' | 'log'>;

/**
 * Files under the hash of their bytes: on SQLite in DATA_DIR/files, on PostgreSQL in a table that all processes see.
 * Put first and referred to afterwards; what nobody refers to is swept within two hours.
 */
export interface Files {
	/** Keeps bytes and returns their name; the same bytes twice are one file. */
	put(bytes: Uint8Array): Promise<string>;
	/** The bytes, or null where they are not there or are no longer what they were. */
	get(hash: string): Promise<Buffer | null>;
}

/** The file store of an installation, wherever its database keeps it. */
export function filesOf(means: Means): Files {
	const shared = means.config.databaseUrl !== null;
	return {
		put: (bytes) =>
			shared ? putInTable(means, bytes, means.clock.now()) : putOnDisk(means.config, bytes, means.clock.now()),
		async get(hash) {
			if (!/^[0-9a-f]{64}$/.test(hash)) return null;
			const bytes = shared ? await readFromTable(means, hash) : await readFromDisk(means.config, hash);
			if (bytes === null || hashOfFile(bytes) === hash) return bytes;
			means.log.error({ file: hash }, 'a stored file is no longer what it was; put it back from a backup');
			return null;
		}
	};
}

/** Says which of these files somebody refers to. */
export type InUse = (reader: Reader, hashes: readonly string[]) => Promise<readonly string[]>;

const hour = 3_600_000;
/** As long as there may be between putting a file and referring to it. */
const graceMs = hour;
const atOnce = 200;

/** Each hour files are deleted that nobody refers to. */
export function filesSweep(means: Means, inUse: InUse): Schedule {
	return {
		name: 'platform.sweep-files',
		everyMs: hour,
		async run() {
			const before = new Date(means.clock.now().getTime() - graceMs);
			const old = await listOld(means, before);
			for (let start = 0; start < old.length; start += atOnce)
				await dropUnused(means, { hashes: old.slice(start, start + atOnce), before, inUse });
		}
	};
}

async function listOld(means: Means, before: Date): Promise<string[]> {
	if (means.config.databaseUrl !== null) return listInTable(means, before);
	const old = [];
	for (const { hash } of filesOnDisk(means.config)) if (await isOlder(means, hash, before)) old.push(hash);
	return old;
}

async function isOlder({ config }: Means, hash: string, before: Date): Promise<boolean> {
	const keptAt = await keptOnDiskAt(config, hash);
	return keptAt !== null && keptAt < before;
}

type Sweep = { hashes: string[]; before: Date; inUse: InUse };

/** In one transaction with the look for who refers to them: nobody begins to in between. */
async function dropUnused(means: Means, { hashes, before, inUse }: Sweep): Promise<void> {
	const unused = await means.store.transact(async (tx) => {
		const used = new Set(await inUse(tx, hashes));
		const gone = hashes.filter((hash) => !used.has(hash));
		await dropFromTable(tx, gone, before);
		return gone;
	});
	// One that was put again meanwhile is new, and stays.
	for (const hash of unused) if (await isOlder(means, hash, before)) await dropFromDisk(means.config, hash);
}

/**
 * Brings files to where this database keeps them, after an installation was restored or moved from the other kind.
 * What is not what its name says stays where it is and is told.
 */
export async function bringFilesHome(means: Means): Promise<void> {
	if (means.config.databaseUrl === null) return tableToDisk(means);
	for (const { hash } of filesOnDisk(means.config)) {
		const bytes = await readFromDisk(means.config, hash);
		if (bytes === null || !isWhole(means, hash, bytes)) continue;
		await putInTable(means, bytes, means.clock.now());
		await dropFromDisk(means.config, hash);
	}
}

async function tableToDisk(means: Means): Promise<void> {
	for (const hash of await listInTable(means)) {
		const bytes = await readFromTable(means, hash);
		if (bytes === null || !isWhole(means, hash, bytes)) continue;
		await putOnDisk(means.config, bytes, means.clock.now());
		await means.store.transact((tx) => dropFromTable(tx, [hash]));
	}
}

function isWhole({ log }: Means, hash: string, bytes: Buffer): boolean {
	if (hashOfFile(bytes) === hash) return true;
	log.error({ file: hash }, 'a stored file is not what its name says, and stays where it is');
	return false;
}
