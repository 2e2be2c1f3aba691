import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readContent } from '../../src/catalog/source/read-content.ts';
import { readFolder } from '../../src/catalog/source/read-folder.ts';
import { writeLargeContent } from '../support/large-content.ts';

async function written(size: { lessons: number; questions: number }) {
	const folder = mkdtempSync(join(tmpdir(), 'bdhvs-large-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	writeLargeContent(folder, size);
	return readContent(await readFolder(folder, null));
}

describe('the large content', () => {
	it('has as many lessons and questions as asked for, without faults, some of them in English', async () => {
		const { files, faults } = await written({ lessons: 16, questions: 130 });
		expect(faults).toEqual([]);
		const items = files.flatMap((file) => file.items);
		const count = (kind: string, lang = 'vi') =>
			items.filter((item) => item.kind === kind && item.lang === lang).length;
		expect([count('course'), count('lesson'), count('question'), count('lesson', 'en')]).toEqual([2, 16, 130, 2]);
	});

	it('is the same every time', async () => {
		const hashes = async () =>
			(await written({ lessons: 3, questions: 14 })).files.flatMap((file) => file.items.map((item) => item.hash));
		expect(await hashes()).toEqual(await hashes());
	});
});
