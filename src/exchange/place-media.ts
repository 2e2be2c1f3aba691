import { relative } from 'node:path/posix';
import type { ContentSource, WrittenLines } from '../catalog/index.ts';
import type { Incoming, ReadFile } from './incoming.ts';

/** A picture that is new to the content folder. */
export interface PlacedMedia {
	/** Where it goes, from the content folder. */
	readonly path: string;
	readonly bytes: Uint8Array;
	/** How the questions call it. */
	readonly called: string;
}

/** What readers write for a picture of their package, until it is known where it goes. */
export const packaged = (name: string) => `packaged-media/${name}`;

/**
 * Gives the pictures that came along their place: the one where the same bytes lie already, else `media/<course>/`. The
 * questions call them by it from then on, and the source has them, so that they are checked with the rest.
 */
export function placeMedia(
	{ questions, media }: ReadFile,
	{ source, course }: { source: ContentSource; course: string },
	path: string
): { incoming: readonly Incoming[]; media: PlacedMedia[]; source: ContentSource } {
	if (media.length === 0) return { incoming: questions, media: [], source };
	const placed = media.map(({ name, bytes }) => {
		const there = [...source.media].find(([, other]) => Buffer.compare(other, bytes) === 0)?.[0];
		const place = there ?? freeName(source, `media/${course}/${name}`);
		return { name, bytes, path: place, called: relative(path.slice(0, path.lastIndexOf('/')), place), isNew: !there };
	});
	const rename = (text: string) =>
		placed.reduce((words, { name, called }) => words.replaceAll(packaged(name), called), text);
	return {
		incoming: questions.map((question) => ({ ...question, body: renamed(question.body, rename) })),
		media: placed.filter(({ isNew }) => isNew),
		source: {
			...source,
			media: new Map([...source.media, ...placed.map(({ path: at, bytes }) => [at, bytes] as const)])
		}
	};
}

function freeName({ media }: ContentSource, path: string): string {
	const dot = path.lastIndexOf('.');
	for (let number = 1; ; number++) {
		const free = number === 1 ? path : `${path.slice(0, dot)}-${number}${path.slice(dot)}`;
		if (!media.has(free)) return free;
	}
}

function renamed(body: Incoming['body'], rename: (text: string) => string): Incoming['body'] {
	if ('type' in body) return { ...body, written: renamedLines(body.written, rename) };
	return eachText(body, rename) as Incoming['body']; // the same shape, only its texts changed
}

const renamedLines = ({ stem, lines }: WrittenLines, rename: (text: string) => string): WrittenLines => ({
	stem: rename(stem),
	lines: lines.map(({ text, why }) => ({ text: rename(text), why: rename(why) }))
});

function eachText(value: unknown, change: (text: string) => string): unknown {
	if (typeof value === 'string') return change(value);
	if (Array.isArray(value)) return value.map((each) => eachText(each, change));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, eachText(each, change)]));
}
