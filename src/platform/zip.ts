import { unzipSync, zipSync } from 'fflate';

/** Why an archive is not opened. */
export class ZipFault extends Error {
	/** What is wrong with it. */
	readonly code: 'zip-broken' | 'zip-large' | 'zip-path';
	constructor(code: ZipFault['code']) {
		super(code);
		this.code = code;
	}
}

const mostFiles = 5_000;
const mostBytes = 64_000_000;

/**
 * The files of an archive by their paths. What an archive says of its sizes is added up before anything is unpacked, and
 * no file is unpacked beyond its size; a path that leads out of the archive keeps all of it closed.
 */
export function openZip(bytes: Uint8Array): Map<string, Uint8Array> {
	let files = 0;
	let total = 0;
	const names = new Set<string>();
	const opened = opening(() =>
		unzipSync(bytes, {
			filter: ({ name, originalSize }) => {
				files++;
				total += originalSize;
				if (files > mostFiles || total > mostBytes) throw new ZipFault('zip-large');
				if (!isSafe(name) || names.has(name)) throw new ZipFault('zip-path');
				names.add(name);
				return !name.endsWith('/');
			}
		})
	);
	return new Map(Object.entries(opened));
}

function opening<T>(open: () => T): T {
	try {
		return open();
	} catch (error) {
		throw error instanceof ZipFault ? error : new ZipFault('zip-broken');
	}
}

const isSafe = (name: string) =>
	name.length <= 240 &&
	!/[\\\p{Cc}]|^\/|^[a-z]:/iu.test(name) &&
	!name.split('/').some((part) => part === '..' || part === '.');

/** An archive of these files; the same files are the same bytes. */
export function makeZip(files: ReadonlyMap<string, Uint8Array | string>): Uint8Array {
	const encoder = new TextEncoder();
	const entries = [...files].map(
		([path, content]) => [path, typeof content === 'string' ? encoder.encode(content) : content] as const
	);
	return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1) });
}

/** The words of a file that has to be UTF-8; null where it is not. */
export function textIn(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}
