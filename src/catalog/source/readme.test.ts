import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkFolder } from './check-folder.ts';
import { readContent } from './read-content.ts';
import { readFolder } from './read-folder.ts';

const content = join(import.meta.dirname, '../../../content');

it('teaches with an example that is right', async () => {
	const example = /```markdown\n([\s\S]*?)\n```/.exec(readFileSync(join(content, 'README.md'), 'utf8'))?.[1];
	expect(example).toContain('id: vi-du-giu-ma');
	const source = await readFolder(content, null);
	const path = 'courses/an-toan-so/lessons/99-vi-du.md';
	const draft = readContent({ ...source, texts: new Map([...source.texts, [path, `${example}\n`]]) });
	expect(draft.faults.filter((fault) => fault.file === path)).toEqual([]);
	expect(draft.files.find((file) => file.path === path)?.items.map((item) => item.id)).toEqual([
		'vi-du-giu-ma',
		'vi-du-giu-ma-1',
		'vi-du-giu-ma-t1'
	]);
});

it('ships content without faults', async () => {
	const { lines, good } = await checkFolder(content, 'content');
	expect(lines).toHaveLength(1);
	expect(lines[0]).toContain('không có chỗ nào cần sửa');
	expect(good).toBe(true);
});

it('says so when there is no such folder', async () => {
	const { lines, good } = await checkFolder('/khong/co', 'khong/co');
	expect(lines[0]).toContain('Không thấy thư mục khong/co');
	expect(good).toBe(false);
});
