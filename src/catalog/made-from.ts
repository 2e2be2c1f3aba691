import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../platform/config.ts';
import { newId } from '../platform/ids.ts';
import { mediaDirOf } from './media.ts';
import type { StoredRelease } from './queries.ts';
import type { ContentSource } from './source/source-files.ts';

/** A release that this machine made or found again, and what it made it from. */
interface Made {
	readonly releaseId: string;
	readonly madeFrom: string;
	readonly items: number;
}

/**
 * What tells this build of the program from others: its stamp, beside the folder that the bundle is in. Null for a
 * program that was not built, which may change at any time.
 */
export function buildOfProgram(): string | null {
	const stamp = join(import.meta.dirname, '../.built');
	return existsSync(stamp) ? readFileSync(stamp, 'utf8') : null;
}

/** A name for these files as this build of the program reads them. */
export function nameOfSource({ texts, media, unreadable }: ContentSource, build: string): string {
	const hash = createHash('sha256').update(build);
	for (const [path, content] of [...texts, ...media, ...unreadable.map((each) => [each, ''] as const)])
		hash.update(`\0${path}\0${content.length}\0`).update(content);
	return hash.digest('hex');
}

const fileOf = (config: Config) => join(config.dataDir, 'content-made.json');

/**
 * What was made last on this machine, where it was made from the same and is what is published now, and its pictures
 * and recordings are still where they were put; null otherwise.
 */
export async function findMade(
	config: Config,
	{ id, manifest, madeFrom }: StoredRelease & { madeFrom: string }
): Promise<Made | null> {
	try {
		const made = JSON.parse(await readFile(fileOf(config), 'utf8')) as Made; // written below
		const whole = manifest.media.every(({ name }) => existsSync(join(mediaDirOf(config), name)));
		return whole && made.releaseId === id && made.madeFrom === madeFrom ? made : null;
	} catch {
		return null; // none yet, or half of one: then it is made again
	}
}

/** Notes it, for the next start. It may be lost: then content is compiled once more. */
export async function noteMade(config: Config, made: Made): Promise<void> {
	const draft = `${fileOf(config)}.${newId()}`;
	await writeFile(draft, JSON.stringify(made));
	await rename(draft, fileOf(config));
}
