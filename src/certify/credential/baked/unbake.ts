import { isPng, unbakePng } from './png.ts';
import { foreignPicture, tooLargePicture } from './refusals.ts';
import { isJws, unbakeSvg } from './svg.ts';

/** Badges take some 30 kilobytes; whatever is a hundred times as large is none. */
const largest = 3_000_000;
/** What is signed takes three or four kilobytes of it. */
const mostLetters = 64_000;

/**
 * The credential in a baked badge, PNG or SVG: a JSON Web Signature, or JSON with its proof inside. It is only read here,
 * not believed. Refuses in words a picture that is too large, of another kind, damaged, or without a badge in it.
 */
export function unbake(picture: Uint8Array): string {
	if (picture.length > largest) throw tooLargePicture();
	const bytes = Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength);
	if (isPng(bytes)) return unbakePng(bytes);
	const text = bytes.toString('utf8');
	if (!/<svg[\s>]/.test(text.slice(0, 4096))) throw foreignPicture();
	return unbakeSvg(text);
}

/**
 * The credential in a file that somebody brought: baked into a picture, or alone as it is downloaded here, JSON with its
 * proof inside or a JSON Web Signature. Refuses in words whatever is none of these.
 */
export function credentialIn(file: Uint8Array): string {
	const text =
		file.length > mostLetters
			? ''
			: Buffer.from(file)
					.toString('utf8')
					.replace(/^\uFEFF/, '')
					.trim();
	const credential = text.startsWith('{') || isJws(text) ? text : unbake(file).trim();
	if (credential.length > mostLetters) throw tooLargePicture();
	return credential;
}
