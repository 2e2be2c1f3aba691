import { sentences, type FaultCode } from './fault-sentences.ts';

/** Something to mend in the content, said so that an editor knows where and how. */
export interface Fault {
	/** From the content folder: `courses/an-toan-so/lessons/02.md`. */
	readonly file: string;
	readonly line: number;
	/** Which kind of fault it is; stable, for programs. */
	readonly code: FaultCode;
	/** What is wrong, a sentence in Vietnamese. */
	readonly message: string;
	/** How to mend it, a sentence in Vietnamese. */
	readonly remedy: string;
	/** False where the file may be published all the same, e.g. for a sentence that is a little long. */
	readonly holdsBack: boolean;
}

type Values = Record<string, string | number>;

/** The faults of one file, as they are found. */
export interface FaultSheet {
	readonly file: string;
	readonly faults: Fault[];
	add(line: number, code: FaultCode, values?: Values): void;
}

/**
 * Faults that are told to the editor but keep no lesson from its learners: matters of style, and mistakes that lie in
 * another file (a link to a lesson that is broken itself becomes plain words).
 */
const mild: ReadonlySet<FaultCode> = new Set<FaultCode>([
	...(['long-sentence', 'bank-too-small', 'test-bank-too-small', 'stray-file'] as const),
	...(['dead-link', 'question-unknown-lesson', 'unknown-course', 'lesson-no-course'] as const)
]);

export function faultSheet(file: string): FaultSheet {
	const faults: Fault[] = [];
	return {
		file,
		faults,
		add(line, code, values = {}) {
			const [message, remedy] = sentences[code];
			faults.push({
				file,
				line,
				code,
				message: filled(message, values),
				remedy: filled(remedy, values),
				holdsBack: !mild.has(code)
			});
		}
	};
}

function filled(sentence: string, values: Values): string {
	return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** One line of `npm run content:check`: where, what, and how to mend it. */
export function told(fault: Fault, root = 'content'): string {
	return `${root}/${fault.file}:${fault.line}: ${fault.message} ${fault.remedy}`;
}
