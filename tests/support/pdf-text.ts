import { inflateSync } from 'node:zlib';

/** A line of text as it stands on a page: where its baseline begins (from the lower left corner), how large it is. */
export interface PrintedLine {
	text: string;
	x: number;
	y: number;
	size: number;
}

/**
 * The text of a PDF, read the way a viewer copies it: glyph numbers through each font's ToUnicode map (ISO 32000-1,
 * 9.10.3). Knows as much of the format as a page of text needs, and nothing of the library that wrote it.
 */
export function textOfPdf(pdf: Buffer): PrintedLine[] {
	const objects = objectsOf(pdf);
	const fonts = fontsOf(objects);
	return [...objects.values()]
		.filter(({ stream }) => / Tf\n/.test(stream))
		.flatMap(({ stream }) => linesOf(stream, fonts));
}

/** How many pages it has. */
export function pagesOfPdf(pdf: Buffer): number {
	return [...pdf.toString('latin1').matchAll(/\/Type \/Page\b(?!s)/g)].length;
}

type Objects = Map<string, { head: string; stream: string }>;

function fontsOf(objects: Objects): Map<string, Map<string, string>> {
	const fonts = new Map<string, Map<string, string>>();
	const nothing = { head: '', stream: '' };
	for (const { head } of objects.values())
		for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
			const font = objects.get(id) ?? nothing;
			const map = /\/ToUnicode (\d+) 0 R/.exec(font.head)?.[1] ?? '';
			fonts.set(name, unicodeMap((objects.get(map) ?? nothing).stream));
		}
	return fonts;
}

function objectsOf(pdf: Buffer): Objects {
	const objects: Objects = new Map();
	const text = pdf.toString('latin1');
	for (const { 1: id = '', 2: body = '' } of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
		const start = body.indexOf('stream\n');
		const head = start < 0 ? body : body.slice(0, start);
		const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
		const raw = Buffer.from(start < 0 ? '' : body.slice(start + 7, start + 7 + length), 'latin1');
		const stream = head.includes('/FlateDecode') && !head.includes('/Length1') ? inflated(raw) : '';
		objects.set(id, { head, stream });
	}
	return objects;
}

function inflated(raw: Buffer): string {
	try {
		return inflateSync(raw).toString('latin1');
	} catch {
		return ''; // a font file or the like
	}
}

function unicodeMap(cmap: string): Map<string, string> {
	const map = new Map<string, string>();
	for (const [, from = '', list = ''] of cmap.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g)) {
		[...list.matchAll(/<([\w ]*)>/g)].forEach(([, units = ''], i) => {
			const glyph = (parseInt(from, 16) + i).toString(16).padStart(4, '0');
			map.set(glyph, Buffer.from(units.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
		});
	}
	return map;
}

function linesOf(content: string, fonts: Map<string, Map<string, string>>): PrintedLine[] {
	return [...content.matchAll(/BT\n([\s\S]*?)\nET/g)].map(([, block = '']) => {
		const [, x = '0', y = '0'] = /1 0 0 1 ([\d.-]+) ([\d.-]+) Tm/.exec(block) ?? [];
		const [, font = '', size = '0'] = /\/(F\d+) ([\d.]+) Tf/.exec(block) ?? [];
		const glyphs = [...block.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
		const text = glyphs.map((glyph) => fonts.get(font)?.get(glyph) ?? '\ufffd').join('');
		return { text, x: Number(x), y: Number(y), size: Number(size) };
	});
}
