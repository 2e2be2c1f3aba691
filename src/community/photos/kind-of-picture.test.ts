import { describe, expect, it } from 'vitest';
import { kindOfPicture } from './kind-of-picture.ts';

describe('a file', () => {
	it.each([
		['a JPEG', [0xff, 0xd8, 0xff, 0xe1, 0, 0], 'photo'],
		['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0], 'photo'],
		['a WebP', Buffer.from('RIFF\x01\x02\x03\x04WEBPVP8 '), 'photo'],
		['a WAV', Buffer.from('RIFF\x01\x02\x03\x04WAVEfmt '), 'other'],
		['a HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0'), 'heic'],
		['a HEIF of another maker', Buffer.from('\0\0\0\x24ftypmif1\0\0'), 'heic'],
		['a film', Buffer.from('\0\0\0\x18ftypisom\0\0'), 'other'],
		['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'other'],
		['a GIF', Buffer.from('GIF89a\x01\0\x01\0'), 'other'],
		['a page', Buffer.from('<!doctype html><script>'), 'other'],
		['two bytes', [0xff, 0xd8], 'other'],
		['nothing', [], 'other']
	])('that is %s is told by its content', (_name, bytes, kind) => {
		expect(kindOfPicture(Uint8Array.from(bytes))).toBe(kind);
	});
});
