import { open } from 'node:fs/promises';
import type { Sharp } from 'sharp';
import { kindOfPicture, tellingBytes } from './kind-of-picture.ts';
import { notAPhoto, photoBroken, photoIsHeic, tooManyPixels } from './refusals.ts';

/** The longest side that is kept: enough to see that a class was held. */
const longest = 1600;
const longestPreview = 320;
/** What phones make of their own accord; read line by line, so that it needs little memory. */
const mostPixels = 110_000_000;
/** Of pictures that have to be unpacked as a whole. */
const mostUnpacked = 16_000_000;

/** A photo as it is kept: without place, time, camera or anything else that was written into it. */
export interface MadePhoto {
	bytes: Buffer;
	preview: Buffer;
	width: number;
	height: number;
}

/** Makes what is kept of an uploaded file: upright, small, as JPEG, nothing but its pixels. Refuses what is no photo. */
export async function makePhoto(path: string): Promise<MadePhoto> {
	const kind = kindOfPicture(await firstBytesOf(path));
	if (kind === 'heic') throw photoIsHeic();
	if (kind === 'other') throw notAPhoto();
	const sharp = await openSharp();
	const read = (input: string | Buffer): Sharp => sharp(input, { limitInputPixels: mostPixels, sequentialRead: true });
	await refuseBomb(read(path));
	try {
		const { data, info } = await read(path)
			.rotate()
			.resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
			.flatten({ background: '#fff' })
			.jpeg({ quality: 78 })
			.toBuffer({ resolveWithObject: true });
		const size = { width: longestPreview, height: longestPreview, fit: 'inside' as const };
		const preview = await read(data).resize(size).jpeg({ quality: 70 }).toBuffer();
		return { bytes: data, preview, width: info.width, height: info.height };
	} catch {
		throw photoBroken();
	}
}

/** Loaded with the first photo, so that a server at rest does not carry it; one thread and no cache for the same reason. */
async function openSharp() {
	const { default: sharp } = await import('sharp');
	sharp.concurrency(1);
	sharp.cache(false);
	return sharp;
}

/** The size stands in the first bytes: nothing of a bomb is unpacked. */
async function refuseBomb(picture: Sharp): Promise<void> {
	const { width, height, format, isProgressive } = await picture.metadata().catch((error: unknown) => {
		throw /pixel limit/i.test(String(error)) ? tooManyPixels() : photoBroken();
	});
	const most = format === 'jpeg' && !isProgressive ? mostPixels : mostUnpacked;
	if (width * height > most) throw tooManyPixels();
}

async function firstBytesOf(path: string): Promise<Uint8Array> {
	const file = await open(path, 'r');
	try {
		const { buffer, bytesRead } = await file.read(new Uint8Array(tellingBytes), 0, tellingBytes, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await file.close();
	}
}
