import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dialect } from '../../src/platform/config.ts';
import { listInTable, putInTable } from '../../src/platform/files/in-table.ts';
import { filesOnDisk, hashOfFile, pathOfFile, putOnDisk } from '../../src/platform/files/on-disk.ts';
import { bringFilesHome, filesOf, filesSweep, type InUse } from '../../src/platform/files/store-files.ts';
import { storedFiles } from '../../src/platform/tables.ts';
import { aHouse, type TestHouse } from '../support/a-house.ts';

const bytes = Buffer.from([255, 216, 255, 0, 10, 13, 128]);
const hour = 3_600_000;

/** The names of all files that an installation keeps, wherever that is. */
async function kept(house: TestHouse): Promise<string[]> {
	return dialect === 'postgres' ? listInTable(house) : filesOnDisk(house.config).map(({ hash }) => hash);
}

/** Changes a kept file behind the store's back. */
async function damage(house: TestHouse, hash: string): Promise<void> {
	if (dialect === 'sqlite') return writeFileSync(pathOfFile(house.config.dataDir, hash), 'something else');
	await house.store.transact(async (tx) => void (await tx.update(storedFiles).set({ content: 'AAAA' })));
}

const sweep = (house: TestHouse, inUse: InUse) => filesSweep(house, inUse).run();
const nobody: InUse = async () => [];

describe('the file store', () => {
	it('keeps bytes under their hash, once, and gives them back', async () => {
		const house = await aHouse();
		const files = filesOf(house);
		const hash = await files.put(bytes);
		expect(hash).toBe(hashOfFile(bytes));
		expect(await Promise.all([files.put(bytes), files.put(bytes)])).toEqual([hash, hash]);
		expect(await files.get(hash)).toEqual(bytes);
		expect(await kept(house)).toEqual([hash]);
		for (const none of ['0'.repeat(64), '', '../keys/session-secret', hash.toUpperCase()])
			expect(await files.get(none)).toBeNull();
	});

	it('lies where only its owner reads it, with nothing half written beside it', async () => {
		const house = await aHouse();
		const hash = await filesOf(house).put(bytes);
		if (dialect === 'postgres') return expect(filesOnDisk(house.config)).toEqual([]);
		const path = pathOfFile(house.config.dataDir, hash);
		expect(statSync(path).mode & 0o777).toBe(0o600);
		expect(readdirSync(join(path, '..'))).toEqual([hash]);
		expect(await house.store.read.$count(storedFiles)).toBe(0);
	});

	it('gives nothing where the bytes are no longer what they were', async () => {
		const house = await aHouse();
		const files = filesOf(house);
		const hash = await files.put(bytes);
		await damage(house, hash);
		expect(await files.get(hash)).toBeNull();
	});

	it('deletes what nobody refers to, after an hour and not before', async () => {
		const house = await aHouse();
		const files = filesOf(house);
		const [one, other] = [await files.put(bytes), await files.put(Buffer.from('other'))];
		await sweep(house, nobody);
		expect((await kept(house)).sort()).toEqual([one, other].sort());
		house.clock.pass(hour + 1_000);
		await sweep(house, async () => [one]);
		expect(await kept(house)).toEqual([one]);
	});

	it('keeps what was put once more, until somebody refers to it', async () => {
		const house = await aHouse();
		const files = filesOf(house);
		const hash = await files.put(bytes);
		house.clock.pass(hour + 1_000);
		await files.put(bytes);
		await sweep(house, nobody);
		expect(await files.get(hash)).toEqual(bytes);
	});

	it('after a move from the other kind of database is brought to where this one keeps it', async () => {
		const house = await aHouse();
		const now = house.clock.now();
		if (dialect === 'postgres') await putOnDisk(house.config, bytes, now);
		else await putInTable(house, bytes, now);
		expect(await filesOf(house).get(hashOfFile(bytes))).toBeNull();
		await bringFilesHome(house);
		expect(await filesOf(house).get(hashOfFile(bytes))).toEqual(bytes);
		expect(dialect === 'postgres' ? filesOnDisk(house.config) : await listInTable(house)).toEqual([]);
	});

	it('leaves what is not what its name says where it is', async () => {
		const house = await aHouse();
		const row = { hash: 'f'.repeat(64), content: 'AAAA', keptAt: house.clock.now() };
		if (dialect === 'sqlite') await house.store.transact(async (tx) => void (await tx.insert(storedFiles).values(row)));
		else {
			const hash = await putOnDisk(house.config, bytes, row.keptAt);
			writeFileSync(pathOfFile(house.config.dataDir, hash), 'x');
		}
		await bringFilesHome(house);
		expect(await kept(house)).toEqual([]);
	});
});
