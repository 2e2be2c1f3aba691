import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { examBankFolder, type ContentSource } from './source-files.ts';

const textEnds = ['.md', '.yaml', '.yml', '.json'];

/** Reads a content folder, and an exam bank from outside it; no file is trusted, links out of the folder are not followed. */
export async function readFolder(contentDir: string, examBankDir: string | null): Promise<ContentSource> {
	const texts = new Map<string, string>();
	const media = new Map<string, Uint8Array>();
	const unreadable: string[] = [];
	const take = async (path: string, file: string) => {
		const bytes = await readFile(file);
		if (!textEnds.some((end) => path.endsWith(end))) media.set(path, bytes);
		else {
			const text = decoded(bytes);
			if (text === null) unreadable.push(path);
			else texts.set(path, text);
		}
	};
	for (const file of await filesIn(contentDir)) await take(pathOf(contentDir, file), file);
	if (examBankDir !== null) {
		for (const file of await filesIn(examBankDir)) {
			if (file.endsWith('.md')) await take(`${examBankFolder}/${pathOf(examBankDir, file)}`, file);
		}
	}
	return { texts, media, unreadable };
}

async function filesIn(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

const pathOf = (folder: string, file: string) => relative(folder, file).split(sep).join('/').normalize('NFC');

function decoded(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}
