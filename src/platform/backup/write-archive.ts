import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { create, type Pack } from 'tar';
import { moveDurably } from './files.ts';
import type { Manifest, Member } from './manifest.ts';

/** A member that is not packed yet: where its content lies. */
export interface Part extends Member {
	readonly path: string;
}

/** A file as a member of the archive. */
export async function partOf(name: string, path: string): Promise<Part> {
	const hash = createHash('sha256');
	let size = 0;
	for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
		hash.update(piece);
		size += piece.length;
	}
	return { name, path, size, sha256: hash.digest('hex') };
}

/**
 * Writes manifest and parts as one compressed tar file. It has its name only when all of it is on the disk; only its
 * owner may read it.
 */
export async function writeArchive(
	file: string,
	manifest: Omit<Manifest, 'members'>,
	means: { parts: Part[]; spool: string }
): Promise<void> {
	const { parts, spool } = means;
	const members = parts.map(({ name, size, sha256 }) => ({ name, size, sha256 }));
	const first = join(spool, 'manifest.json');
	writeFileSync(first, JSON.stringify({ ...manifest, members }, null, '\t'), { mode: 0o600 });
	const names = new Map([[first, 'manifest.json'], ...parts.map(({ path, name }) => [path, name] as const)]);
	const pack = create(
		{
			gzip: true,
			portable: true,
			preservePaths: true,
			strict: true,
			onWriteEntry: (entry) => (entry.path = names.get(entry.absolute) ?? entry.path)
		},
		[...names.keys()]
	);
	const temporary = join(spool, 'archive');
	await pipeline(bytesOf(pack), createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true }));
	moveDurably(temporary, file);
}

async function* bytesOf(pack: Pack): AsyncGenerator<Buffer> {
	yield* pack as unknown as AsyncIterable<Buffer>; // the types of Pack do not say that it is one
}
