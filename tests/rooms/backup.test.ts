import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKeys } from '../../src/platform/backup/keys.ts';
import { compare } from '../../src/platform/backup/move-rows.ts';
import { restoreBackup, type RestoreMeans } from '../../src/platform/backup/restore-backup.ts';
import { writeBackup } from '../../src/platform/backup/write-backup.ts';
import { dialect, type Config } from '../../src/platform/config.ts';
import { databaseOf, takeSnapshot } from '../../src/platform/persistence/databases.ts';
import { readJournal } from '../../src/platform/persistence/migrations.ts';
import { putOnDisk } from '../../src/platform/files/on-disk.ts';
import { openStore } from '../../src/platform/persistence/open-store.ts';
import { migrationsRoot } from '../../src/platform/persistence/store.ts';
import { facts, reactions } from '../../src/platform/tables.ts';
import { aHouse } from '../support/a-house.ts';
import { aFolder, anEmptyPlace, queryPostgres } from '../support/any-database.ts';
import { archiveOf, entriesIn, withContent, withManifest, type Entry } from '../support/archives.ts';
import { fillDatabase } from '../support/filled-database.ts';
import { aLaterRelease } from '../support/later-release.ts';

const now = new Date('2026-11-25T08:12:03.456Z');
const passphrase = 'bốn con trâu và một cái cày';
/** Making a key from a passphrase is meant to take long, and takes longer on a busy machine. */
const slow = { timeout: 180_000 };
const shipped = readJournal(join(migrationsRoot, dialect)).length;

/** An installation with rows in every table, keys and media. */
async function aPlace(): Promise<Config> {
	const config = await anEmptyPlace();
	await fillDatabase(databaseOf(config), shipped, migrationsRoot);
	for (const folder of ['keys', 'media']) mkdirSync(join(config.dataDir, folder), { mode: 0o700 });
	writeFileSync(join(config.dataDir, 'keys', 'session-secret'), 'a secret that is long enough');
	writeFileSync(join(config.dataDir, 'keys', 'signing-Ab_-9.pem'), '-----BEGIN PRIVATE KEY-----\n');
	writeFileSync(join(config.dataDir, 'keys', 'seal.p12'), Buffer.from([0, 255, 254, 10]));
	writeFileSync(join(config.dataDir, 'media', '0123456789abcdef-tranh.svg'), '<svg/>');
	await putOnDisk(config, Buffer.from([255, 216, 255, 0]), now);
	return config;
}

async function backUp(config: Config, words: string | null = null) {
	const said: string[] = [];
	const file = join(aFolder(), 'of-today.backup.tar.gz');
	const manifest = await writeBackup({ config, now, tell: (line) => said.push(line) }, file, words);
	return { file, manifest, said: said.join('\n') };
}

const restore = (config: Config, file: string, part: Partial<RestoreMeans> = {}) =>
	restoreBackup({ config, now, tell: () => undefined, passphrase, ...part }, file);

/** Everything in a folder and below, with what is in it. */
function filesIn(folder: string): Record<string, string> {
	const names = readdirSync(folder, { recursive: true }).map(String).sort();
	const files = names.filter((name) => statSync(join(folder, name)).isFile());
	return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'base64')]));
}

async function expectSameRows(one: Config, other: Config): Promise<void> {
	const [a, b] = [await takeSnapshot(databaseOf(one)), await takeSnapshot(databaseOf(other))];
	for (const table of a.shape.tables) expect((await compare(table, a, b)).rows, table.name).toBe(3);
	await Promise.all([a.close(), b.close()]);
}

async function isUntouched(config: Config): Promise<boolean> {
	const left = readdirSync(config.dataDir).filter((name) => name !== 'content');
	if (dialect === 'sqlite') return left.length === 0;
	const snapshot = await takeSnapshot(databaseOf(config));
	await snapshot.close();
	return left.length === 0 && snapshot.shape.migrations.length === 0;
}

describe('a backup', () => {
	it('makes the same installation again: rows, media, stored files and keys', slow, async () => {
		const [old, place] = [await aPlace(), await anEmptyPlace()];
		const { file } = await backUp(old, passphrase);
		await restore(place, file);
		await expectSameRows(old, place);
		for (const folder of ['keys', 'media', 'files'])
			expect(filesIn(join(place.dataDir, folder))).toEqual(filesIn(join(old.dataDir, folder)));
		for (const [name, mode] of [
			['keys', 0o700],
			['keys/seal.p12', 0o600],
			['media', 0o700],
			['files', 0o700]
		] as const)
			expect(statSync(join(place.dataDir, name)).mode & 0o777, name).toBe(mode);
		const store = await openStore(place);
		await store.migrate().finally(() => store.close());
	});

	it('is one file for its owner alone, with nothing left beside it, that says what is in it', slow, async () => {
		const { file, manifest } = await backUp(await aPlace(), passphrase);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(readdirSync(join(file, '..'))).toEqual(['of-today.backup.tar.gz']);
		const [first, ...members] = entriesIn(readFileSync(file));
		expect(JSON.parse(first?.content.toString() ?? '')).toMatchObject({
			format: 'bdhvs-backup',
			madeAt: '2026-11-25T08:12:03.456Z',
			database: dialect,
			keys: 'encrypted'
		});
		expect(members.map(({ path }) => path)).toEqual(manifest.members.map(({ name }) => name));
		expect(manifest.tables.every(({ rows }) => rows === 3)).toBe(true);
		// Keys only encrypted, in the age format.
		const sealed = members.find(({ path }) => path === 'keys.json.age')?.content.toString('latin1') ?? '';
		expect(sealed).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 18\n/);
		for (const { content } of members) expect(content.includes('PRIVATE KEY')).toBe(false);
	});

	it('without a passphrase is made without the keys, and says so', async () => {
		const [old, place] = [await aPlace(), await anEmptyPlace()];
		const { file, manifest, said } = await backUp(old);
		expect(manifest.keys).toBe('left-out');
		expect(said).toContain('!!! NO KEYS');
		await restore(place, file, { passphrase: null });
		await expectSameRows(old, place);
		expect(readdirSync(place.dataDir)).not.toContain('keys');
	});

	it('takes the secret from the settings along, where it stands there', async () => {
		const sessionSecret = 'the one from the settings, of 32 and more';
		const keys = readKeys({ ...(await aPlace()), sessionSecret });
		expect(keys.map(({ name }) => name).sort()).toEqual(['seal.p12', 'session-secret', 'signing-Ab_-9.pem']);
		expect(keys).toContainEqual({ name: 'session-secret', encoding: 'utf8', content: sessionSecret });
	});

	it('names what lies in the data folder and is not in it', async () => {
		const old = await aPlace();
		writeFileSync(join(old.dataDir, 'notes.txt'), '');
		writeFileSync(join(old.dataDir, 'media', '.hidden'), '');
		const { said } = await backUp(old);
		expect(said).toContain('notes.txt: không sao lưu');
		expect(said).toContain('media/.hidden: không sao lưu');
	});

	it('is of one moment, though others write meanwhile', async () => {
		const [house, place] = [await aHouse(), await anEmptyPlace()];
		let going = true;
		let written = 0;
		const writing = (async () => {
			for (; going; written++) {
				await house.store.transact(async (tx) => {
					const [id, at] = [`fact ${written}`, house.clock.now()];
					await tx.insert(facts).values({ id, name: 'n', payload: { written }, recordedAt: at });
					await tx.insert(reactions).values({ factId: id, name: 'r', status: 'done', attempts: 1, dueAt: at });
				});
				await new Promise((resolve) => setImmediate(resolve)); // others get their turn
			}
		})();
		while (written < 20) await new Promise((resolve) => setTimeout(resolve, 1));
		const { manifest, file } = await backUp(house.config);
		const during = written;
		while (written === during) await new Promise((resolve) => setTimeout(resolve, 1));
		going = false;
		await writing;
		const rows = (name: string) => manifest.tables.find((table) => table.name === name)?.rows ?? 0;
		expect(rows('facts')).toBeGreaterThanOrEqual(20);
		expect(rows('reactions')).toBe(rows('facts'));
		await restore(place, file);
	});

	it('that can’t be written leaves nothing behind', async () => {
		const old = await aPlace();
		const folder = aFolder();
		mkdirSync(join(folder, 'taken', 'by a folder'), { recursive: true });
		const means = { config: old, now, tell: () => undefined };
		await expect(writeBackup(means, join(folder, 'taken'), null)).rejects.toThrow();
		expect(readdirSync(folder)).toEqual(['taken']);
	});
});

describe('restoring', () => {
	it('refuses a wrong passphrase, and none, before anything is changed', slow, async () => {
		const place = await anEmptyPlace();
		const { file } = await backUp(await aPlace(), passphrase);
		await expect(restore(place, file, { passphrase: 'another one entirely' })).rejects.toThrow(
			'does not open the keys'
		);
		await expect(restore(place, file, { passphrase: null })).rejects.toThrow('BACKUP_PASSPHRASE');
		expect(await isUntouched(place)).toBe(true);
		await restore(place, file, { passphrase: null, withoutKeys: true });
		expect(readdirSync(place.dataDir)).not.toContain('keys');
	});

	it('refuses a place that holds something, and changes nothing there', async () => {
		const [old, other] = [await aPlace(), await aPlace()];
		const { file } = await backUp(old);
		const before = filesIn(join(other.dataDir, 'keys'));
		await expect(restore(other, file)).rejects.toThrow('already and is not written over');
		expect(filesIn(join(other.dataDir, 'keys'))).toEqual(before);
		await expectSameRows(old, other);
		const onlyDatabase = dialect === 'postgres' ? { ...(await anEmptyPlace()), databaseUrl: other.databaseUrl } : other;
		await expect(restore(onlyDatabase, file)).rejects.toThrow('already and is not written over');
	});

	it('moves what was there aside when told to, and deletes nothing', async () => {
		const [old, other] = [await aPlace(), await aPlace()];
		writeFileSync(join(other.dataDir, 'media', 'only-there.svg'), 'x');
		const { file } = await backUp(old);
		await restore(other, file, { replace: true });
		await expectSameRows(old, other);
		const aside = join(other.dataDir, 'before-restore-2026-11-25T081203Z');
		expect(Object.keys(filesIn(aside))).toContain('media/only-there.svg');
		expect(readdirSync(join(other.dataDir, 'media'))).toEqual(['0123456789abcdef-tranh.svg']);
		if (dialect === 'sqlite') return expect(readdirSync(aside)).toContain('hoc.sqlite');
		const moved = new URL(other.databaseUrl ?? '');
		moved.searchParams.set('options', '-c search_path=before_restore_20261125t081203z');
		expect(await queryPostgres(moved.href, 'select count(*)::int as n from learners')).toEqual([{ n: 3 }]);
	});

	it('refuses while a server works with the database', async () => {
		const house = await aHouse();
		const { file } = await backUp(await aPlace());
		await house.store.read.$count(facts);
		await expect(restore(house.config, file, { replace: true })).rejects.toThrow('server is running');
	});

	it('brings an older backup up to the newest migration', async () => {
		const { root, tag } = aLaterRelease();
		const [old, place] = [await aPlace(), await anEmptyPlace()];
		await restore(place, (await backUp(old)).file, { root });
		const snapshot = await takeSnapshot(databaseOf(place), root);
		expect(snapshot.shape.migrations.at(-1)).toBe(tag);
		await snapshot.close();
	});

	it('refuses a backup of a newer release', async () => {
		const { root } = aLaterRelease();
		const [old, place] = [await anEmptyPlace(), await anEmptyPlace()];
		await fillDatabase(databaseOf(old), shipped + 1, root);
		const file = join(aFolder(), 'newer.backup.tar.gz');
		await writeBackup({ config: old, now, root, tell: () => undefined }, file, null);
		await expect(restore(place, file)).rejects.toThrow('newer or different release');
		expect(await isUntouched(place)).toBe(true);
	});
});

/** What somebody who wants to do harm may hand over, and what shows it. */
const hostile: [string, (entries: Entry[]) => Entry[] | Buffer][] = [
	['that is no archive', () => Buffer.from('PK\u0003\u0004 not a tar file, but long enough to look at'.repeat(40))],
	['that is empty', () => Buffer.alloc(0)],
	['that was cut off', (entries) => archiveOf(entries).subarray(0, -2000)],
	['without a manifest', ([, ...members]) => members],
	['whose manifest is too large', () => [{ path: 'manifest.json', content: Buffer.alloc(65 * 1024 * 1024, ' ') }]],
	['with one member too few', (entries) => entries.slice(0, -1)],
	['with one member too many', (entries) => [...entries, { path: 'media/x.svg', content: Buffer.from('x') }]],
	['in another order', ([first, second, third, ...rest]) => [first, third, second, ...rest].filter((each) => !!each)],
	[
		'whose member leads out of the folder',
		(entries) => rename(entries, 'media/0123456789abcdef-tranh.svg', '../../../../tmp/evil') // in manifest and archive alike
	],
	['whose member has an absolute name', (entries) => rename(entries, 'media/0123456789abcdef-tranh.svg', '/etc/evil')],
	[
		'whose member would be the database',
		(entries) => rename(entries, 'media/0123456789abcdef-tranh.svg', 'hoc.sqlite')
	],
	[
		'with a link',
		(entries) =>
			entries.map((entry) =>
				entry.path.startsWith('media/')
					? { ...entry, type: 'SymbolicLink' as const, linkpath: '/etc/passwd', size: 0 }
					: entry
			)
	],
	[
		'with a folder',
		(entries) => [...entries, { path: 'media/', type: 'Directory' as const, content: Buffer.alloc(0) }]
	],
	['with a changed row', (entries) => changed(entries, 'rows/learners.jsonl')],
	[
		'with a changed photo',
		(entries) => changed(entries, entries.find(({ path }) => path.startsWith('files/'))?.path ?? '')
	],
	[
		'whose stored file has another name',
		(entries) => rename(entries, /^files\/.*/.exec(entries.at(-1)?.path ?? '')?.[0] ?? '', 'files/../../evil')
	],
	['with a changed picture', (entries) => changed(entries, 'media/0123456789abcdef-tranh.svg')],
	[
		'that claims to be larger than any disk',
		(entries) => withManifest(entries, (told) => Object.assign(told.members.at(-1) ?? {}, { size: 2 ** 50 }))
	],
	[
		'whose manifest names a member twice',
		(entries) => withManifest(entries, (told) => told.members.push(...told.members.slice(-1)))
	],
	[
		'whose manifest has a table of its own',
		(entries) => withManifest(entries, (told) => (told['tables'] as object[]).push({ name: 'x', columns: [], rows: 0 }))
	],
	[
		'whose manifest has a column of its own',
		(entries) => withManifest(entries, (told) => (told['tables'] as { columns: string[] }[])[0]?.columns.push('x'))
	],
	[
		'whose manifest counts other rows',
		(entries) => withManifest(entries, (told) => Object.assign((told['tables'] as object[])[0] ?? {}, { rows: 4 }))
	],
	[
		'with a row of another kind',
		(entries) => withContent(entries, 'rows/setup_links.jsonl', '["a",1,null]\n'.repeat(3))
	],
	['with a row that is no JSON', (entries) => withContent(entries, 'rows/setup_links.jsonl', 'drop table accounts\n')],
	['with a row too short', (entries) => withContent(entries, 'rows/setup_links.jsonl', '["a"]\n'.repeat(3))],
	[
		'with the same row twice',
		(entries) => withContent(entries, 'rows/setup_links.jsonl', '["a","2026-01-01T00:00:00.000Z",null]\n'.repeat(3))
	]
];

function rename(entries: Entry[], from: string, to: string): Entry[] {
	const renamed = entries.map((entry) => (entry.path === from ? { ...entry, path: to } : entry));
	return withManifest(renamed, ({ members }) => {
		for (const member of members) if (member.name === from) member.name = to;
	});
}

function changed(entries: Entry[], path: string): Entry[] {
	return entries.map((entry) => {
		if (entry.path !== path) return entry;
		const content = Buffer.from(entry.content);
		content[3] = (content[3] ?? 0) ^ 1;
		return { ...entry, content };
	});
}

describe('a file from outside', () => {
	it('is refused where anything about it is not as it should be, and nothing is changed', async () => {
		const place = await anEmptyPlace();
		const { file } = await backUp(await aPlace());
		const entries = entriesIn(readFileSync(file));
		for (const [what, change] of hostile) {
			const made = change(entries);
			writeFileSync(file, Buffer.isBuffer(made) ? made : archiveOf(made));
			const refused = expect(restore(place, file), `a file ${what}`).rejects;
			await refused.toThrow(/damaged or not one of ours|not enough room/);
			expect(await isUntouched(place), `after a file ${what}`).toBe(true);
		}
		writeFileSync(file, archiveOf(entries));
		await restore(place, file);
	});

	it('whose rows refer to nothing is refused, and nothing is changed', async () => {
		const place = await anEmptyPlace();
		const { file } = await backUp(await aPlace());
		const entries = withContent(
			entriesIn(readFileSync(file)),
			'rows/devices.jsonl',
			'["a","nobody","2026-01-01T00:00:00.000Z"]\n'
		);
		const agreeing = withManifest(entries, (told) => {
			const tables = told['tables'] as { name: string; rows: number }[];
			for (const table of tables) if (table.name === 'devices') table.rows = 1;
		});
		writeFileSync(file, archiveOf(agreeing));
		await expect(restore(place, file)).rejects.toThrow(/missing|foreign key/);
		expect(await isUntouched(place)).toBe(true);
	});
});
