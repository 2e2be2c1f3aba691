import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Header } from 'tar';

/** One entry of a tar file, as a test wants it; nothing about it has to make sense. */
export interface Entry {
	path: string;
	content: Buffer;
	type?: 'File' | 'SymbolicLink' | 'Link' | 'Directory' | 'CharacterDevice';
	linkpath?: string;
	/** What the header claims. */
	size?: number;
}

/** The entries of a backup of ours, in their order. */
export function entriesIn(archive: Buffer): Entry[] {
	const tar = gunzipSync(archive);
	const entries: Entry[] = [];
	for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
		const { path = '', size = 0 } = new Header(tar, at);
		entries.push({ path, content: Buffer.from(tar.subarray(at + 512, at + 512 + size)) });
		at += 512 + Math.ceil(size / 512) * 512;
	}
	return entries;
}

/** A compressed tar file of these entries, whoever may have made it. */
export function archiveOf(entries: Entry[]): Buffer {
	const blocks = entries.flatMap(({ path, content, type = 'File', linkpath, size = content.length }) => {
		const header = new Header({ path, mode: 0o600, size, type, linkpath, mtime: new Date(0) });
		const block = Buffer.alloc(512);
		header.encode(block, 0);
		return [block, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
	});
	return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

interface Told {
	members: { name: string; size: number; sha256: string }[];
	[name: string]: unknown;
}

/** The same backup with a manifest that says something else. */
export function withManifest(entries: Entry[], change: (manifest: Told) => void): Entry[] {
	const [first, ...rest] = entries;
	const manifest = JSON.parse(first?.content.toString() ?? '') as Told;
	change(manifest);
	return [{ path: 'manifest.json', content: Buffer.from(JSON.stringify(manifest)) }, ...rest];
}

/** The same backup with another content in one member, and a manifest that agrees. */
export function withContent(entries: Entry[], path: string, content: string): Entry[] {
	const bytes = Buffer.from(content);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const changed = entries.map((entry) => (entry.path === path ? { ...entry, content: bytes } : entry));
	return withManifest(changed, ({ members }) => {
		for (const member of members) if (member.name === path) Object.assign(member, { size: bytes.length, sha256 });
	});
}
