import { SaxesParser } from 'saxes';
import { damagedPicture, emptyPicture } from './refusals.ts';

/** Whose words these are (Open Badges 3.0, 8.3.2). */
const namespace = 'https://purl.imsglobal.org/ob/v3p0';

/** Whether this looks like a JSON Web Signature in its compact form. */
export const isJws = (credential: string) => /^[\w-]+\.[\w-]+\.[\w-]*$/.test(credential);

/**
 * Bakes a credential into a picture: right behind where it begins, a JSON Web Signature as an attribute, JSON with its
 * proof inside as what the element holds.
 */
export function bakeIntoSvg(svg: string, credential: string): string {
	const element = isJws(credential)
		? `<openbadges:credential verify="${credential}"/>`
		: `<openbadges:credential><![CDATA[${credential.replaceAll(']]>', ']]\\u003e')}]]></openbadges:credential>`;
	return svg.replace(/<svg\b([^>]*)>/, `<svg xmlns:openbadges="${namespace}"$1>${element}`);
}

/** The credential in a picture. Refuses in words a picture that can't be read as XML to where it stands, or holds none. */
export function unbakeSvg(svg: string): string {
	let found: string | undefined;
	let depth = 0;
	const parser = new SaxesParser({ xmlns: true });
	parser.on('error', () => {
		throw damagedPicture();
	});
	// Declared entities could grow without end, and no badge needs any.
	parser.on('doctype', () => {
		throw damagedPicture();
	});
	const gather = (text: string) => {
		if (depth > 0) found = (found ?? '') + text;
	};
	parser.on('opentag', ({ uri, local, attributes }) => {
		if (depth > 0) throw damagedPicture();
		if (uri !== namespace || local !== 'credential' || found !== undefined) return;
		depth = 1;
		found = attributes['verify']?.value ?? '';
	});
	parser.on('closetag', ({ uri, local }) => {
		if (uri === namespace && local === 'credential') depth = 0;
	});
	parser.on('text', gather);
	parser.on('cdata', gather);
	parser.write(svg).close();
	if (!found?.trim()) throw emptyPicture();
	return found.trim();
}
