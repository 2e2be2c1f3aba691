import multipart, { type Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Config } from '../../platform/config.ts';
import { randomToken } from '../../platform/ids.ts';
import { noPhotoSent, photosBusy, photoTooLarge } from './refusals.ts';

/** As large as a good camera's JPEG. */
const mostBytes = 10 * 1024 * 1024;
/** What may come in at once in this process; on disk, so that memory does not grow with them. */
const mostAtOnce = 12;
const leftBehindMs = 3_600_000;

export const limits = { fileSize: mostBytes, files: 1, fields: 4, fieldSize: 100, parts: 6, headerPairs: 20 };
export { multipart };

/** An upload as it came: where its bytes lie until it is worked on, and what else the form said. */
export interface Received {
	path: string;
	fields: ReadonlyMap<string, string>;
}

let atOnce = 0;

/** Takes a form with one photo in, to a file of its own that is gone when the work is done. */
export async function withReceived<T>(
	{ dataDir }: Pick<Config, 'dataDir'>,
	request: FastifyRequest,
	work: (received: Received) => Promise<T>
): Promise<T> {
	if (Number(request.headers['content-length'] ?? 0) > mostBytes + 64 * 1024) throw photoTooLarge();
	if (!request.isMultipart()) throw noPhotoSent();
	if (atOnce >= mostAtOnce) throw photosBusy({ retryAfterSeconds: 20 });
	atOnce++;
	const folder = join(dataDir, '.incoming');
	const path = join(folder, randomToken(12));
	try {
		await mkdir(folder, { recursive: true, mode: 0o700 });
		await sweepLeftBehind(folder);
		return await work({ path, fields: await receive(request, path) });
	} finally {
		atOnce--;
		await rm(path, { force: true });
	}
}

async function receive(request: FastifyRequest, path: string): Promise<Map<string, string>> {
	const fields = new Map<string, string>();
	let size = 0;
	try {
		for await (const part of request.parts({ limits })) size += await take(part, path, fields);
	} catch (error) {
		throw told(error as { code?: string });
	}
	if (size === 0) throw noPhotoSent();
	return fields;
}

function told(error: { code?: string }): unknown {
	const { code = '' } = error;
	if (code === 'FST_REQ_FILE_TOO_LARGE') return photoTooLarge();
	if (code === 'ENOSPC') return photosBusy();
	return code.startsWith('FST_') ? noPhotoSent() : error;
}

/** Returns how many bytes of a photo came. */
async function take(part: Multipart, path: string, fields: Map<string, string>): Promise<number> {
	if (part.type === 'field') {
		fields.set(part.fieldname, String(part.value));
		return 0;
	}
	await pipeline(part.file, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
	if (part.file.truncated) throw photoTooLarge();
	return part.file.bytesRead;
}

/** What a killed process left there holds a photo as it was taken, with its place: it goes with the next upload. */
async function sweepLeftBehind(folder: string): Promise<void> {
	for (const name of await readdir(folder)) {
		const path = join(folder, name);
		const found = await stat(path).catch(() => null);
		if (found && Date.now() - found.mtimeMs > leftBehindMs) await rm(path, { force: true });
	}
}
