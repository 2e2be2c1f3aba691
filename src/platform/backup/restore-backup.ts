import { createWriteStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Config } from '../config.ts';
import { Obstacle, reasonOf } from '../obstacle.ts';
import { pathOfFile } from '../files/on-disk.ts';
import { build, databaseFile, databaseOf, isBusy, migrateForward, type Database } from '../persistence/databases.ts';
import type { Building } from '../persistence/rows.ts';
import { migrationsRoot } from '../persistence/store.ts';
import { moveDurably, namesIn, stamp } from './files.ts';
import { openKeys, writeKeys, type KeyFiles } from './keys.ts';
import { keysMember, type Manifest } from './manifest.ts';
import { readArchive } from './read-archive.ts';
import { checkMigrations, rowsIn } from './rows-in-archive.ts';
import { damaged, type Tell } from './sentences.ts';

export interface RestoreMeans {
	readonly config: Config;
	readonly now: Date;
	readonly tell: Tell;
	readonly passphrase: string | null;
	/** Moves what is there aside, instead of refusing. */
	readonly replace?: boolean;
	/** Leaves the keys where they are, in the backup and here. */
	readonly withoutKeys?: boolean;
	/** Where the migrations of both databases lie. */
	readonly root?: string;
}

/**
 * Makes an installation from a backup, in an empty place. The whole file is checked first; everything is then made
 * beside its place and put there in the end, so that whatever goes wrong leaves things as they were.
 */
export async function restoreBackup(means: RestoreMeans, file: string): Promise<Manifest> {
	const { config, tell } = means;
	const { manifest, keys } = await checkBackup(means, file);
	tell(`${basename(file)}: ${manifest.madeAt}, ${manifest.migrations.at(-1)}`);
	mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
	const occupied = occupiedBy(manifest, means);
	await checkPlace(means, occupied);
	const staging = mkdtempSync(join(config.dataDir, '.restoring-'));
	try {
		if (keys) writeKeys(join(staging, 'keys'), keys);
		await fill(means, file, { staging, count: manifest.migrations.length });
		putInPlace(means, staging, occupied);
	} finally {
		rmSync(staging, { recursive: true, force: true });
	}
	if (config.databaseUrl) await migrateForward(databaseOf(config), means.root);
	return manifest;
}

/** Reads all of the file once: what it says must be so, fit this release, and the keys must open. */
async function checkBackup(means: RestoreMeans, file: string): Promise<{ manifest: Manifest; keys: KeyFiles | null }> {
	const sealed: Buffer[] = [];
	const manifest = await readArchive(file, {
		manifest(told) {
			checkMigrations(told, means.root ?? migrationsRoot);
			checkSpace(told, means.config);
		},
		async member({ name, size }, content) {
			if (name === keysMember && size > 10_000_000) throw damaged(name);
			for await (const piece of content) if (name === keysMember) sealed.push(piece);
		}
	});
	if (manifest.keys !== 'encrypted' || means.withoutKeys) return { manifest, keys: null };
	if (!means.passphrase)
		throw new Obstacle(
			'Các khóa trong bản sao lưu được mã hóa: cần BACKUP_PASSPHRASE hoặc --passphrase-file, hay --without-keys để bỏ qua. / The keys in this backup are encrypted: give BACKUP_PASSPHRASE or --passphrase-file, or --without-keys to leave them.'
		);
	return { manifest, keys: await openKeys(Buffer.concat(sealed), means.passphrase) };
}

/** A file may claim any size: what would not fit is refused before anything is written. */
function checkSpace(manifest: Manifest, config: Config): void {
	let place = config.dataDir;
	while (!existsSync(place)) place = dirname(place);
	const { bavail, bsize } = statfsSync(place);
	const here = manifest.members.filter(({ name }) => !config.databaseUrl || !name.startsWith('rows/'));
	const needed = here.reduce((sum, { size }) => sum + size, 0);
	if (needed > bavail * bsize)
		throw new Obstacle(
			`Ổ đĩa không đủ chỗ / not enough room on the disk: ${config.dataDir} (${Math.ceil(needed / 1_000_000)} MB)`
		);
}

/** What lies where something of the backup would go. */
function occupiedBy(manifest: Manifest, { config, withoutKeys }: RestoreMeans): string[] {
	const database = basename(databaseFile(config));
	const files = config.databaseUrl ? [] : ['', '-wal', '-shm'].map((end) => `${database}${end}`);
	const folders = manifest.keys === 'encrypted' && !withoutKeys ? ['keys', 'media', 'files'] : ['media', 'files'];
	return [
		...files.filter((name) => existsSync(join(config.dataDir, name))),
		...folders.filter((name) => namesIn(join(config.dataDir, name)).length > 0)
	];
}

async function checkPlace({ config, replace }: RestoreMeans, occupied: string[]): Promise<void> {
	if (occupied.length > 0 && !replace)
		throw new Obstacle(
			`Trong ${config.dataDir} đã có ${occupied.join(', ')}; không ghi đè. Chọn một DATA_DIR trống, hoặc thêm --replace để dời dữ liệu cũ sang bên. / ${config.dataDir} holds ${occupied.join(', ')} already and is not written over. Choose an empty DATA_DIR, or add --replace to move the old data aside.`
		);
	if (await isBusy(databaseOf(config)))
		throw new Obstacle('Máy chủ đang chạy; hãy dừng lại trước. / A server is running on this database; stop it first.');
}

async function fill(means: RestoreMeans, file: string, where: { staging: string; count: number }): Promise<void> {
	const { config, now, root } = means;
	const aside = means.replace ? `before_restore_${stamp(now).toLowerCase().replaceAll('-', '')}` : undefined;
	const database: Database = config.databaseUrl
		? databaseOf(config)
		: { kind: 'sqlite', file: join(where.staging, basename(databaseFile(config))) };
	const building = await build(database, { count: where.count, root, aside });
	try {
		await unpack(means, file, { building, staging: where.staging });
		await building.finish();
	} finally {
		await building.close();
	}
	if (database.kind === 'sqlite') await migrateForward(database, root);
}

async function unpack(
	{ tell }: RestoreMeans,
	file: string,
	to: { building: Building; staging: string }
): Promise<void> {
	let manifest: Manifest | undefined;
	await readArchive(file, {
		manifest: (told) => void (manifest = told),
		async member({ name }, content) {
			const entry = manifest?.tables.find((table) => name === `rows/${table.name}.jsonl`);
			const table = to.building.shape.tables.find((each) => each.name === entry?.name);
			if (entry && table) {
				const rows = await to.building.load(table, rowsIn(content, table)).catch((error: unknown) => {
					throw error instanceof Obstacle ? error : damaged(`${name}: ${reasonOf(error)}`);
				});
				if (rows !== entry.rows) throw damaged(name);
				tell(`${table.name}: ${rows}`);
			} else if (/^(media|files)\//.test(name)) {
				const place = placeOf(name, to.staging);
				mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
				await pipeline(content, createWriteStream(place, { flags: 'wx', mode: 0o600, flush: true }));
			} else for await (const _ of content); // the keys are open already
		}
	});
}

/** Where a picture of the lessons or a stored file goes; the member's name was checked with the manifest. */
function placeOf(name: string, staging: string): string {
	return name.startsWith('files/') ? pathOfFile(staging, basename(name)) : join(staging, 'media', basename(name));
}

function putInPlace({ config, now, tell }: RestoreMeans, staging: string, occupied: string[]): void {
	const aside = join(config.dataDir, `before-restore-${stamp(now)}`);
	if (occupied.length > 0) {
		mkdirSync(aside, { mode: 0o700 });
		for (const name of occupied) renameSync(join(config.dataDir, name), join(aside, name));
		tell(`Dữ liệu cũ được dời sang / the old data was moved to: ${aside}`);
	}
	for (const folder of ['media', 'files', 'keys']) {
		const place = join(config.dataDir, folder);
		if (namesIn(join(staging, folder)).length === 0) continue;
		rmSync(place, { recursive: true, force: true }); // an empty folder
		moveDurably(join(staging, folder), place);
	}
	const made = join(staging, basename(databaseFile(config)));
	if (existsSync(made)) moveDurably(made, databaseFile(config));
}
