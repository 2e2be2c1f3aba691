import type { Token } from 'marked';
import type { Lang } from '../platform/messages/index.ts';
import type { CarriedQuestion, WrittenLines } from './carried.ts';
import type { Option } from './items.ts';
import type { FaultSheet } from './source/fault.ts';

/** One thing to fill in or choose: what a page, a printed sheet and a screen reader make of a question. Never a key. */
export interface Field {
	/** Its name in the form and in the response; unique within the question. */
	readonly name: string;
	/** One or several of the options; some words; a number; one of the options in a list that unfolds. */
	readonly control: 'one' | 'many' | 'text' | 'number' | 'pick';
	/** Sanitised HTML; null where the question itself asks. */
	readonly label: string | null;
	/** What there is to choose from, in the order shown; empty where something is written. */
	readonly options: FieldOption[];
	/** What a number is counted in; null elsewhere. */
	readonly unit: string | null;
	/** What the options are about, as sanitised HTML: a picture on which they have an area each, or a message; else null. */
	readonly exhibit: string | null;
}

export interface FieldOption {
	readonly id: string;
	/** Sanitised HTML. */
	readonly text: string;
	/** Where it lies on the picture: left, top, width, height in percent. The text says the same in words. */
	readonly area?: [number, number, number, number];
	/** The field that comes next where one option leads here and another there; null where it ends. */
	readonly leadsTo?: string | null;
}

/** What was filled in, by the name of the field; a field that was left out is missing or an empty list. */
export type Response = Record<string, string[]>;

/** What a response is worth. */
interface Verdict {
	/** From 0 to 1; between them where part of it was right and the type says how parts count. */
	readonly points: number;
	/** Which fields were filled in rightly. */
	readonly right: Readonly<Record<string, boolean>>;
}

/** A field after the end: what was filled in, what is right, and why. */
interface ReviewedField extends Omit<Field, 'options'> {
	readonly options: (FieldOption & {
		readonly chosen: boolean;
		readonly correct: boolean;
		/** Sanitised HTML; empty where nothing is said. */
		readonly explanation: string;
	})[];
	/** What was written; null where something was chosen or nothing was written. */
	readonly given: string | null;
	readonly right: boolean;
	/** What would have been right, as HTML; null where the options say it. */
	readonly solution: string | null;
	/** Why, as HTML, where the options don't say it; else empty. */
	readonly explanation: string;
}

/** One line below a question's stem as somebody wrote it: its sign, its text, and the indented lines that explain it. */
interface WrittenEntry {
	readonly line: number;
	/** What the type's pattern found before the text: `x` of `- [x]`. */
	readonly sign: string;
	readonly text: string;
	readonly tokens: Token[];
	readonly explanation: string;
	readonly explanationTokens: Token[];
}

/** What the parser hands to a type: everything below the front line of the question. */
export interface WrittenBody {
	readonly line: number;
	readonly stem: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly entries: readonly WrittenEntry[];
}

/** What compiling makes of the body; `options` where there are such, `key` for all else that grading needs. */
export interface CompiledBody {
	readonly options: Option[];
	readonly key?: unknown;
}

/** A question as far as its type looks at it, in the language of the reader. */
export interface AskedQuestion {
	readonly stem: string;
	readonly options: readonly Option[];
	readonly key?: unknown;
}

/** How options come: their ids, in the order in which they were drawn. */
export type Order = readonly string[];

/** How a type turns what was written into safe HTML: tokens, or the words of a part of a line. */
export interface Phrases {
	(written: readonly Token[] | string): string;
}

/** How a kind of question goes to other programs and comes from them. */
interface Carriage {
	carry(body: WrittenBody): CarriedQuestion;
	/** The same in the kind's own lines; null where what came is no question of this kind. */
	write(question: CarriedQuestion): WrittenLines | null;
}

/**
 * A kind of question: how it is written, checked, shown, graded and explained. A new kind is one folder that keeps this
 * promise and one line in the list that the composition roots provide.
 */
export interface QuestionType {
	/** As editors write it: `type="several"`. */
	readonly name: string;
	/** A line that is an entry: first what comes before the text, then the text. */
	readonly entry: RegExp;
	/** A line that was probably meant to be one. */
	readonly almost: RegExp;
	/** How an entry is written, for the sentence that says so. */
	readonly example: string;
	/** Further attributes that its questions may have. */
	readonly attributes?: readonly string[];
	/** The message that tells the learner what to do and how parts count; missing where it goes without saying. */
	readonly hint?: string;
	/** Whether every entry has to explain itself. */
	readonly explains: boolean;
	/** Whether two entries may say the same. */
	readonly repeats?: boolean;
	/** How it goes to other programs and comes from them; null where no other program has anything like it. */
	readonly carriage: Carriage | null;
	/** Tells what is wrong with what was written. */
	check(body: WrittenBody, faults: FaultSheet): void;
	/** What a translation must agree in, as a text; words that may differ are not in it. */
	shape(body: WrittenBody): string;
	/** The stem as it is shown, where it carries part of the key. */
	stem?(stem: string): string;
	compile(body: WrittenBody, phrases: Phrases): CompiledBody;
	/** The same question with the words of a translation; the key stays. Null where the translation does not fit. */
	inWords(question: CompiledBody, words: CompiledBody): CompiledBody | null;
	/** The ids of what is shuffled for each attempt. */
	shuffled(question: AskedQuestion): string[];
	/** What is asked. `order` is empty where nothing was drawn: then as it was written. */
	fields(question: AskedQuestion, order: Order, lang: Lang): Field[];
	/** Grades a response that fits the fields; no database, no clock. */
	grade(question: AskedQuestion, response: Response): Verdict;
	review(question: AskedQuestion, given: { order: Order; lang: Lang; response: Response }): ReviewedField[];
	/** A response that is wholly right; it tells the key and never leaves before it is due. */
	solution(question: AskedQuestion): Response;
}

const provided = new Map<string, QuestionType>();

/** The kind that is meant where none is named. */
export const plainType = 'one';

/** Makes kinds of questions known to this process: what each composition root does before anything is compiled. */
export function provideQuestionTypes(types: readonly QuestionType[]): void {
	for (const type of types) provided.set(type.name, type);
}

export function questionTypeNames(): string[] {
	return [...provided.keys()];
}

/** The kind of that name; undefined where nobody provided it. */
export function findQuestionType(name: string): QuestionType | undefined {
	return provided.get(name);
}

/** The kind of a compiled question, which had to be known when it was compiled. */
export function questionType(name: string = plainType): QuestionType {
	const type = provided.get(name);
	if (!type) throw new Error(`no question type “${name}” was provided to this process`);
	return type;
}

/** Whether a response fills in these fields and nothing else: known options, one value where one is asked. */
export function fitsFields(fields: readonly Field[], response: Response): boolean {
	const byName = new Map(fields.map((field) => [field.name, field]));
	return Object.entries(response).every(([name, values]) => {
		const field = byName.get(name);
		if (!field) return false;
		if (field.control !== 'many' && values.length > 1) return false;
		if (field.control === 'text' || field.control === 'number') return true;
		const distinct = new Set(values);
		return distinct.size === values.length && values.every((value) => field.options.some(({ id }) => id === value));
	});
}
