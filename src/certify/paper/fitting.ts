/** How wide a text is at a size. */
export type Measure = (text: string, size: number) => number;

export interface Room {
	width: number;
	/** The size it has where there is room, and the smallest it may shrink to. */
	size: number;
	least: number;
	lines: number;
}

export interface Fitted {
	size: number;
	lines: string[];
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/**
 * Fits a text into a width: as large as it may be within the number of lines, smaller where it must, the lines about
 * equally long. At the smallest size it takes as many lines as it needs, so nothing is ever cut off.
 */
export function fitText(measure: Measure, text: string, { width, size, least, lines }: Room): Fitted {
	for (let now = size; now >= least; now -= 0.5) {
		const broken = breakLines((part) => measure(part, now), text, width);
		if (broken.length <= lines) return { size: now, lines: evened((part) => measure(part, now), text, width) };
	}
	return { size: least, lines: evened((part) => measure(part, least), text, width) };
}

/** Fills one line after another with whole words; a word that is wider than a line is broken between letters. */
export function breakLines(measure: (text: string) => number, text: string, width: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ').flatMap((each) => pieces(measure, each, width))) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (line !== '' && measure(longer) > width) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return [...lines, line];
}

function pieces(measure: (text: string) => number, word: string, width: number): string[] {
	if (measure(word) <= width) return [word];
	const parts: string[] = [];
	let part = '';
	for (const { segment } of graphemes.segment(word)) {
		if (part !== '' && measure(part + segment) > width) {
			parts.push(part);
			part = '';
		}
		part += segment;
	}
	return [...parts, part];
}

/** The same number of lines in the narrowest column that holds them. */
function evened(measure: (text: string) => number, text: string, width: number): string[] {
	const count = breakLines(measure, text, width).length;
	let [narrow, wide] = [width / 3, width];
	while (count > 1 && wide - narrow > 2) {
		const middle = (narrow + wide) / 2;
		if (breakLines(measure, text, middle).length > count) narrow = middle;
		else wide = middle;
	}
	return breakLines(measure, text, wide);
}
