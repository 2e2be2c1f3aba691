import { say, type Lang, type Values } from '../platform/messages/index.ts';

/**
 * Something to know about one place of a file. A `fault` keeps everything of the file out unless asked otherwise; a
 * `conflict` is a question whose id is taken by another; `left` is what can't be carried; `same` is there already; a
 * `note` is what came in another way than it was written.
 */
type RemarkKind = 'fault' | 'conflict' | 'left' | 'same' | 'note';

export interface Remark {
	readonly file: string;
	readonly line: number;
	readonly kind: RemarkKind;
	/** The message `exchange.<code>` says what it is. */
	readonly code: string;
	readonly values?: Values;
}

/** Collects what is to be told about one file. */
export interface Remarks {
	readonly file: string;
	readonly all: Remark[];
	fault: Tell;
	left: Tell;
	note: Tell;
}
type Tell = (line: number, code: string, values?: Values) => void;

export function remarksOn(file: string): Remarks {
	const all: Remark[] = [];
	const telling =
		(kind: RemarkKind): Tell =>
		(line, code, values) =>
			all.push({ file, line, kind, code, ...(values && { values }) });
	return { file, all, fault: telling('fault'), left: telling('left'), note: telling('note') };
}

/** The sentence of a remark, with where it is and what kind it is of. */
export function told({ file, line, kind, code, values }: Remark, lang: Lang): string {
	return `${file}:${line}: ${say(lang, `exchange.kind-${kind}`)}: ${say(lang, `exchange.${code}`, values)}`;
}
