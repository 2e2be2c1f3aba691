import type { Draft } from './drafts.ts';

/** Where a line of a made file comes from: which question, and which of its entries (−1: the question itself). */
interface Origin {
	readonly draft: number;
	readonly entry: number;
}

export interface MadeFile {
	readonly text: string;
	/** By line, counted from 1; none for the declarations. */
	readonly origins: ReadonlyMap<number, Origin>;
}

export interface Heading {
	readonly course: string;
	readonly purpose: string;
	/** Exam questions that lie in the repository are readable by everyone, and say so. */
	readonly isPublic: boolean;
}

/** Writes questions as an editor would, one block each. */
export function questionFile(drafts: readonly Draft[], { course, purpose, isPublic }: Heading): MadeFile {
	const lines = ['---', `course: ${course}`, `purpose: ${purpose}`, ...(isPublic ? ['public: true'] : []), '---'];
	const origins = new Map<number, Origin>();
	drafts.forEach((draft, i) => {
		const say = (entry: number, ...more: string[]) => {
			for (const line of more) {
				lines.push(line);
				origins.set(lines.length, { draft: i, entry });
			}
		};
		say(-1, '', headOf(draft), ...stemOf(draft), '');
		draft.written.lines.forEach(({ text, why }, entry) => say(entry, oneLine(text), ...indented(why)));
		say(-1, ':::');
	});
	return { text: `${lines.join('\n')}\n`, origins };
}

/** Lines that would open or close a block or a piece of code are made plain words. */
const harmless = (line: string) => line.replace(/^(\s*)(?=::|```|~~~)/, '$1\\');
export const stemOf = ({ written }: Pick<Draft, 'written'>) => written.stem.trim().split('\n').map(harmless);
export const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const indented = (why: string) =>
	why.trim() === ''
		? []
		: why
				.trim()
				.split('\n')
				.map((line) => (line.trim() ? `  ${harmless(line.trim())}` : ''));

function headOf({ id, type, incoming: { about } }: Draft): string {
	const given = {
		...(type !== 'one' && { type }),
		skill: about.skill,
		level: about.level,
		lesson: about.lesson,
		grade: about.grade
	};
	const attributes = Object.entries(given).flatMap(([name, value]) =>
		value ? [` ${name}="${value.replace(/["{}\r\n]/g, ' ')}"`] : []
	);
	return `:::hoi{#${id}${attributes.join('')}}`;
}
