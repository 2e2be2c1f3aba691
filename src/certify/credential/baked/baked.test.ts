import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { badgeInDots, drawBadge, side } from './artwork.ts';
import { bakeIntoPng } from './png.ts';
import { bakeIntoSvg } from './svg.ts';
import { credentialIn, unbake } from './unbake.ts';

const json = JSON.stringify({ name: 'An toàn số ]]> & <b>', proof: { proofValue: 'z21EVs3e' } });
const jwt = 'eyJhbGciOiJFZERTQSJ9.eyJuYW1lIjoiTGFuIn0.c2lnbmF0dXJl';
const svg = () => drawBadge({ title: 'An toàn “số” <&>', practice: false });
const png = () => badgeInDots(false);
const bytes = (text: string) => Buffer.from(text, 'utf8');

/** What an upload is refused with. */
function refused(picture: Uint8Array): string {
	try {
		return `read: ${unbake(picture).slice(0, 20)}`;
	} catch (error) {
		return (error as { code: string }).code;
	}
}

describe('a badge baked into a picture', () => {
	it.each([
		['JSON with its proof', json],
		['a JSON Web Signature', jwt]
	])('comes out as it went in: %s', async (_what, credential) => {
		const [inPng, inSvg] = [
			unbake(bakeIntoPng(await png(), credential)),
			unbake(bytes(bakeIntoSvg(svg(), credential)))
		];
		expect(inPng).toBe(credential);
		// JSON may be written in more than one way.
		if (credential === jwt) expect(inSvg).toBe(jwt);
		else expect(JSON.parse(inSvg)).toEqual(JSON.parse(json));
	});

	it('stands in the picture once, however often it is baked', async () => {
		const twice = bakeIntoPng(bakeIntoPng(await png(), 'a.b.c'), jwt);
		expect(unbake(twice)).toBe(jwt);
		expect(twice.toString('latin1').split('openbadgecredential')).toHaveLength(2);
	});

	it('is a picture like before, that programs for pictures can open', async () => {
		const { default: sharp } = await import('sharp');
		const dots = (picture: Buffer) => sharp(picture).raw().toBuffer();
		const before = await png();
		const after = bakeIntoPng(before, json);
		expect(await sharp(after).metadata()).toMatchObject({ format: 'png', width: side, height: side });
		expect((await dots(after)).equals(await dots(before))).toBe(true);
		const drawn = await sharp(bytes(bakeIntoSvg(svg(), json))).metadata();
		expect(drawn).toMatchObject({ format: 'svg', width: side });
		expect(before.length).toBeLessThan(30_000);
	});

	it('of practice looks another way', async () => {
		expect((await badgeInDots(true)).equals(await png())).toBe(false);
		expect(drawBadge({ title: '', practice: true })).not.toBe(drawBadge({ title: '', practice: false }));
	});

	it('by the example of the specification is read', () => {
		const head = '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"';
		const open = `${head} xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" viewBox="0 0 512 512">`;
		const signed = `${open}<openbadges:credential verify="header.payload.signature"></openbadges:credential></svg>`;
		expect(unbake(bytes(signed))).toBe('header.payload.signature');
		const proved = `${open}<openbadges:credential>\n<![CDATA[\n {"proof": {}}\n]]>\n</openbadges:credential></svg>`;
		expect(JSON.parse(unbake(bytes(proved)))).toEqual({ proof: {} });
	});
});

describe('a picture without a badge that can be read', () => {
	it('is told in words', async () => {
		const [plain, whole] = [await png(), bakeIntoPng(await png(), json)];
		const changed = Buffer.from(whole);
		changed[80] = (changed[80] ?? 0) ^ 1;
		const baked = bakeIntoSvg(svg(), json);
		expect({
			none: refused(plain),
			'none in an SVG': refused(bytes(svg())),
			'cut short': refused(whole.subarray(0, 100)),
			'cut in its head': refused(whole.subarray(0, 12)),
			'one bit changed': refused(changed),
			'an SVG cut short': refused(bytes(baked.slice(0, -30))),
			'a JPEG': refused(Buffer.from('ffd8ffe000104a464946', 'hex')),
			'a web page': refused(bytes('<!doctype html><p>svg</p>')),
			nothing: refused(new Uint8Array()),
			'too large': refused(Buffer.alloc(3_000_001)),
			'compressed text': refused(compressed(whole)),
			'entities without end': refused(
				bytes(`<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${baked.replace('An', '&b;')}`)
			)
		}).toEqual({
			none: 'badge.empty',
			'none in an SVG': 'badge.empty',
			'cut short': 'badge.damaged',
			'cut in its head': 'badge.damaged',
			'one bit changed': 'badge.damaged',
			'an SVG cut short': 'badge.damaged',
			'a JPEG': 'badge.foreign',
			'a web page': 'badge.foreign',
			nothing: 'badge.foreign',
			'too large': 'badge.too-large',
			'compressed text': 'badge.packed',
			'entities without end': 'badge.damaged'
		});
	});
});

/** The same picture with its text said to be compressed, which Open Badges forbids. */
function compressed(whole: Buffer): Buffer {
	const marked = bakeIntoPng(whole, 'x');
	const at = marked.indexOf('openbadgecredential') + 'openbadgecredential'.length + 1;
	marked[at] = 1;
	const start = marked.indexOf('iTXt');
	const length = marked.readUInt32BE(start - 4);
	marked.writeUInt32BE(crc32(marked.subarray(start, start + 4 + length)), start + 4 + length);
	return marked;
}

describe('a file that somebody brings', () => {
	it('may be the picture, or what is in it', async () => {
		const files = [bakeIntoPng(await png(), jwt), bytes(bakeIntoSvg(svg(), jwt)), bytes(jwt), bytes(`\uFEFF${jwt}\n`)];
		expect(files.map(credentialIn)).toEqual(files.map(() => jwt));
		expect(JSON.parse(credentialIn(bytes(`\n${json}`)))).toEqual(JSON.parse(json));
	});

	it('is refused where it is none of these, or longer than any badge', () => {
		const code = (file: Uint8Array) => {
			try {
				return credentialIn(file).slice(0, 20);
			} catch (error) {
				return (error as { code: string }).code;
			}
		};
		expect(code(bytes('xin chào'))).toBe('badge.foreign');
		expect(code(bytes(bakeIntoSvg(svg(), `{"x":"${'a'.repeat(70_000)}"}`)))).toBe('badge.too-large');
	});
});
