import { createHash } from 'node:crypto';
import { fold } from '../../platform/text.ts';
import { mediaType } from '../media.ts';
import { imageSize, type ImageSize } from './image-size.ts';

/** A file that content may show. */
export interface MediaFile {
	readonly path: string;
	/** Its public name: the hash of its bytes and the name it was given. */
	readonly name: string;
	readonly type: string;
	readonly bytes: Uint8Array;
	readonly size: ImageSize | null;
	/** What makes it unfit to be shown (a script in a drawing), or null. */
	readonly danger: string | null;
}

/** The media among these files; text (transcripts) and unknown kinds are none. */
export function mediaFiles(files: ReadonlyMap<string, Uint8Array>): Map<string, MediaFile> {
	const found = new Map<string, MediaFile>();
	for (const [path, bytes] of files) {
		const type = mediaType(path);
		if (type === null) continue;
		const danger = type === 'image/svg+xml' ? dangerIn(new TextDecoder().decode(bytes)) : null;
		found.set(path, { path, name: publicName(path, bytes), type, bytes, size: imageSize(type, bytes), danger });
	}
	return found;
}

function publicName(path: string, bytes: Uint8Array): string {
	const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
	const name = fold(path.slice(path.lastIndexOf('/') + 1)).replace(/[^a-z0-9.]+/g, '-');
	return `${hash}-${name}`;
}

const dangers: readonly RegExp[] = [
	// Read in another encoding, or with signs that a browser drops, it could say something else than what is checked here.
	/[^\P{Cc}\t\n\r]|\uFFFD/u,
	/<\?xml[^>]*\bencoding\s*=\s*["'](?!utf-8["'])([^"']*)/i,
	/<\s*(?:[^\s<>/:]+:)?(script|foreignObject|iframe|object|embed|handler|listener)\b/i,
	/(1999\/xhtml)/i,
	/attributeName\s*=\s*["']\s*(?:[^\s"':]+:)?(href)\b/i,
	/\s(on[a-z]+)\s*=/i,
	/(javascript|vbscript)\s*:/i,
	/<!(ENTITY|DOCTYPE)/i,
	/<\?(xml-stylesheet)/i,
	/(?:href|src)\s*=\s*["']\s*(?!#|data:image\/(?:png|jpeg|webp);)([^"'\s]+)/i,
	/(@import)/i,
	/url\(\s*["']?(?!#)([^)]+)\)/i
];

/** What in a drawing could run or call out, or null: it is served from our own address. */
export function dangerIn(svg: string): string | null {
	for (const danger of dangers) {
		const match = danger.exec(svg) ?? danger.exec(spelledOut(svg));
		if (match) return match[1] ?? match[0];
	}
	return null;
}

/** `&#106;` and `&#x6A;` as the signs they stand for. */
function spelledOut(svg: string): string {
	return svg.replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi, (whole, hex?: string, decimal?: string) => {
		const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
		return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}
