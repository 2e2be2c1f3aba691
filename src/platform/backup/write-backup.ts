import { createHash } from 'node:crypto';
import { createWriteStream, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Config } from '../config.ts';
import { filesOnDisk } from '../files/on-disk.ts';
import { databaseOf, takeSnapshot } from '../persistence/databases.ts';
import { inGroups, type Snapshot } from '../persistence/rows.ts';
import type { TableShape } from '../persistence/shape.ts';
import { migrationsRoot } from '../persistence/store.ts';
import { readKeys, sealKeys } from './keys.ts';
import { keysMember, memberName, rowsMember, type Manifest } from './manifest.ts';
import { namesIn } from './files.ts';
import type { Tell } from './sentences.ts';
import { partOf, writeArchive, type Part } from './write-archive.ts';

export interface BackupMeans {
	readonly config: Config;
	readonly now: Date;
	readonly tell: Tell;
	/** Where the migrations of both databases lie. */
	readonly root?: string;
}

/**
 * Writes everything of this installation that can't be made again into one file, as it is at this moment, while the
 * server goes on working: rows, media, and the keys where a passphrase encrypts them.
 */
export async function writeBackup(means: BackupMeans, file: string, passphrase: string | null): Promise<Manifest> {
	return inSpool(file, async (spool) => {
		const rows = await spoolRows(means, spool);
		const keys = await spoolKeys(means, spool, passphrase);
		const media = await mediaParts(means);
		const files = await fileParts(means);
		const manifest = { ...about(means), ...rows.about, keys: keys.state };
		const parts = [...rows.parts, ...keys.parts, ...media, ...files];
		await writeArchive(file, manifest, { parts, spool });
		return { ...manifest, members: parts };
	});
}

/** Writes only the rows: all that a migration can change. */
export async function writeRowsBackup(means: BackupMeans, file: string): Promise<void> {
	await inSpool(file, async (spool) => {
		const { about: tables, parts } = await spoolRows(means, spool);
		await writeArchive(file, { ...about(means), ...tables, keys: 'left-out' }, { parts, spool });
	});
}

/** Works in a folder beside the file, which is gone afterwards; what a killed process left there goes too. */
async function inSpool<T>(file: string, work: (spool: string) => Promise<T>): Promise<T> {
	const folder = dirname(file);
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	for (const name of readdirSync(folder)) {
		const owner = /^\.bdhvs\.(\d+)\..*\.partial$/.exec(name)?.[1];
		if (owner && !isRunning(Number(owner))) rmSync(join(folder, name), { recursive: true, force: true });
	}
	const spool = join(folder, `.bdhvs.${process.pid}.${basename(file)}.partial`);
	mkdirSync(join(spool, 'rows'), { recursive: true, mode: 0o700 });
	try {
		return await work(spool);
	} finally {
		rmSync(spool, { recursive: true, force: true });
	}
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

function about({ now, root }: BackupMeans) {
	const packageFile = join(root ?? migrationsRoot, '..', 'package.json');
	const release = readRelease(packageFile);
	return {
		format: 'bdhvs-backup' as const,
		version: 1 as const,
		madeAt: now.toISOString(),
		release,
		node: process.version
	};
}

function readRelease(packageFile: string): string {
	try {
		return (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version;
	} catch {
		return 'unknown';
	}
}

async function spoolRows({ config, tell, root }: BackupMeans, spool: string) {
	const database = databaseOf(config);
	const snapshot = await takeSnapshot(database, root);
	try {
		const parts: Part[] = [];
		const tables: Manifest['tables'] = [];
		for (const table of snapshot.shape.tables) {
			const path = join(spool, rowsMember(table.name));
			const { part, rows } = await spoolTable(snapshot, table, path);
			parts.push(part);
			tables.push({ name: table.name, columns: table.columns.map(({ name }) => name), rows });
			tell(`${table.name}: ${rows}`);
		}
		return { parts, about: { database: database.kind, migrations: [...snapshot.shape.migrations], tables } };
	} finally {
		await snapshot.close();
	}
}

async function spoolTable(snapshot: Snapshot, table: TableShape, path: string): Promise<{ part: Part; rows: number }> {
	const hash = createHash('sha256');
	let [size, rows] = [0, 0];
	async function* lines() {
		for await (const group of inGroups(snapshot.rows(table))) {
			const piece = Buffer.from(group.map((row) => `${JSON.stringify(row)}\n`).join(''));
			hash.update(piece);
			size += piece.length;
			rows += group.length;
			yield piece;
		}
	}
	await pipeline(lines, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
	return { part: { name: rowsMember(table.name), path, size, sha256: hash.digest('hex') }, rows };
}

async function spoolKeys({ config, tell }: BackupMeans, spool: string, passphrase: string | null) {
	const files = readKeys(config);
	if (files.length === 0) return { state: 'none' as const, parts: [] };
	if (!passphrase) {
		tell('');
		tell('!!! KHÔNG CÓ KHÓA trong bản sao lưu này: chưa có cụm mật khẩu (BACKUP_PASSPHRASE hoặc --passphrase-file).');
		tell('!!! NO KEYS in this backup: no passphrase was given (BACKUP_PASSPHRASE or --passphrase-file).');
		tell('');
		return { state: 'left-out' as const, parts: [] };
	}
	const path = join(spool, keysMember);
	writeFileSync(path, await sealKeys(files, passphrase), { mode: 0o600 });
	tell(`keys: ${files.length}`);
	return { state: 'encrypted' as const, parts: [await partOf(keysMember, path)] };
}

/** Pictures and recordings lie under the hash of their bytes and never change: what the rows name is all there. */
async function mediaParts({ config, tell }: BackupMeans): Promise<Part[]> {
	const folder = join(config.dataDir, 'media');
	const parts: Part[] = [];
	for (const name of namesIn(folder).sort()) {
		const path = join(folder, name);
		if (lstatSync(path).isFile() && memberName.test(`media/${name}`)) parts.push(await partOf(`media/${name}`, path));
		else tell(`!!! media/${name}: không sao lưu / not backed up`);
	}
	tell(`media: ${parts.length}`);
	for (const name of namesIn(config.dataDir).filter((each) => !known.test(each)))
		tell(`!!! ${join(config.dataDir, name)}: không sao lưu / not backed up`);
	return parts;
}

/** What the file store keeps on the disk; one that is deleted meanwhile is no longer needed by any row. */
async function fileParts({ config, tell }: BackupMeans): Promise<Part[]> {
	const parts: Part[] = [];
	for (const { hash, path } of filesOnDisk(config)) {
		const part = await partOf(`files/${hash}`, path).catch((error: NodeJS.ErrnoException) => {
			if (error.code !== 'ENOENT') throw error;
		});
		if (part) parts.push(part);
	}
	tell(`files: ${parts.length}`);
	return parts;
}

/** What lies in the data folder and is either in every backup or never. */
const known = /^(hoc\.sqlite(-wal|-shm|-journal)?|keys|media|files|backups|before-restore-.*|\..*)$/;
