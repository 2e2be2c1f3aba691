import type { Phrases } from '../catalog/index.ts';

/** A message as it is shown for looking at, line by line: nothing in it can be pressed. */
export function messageHtml(lines: readonly string[], phrases: Phrases): string {
	return lines
		.map((line) => phrases(line.trim()))
		.join('<br>')
		.replace(/<\/?a\b[^>]*>/g, '');
}
