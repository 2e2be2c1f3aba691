import { colours, logo, star } from '../../paper/sheet-art.ts';

/** The sides of the picture, in dots. */
export const side = 512;

/** Whether what is drawn is a practice copy: then a red band lies across it. */
export interface Drawn {
	title: string;
	practice: boolean;
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * The badge as a picture: the mark of the house in a ring of gold. It holds no words, so that it looks alike wherever it
 * is drawn; its title says of what it is.
 */
export function drawBadge({ title, practice }: Drawn): string {
	const band = practice ? `<path d="M-2 40 40-2l6 6L4 46z" fill="${colours.bad}" fill-opacity=".85"/>` : '';
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 52 52" width="${side}" height="${side}" role="img">`,
		`<title>${escaped(title)}</title>`,
		'<defs><clipPath id="r"><circle cx="22" cy="22" r="22"/></clipPath></defs>',
		`<circle cx="26" cy="26" r="25.5" fill="${colours.gold}"/><circle cx="26" cy="26" r="23.5" fill="${colours.paper}"/>`,
		'<g transform="translate(4 4)" clip-path="url(#r)">',
		`<path d="M0 0h44v44H0z" fill="${colours.leaf}"/>`,
		...logo.map(([path, colour]) => `<path d="${path}" fill="${colour}"/>`),
		`<path transform="translate(24 15) scale(19)" d="${star}" fill="${colours.gold}"/>`,
		`${band}</g></svg>`
	].join('');
}

const pictures = new Map<boolean, Promise<Buffer>>();

/** The same in dots, drawn once; what it says is written into it afterwards. */
export async function badgeInDots(practice: boolean): Promise<Buffer> {
	const known = pictures.get(practice);
	if (known) return known;
	const made = (async () => {
		const { default: sharp } = await import('sharp');
		return sharp(Buffer.from(drawBadge({ title: '', practice })))
			.png({ compressionLevel: 9, palette: true })
			.toBuffer();
	})();
	pictures.set(practice, made);
	made.catch(() => pictures.delete(practice));
	return made;
}
