import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, existsSync } from 'node:fs';
import { Parser, type ReadEntry } from 'tar';
import { Obstacle, reasonOf } from '../obstacle.ts';
import { manifestLimit, readManifest, type Manifest, type Member } from './manifest.ts';
import { damaged } from './sentences.ts';

/** What is done with an archive while it is read once from front to back. */
export interface Visitor {
	manifest?(manifest: Manifest): void | Promise<void>;
	/** Takes all of the content; whether it is what the manifest says is only known after that. */
	member(member: Member, content: AsyncIterable<Buffer>): Promise<void>;
}

/**
 * Reads a backup as a file that may come from anybody: the manifest first, then exactly the members it names, in its
 * order, with its sizes and hashes. Links, folders, other names and anything more or less are refused, nothing is
 * unpacked on the way, and no more than a piece of it is in memory.
 */
export async function readArchive(file: string, visitor: Visitor): Promise<Manifest> {
	if (!existsSync(file)) throw new Obstacle(`Không có tệp này / there is no such file: ${file}`);
	const entries = entriesOf(file);
	try {
		const manifest = await manifestOf(await nextFile(entries));
		await visitor.manifest?.(manifest);
		for (const member of manifest.members) {
			const entry = await nextFile(entries);
			if (entry.path !== member.name || entry.size !== member.size) throw damaged(entry.path);
			await visitor.member(member, verified(entry, member));
		}
		const more = await entries.next();
		if (!more.done) throw damaged(more.value.path);
		return manifest;
	} finally {
		await entries.return(undefined);
	}
}

async function nextFile(entries: AsyncGenerator<ReadEntry>): Promise<ReadEntry> {
	const { value, done } = await entries.next();
	if (done) throw damaged('end');
	const entry = value as ReadEntry;
	if (entry.type !== 'File') throw damaged(`${entry.path}: ${entry.type}`);
	return entry;
}

async function manifestOf(entry: ReadEntry): Promise<Manifest> {
	if (entry.path !== 'manifest.json' || entry.size > manifestLimit) throw damaged(entry.path);
	const pieces: Buffer[] = [];
	for await (const piece of entry) pieces.push(piece);
	return readManifest(Buffer.concat(pieces).toString('utf8'));
}

async function* verified(entry: ReadEntry, member: Member): AsyncGenerator<Buffer> {
	const hash = createHash('sha256');
	for await (const piece of entry) {
		hash.update(piece);
		yield piece;
	}
	if (hash.digest('hex') !== member.sha256) throw damaged(member.name);
}

/** The entries of a compressed tar file, each of which must be read to its end before the next one comes. */
async function* entriesOf(file: string): AsyncGenerator<ReadEntry> {
	const parser = new Parser({ strict: true });
	const source = createReadStream(file);
	const waiting: ReadEntry[] = [];
	let current: ReadEntry | undefined;
	let failure: Error | undefined;
	let ended = false;
	let wake: () => void = () => undefined;
	const fail = (error: Error) => {
		failure ??= error instanceof Obstacle ? error : damaged(reasonOf(error));
		current?.destroy(failure);
		wake();
	};
	parser.on('entry', (entry: ReadEntry) => {
		// Whoever reads the entry is told; where nobody does any more, nobody has to be.
		entry.on('error', () => undefined);
		waiting.push(entry);
		wake();
	});
	parser.on('ignoredEntry', (entry: ReadEntry) => fail(damaged(entry.path)));
	parser.on('end', () => ((ended = true), wake()));
	parser.on('error', fail);
	const feeding = feed(source, parser).catch(fail);
	try {
		for (;;) {
			if (failure) throw failure;
			current = waiting.shift();
			if (current) yield current;
			else if (ended) break;
			else await new Promise<void>((resolve) => (wake = resolve));
		}
	} finally {
		source.destroy();
		void feeding;
	}
}

async function feed(source: AsyncIterable<Buffer>, parser: Parser): Promise<void> {
	for await (const piece of source) if (!parser.write(piece)) await once(parser, 'drain');
	parser.end();
}
