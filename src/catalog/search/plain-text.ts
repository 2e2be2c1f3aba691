const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
const blocks =
	/<\/?(?:p|div|h[1-6]|li|ul|ol|td|th|tr|table|aside|figure|figcaption|blockquote|summary|details|br|hr)\b[^>]*>/g;

/** The words of our own sanitised HTML as one line of text. */
export function plainText(html: string): string {
	return html
		.replace(blocks, ' ')
		.replace(/<[^>]*>/g, '')
		.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => decoded(name.toLowerCase()) ?? whole)
		.replace(/\s\s+|[^\S ]/g, ' ') // not the single spaces, which are nearly all of them
		.trim();
}

function decoded(name: string): string | undefined {
	if (!name.startsWith('#')) return entities[name];
	const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1));
	return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
