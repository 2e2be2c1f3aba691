const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** H'Hen, K'Brôi: what stands before the apostrophe only says woman or man, so it stays. */
const prefixed = /^(\p{L}{1,2}['’‘ʼ])(.+)$/u;
/** In Ê Đê, M'Nông and neighbouring names the given name follows Y or H, and the clan comes last: Y Bhin Niê. */
const marker = /^(y|h|h['’‘ʼ])$/i;

/**
 * A name that its holder recognises and a stranger can't look up: the given name is cut to its first letter
 * (Nguyễn Thị L., Giàng A P., Y B. Niê, H'H. Niê). It tells nothing of how long the given name is.
 */
export function maskedName(name: string): string {
	const words = name.split(' ');
	const at = givenNameAt(words);
	return words.map((word, i) => (i === at ? initialOf(word) : word)).join(' ');
}

function givenNameAt(words: readonly string[]): number {
	const [first = '', ...others] = words;
	if (others.length > 1 && marker.test(first)) return 1;
	if (others.length === 1 && prefixed.test(first)) return 0;
	return words.length - 1;
}

function initialOf(word: string): string {
	const [, prefix = '', rest = word] = prefixed.exec(word) ?? [];
	const [first] = letters.segment(rest);
	return `${prefix}${first?.segment ?? ''}.`;
}
