/** A place that an editor marked in a text: `[[…]]`. */
const mark = /\[\[([^[\]]*)\]\]/g;

/** What stands in the marked places of a text, in their order. */
export function markedIn(text: string): string[] {
	return [...text.matchAll(mark)].map(([, inside]) => (inside ?? '').trim());
}

/** The text with something else in place of each mark. */
export function withoutMarks(text: string, instead: (inside: string, number: number) => string): string {
	let number = 0;
	return text.replace(mark, (_, inside: string) => instead(inside.trim(), ++number));
}
