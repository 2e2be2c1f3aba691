import { crc32 } from 'node:zlib';
import { damagedPicture, emptyPicture, packedBadge } from './refusals.ts';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
/** What the text is called that Open Badges 3.0 (8.3.1) puts into pictures. */
const keyword = 'openbadgecredential';
/** Length, kind and check of a chunk, around what it holds. */
const frame = 12;

export const isPng = (bytes: Uint8Array) => signature.equals(bytes.subarray(0, signature.length));

interface Chunk {
	kind: string;
	data: Buffer;
	end: number;
}

/** Bakes a credential into a picture: one chunk of text, in the place of the one there may be (PNG, iTXt, not compressed). */
export function bakeIntoPng(png: Buffer, credential: string): Buffer {
	const pieces: Buffer[] = [signature];
	for (const { kind, data } of chunksOf(png)) {
		if (kind === 'iTXt' && keywordOf(data) === keyword) continue;
		pieces.push(chunk(kind, data));
		if (kind === 'IHDR') pieces.push(chunk('iTXt', textChunk(credential)));
	}
	return Buffer.concat(pieces);
}

/** The credential in a picture. Refuses in words a picture that is cut short, was changed, or holds none. */
export function unbakePng(png: Buffer): string {
	for (const { kind, data } of chunksOf(png)) {
		if (kind !== 'iTXt' || keywordOf(data) !== keyword) continue;
		const [packed, rest] = [data[keyword.length + 1], data.subarray(keyword.length + 3)];
		if (packed !== 0) throw packedBadge();
		const text = rest.subarray(rest.indexOf(0) + 1);
		return text.subarray(text.indexOf(0) + 1).toString('utf8');
	}
	throw emptyPicture();
}

function textChunk(text: string): Buffer {
	// Not compressed, in no language, with no other name: three times nothing, and the end of each.
	return Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1'), Buffer.from(text, 'utf8')]);
}

const keywordOf = (data: Buffer) => data.subarray(0, Math.max(0, data.indexOf(0))).toString('latin1');

function chunk(kind: string, data: Buffer): Buffer {
	const whole = Buffer.alloc(data.length + frame);
	whole.writeUInt32BE(data.length);
	whole.write(kind, 4, 'latin1');
	data.copy(whole, 8);
	whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length);
	return whole;
}

/** All of the picture's parts up to its end; a part that is cut short or doesn't fit its check is refused. */
function* chunksOf(png: Buffer): Generator<Chunk> {
	for (let at = signature.length; ;) {
		if (at + frame > png.length) throw damagedPicture();
		const length = png.readUInt32BE(at);
		const end = at + frame + length;
		if (end > png.length) throw damagedPicture();
		const named = png.subarray(at + 4, end - 4);
		if (crc32(named) !== png.readUInt32BE(end - 4)) throw damagedPicture();
		const kind = named.toString('latin1', 0, 4);
		yield { kind, data: named.subarray(4), end };
		if (kind === 'IEND') return;
		at = end;
	}
}
