import type { Token } from 'marked';
import type { RawDirective } from './directives.ts';
import type { FaultSheet } from './fault.ts';
import { readInline, readMarkdown } from './markdown.ts';

interface WrittenOption {
	readonly line: number;
	readonly correct: boolean;
	readonly text: string;
	readonly tokens: Token[];
	readonly explanation: string;
	readonly explanationTokens: Token[];
}

/** A question as somebody wrote it. */
export interface WrittenQuestion {
	readonly line: number;
	readonly id: string;
	readonly reserve: boolean;
	readonly attributes: Readonly<Record<string, string>>;
	readonly stem: string;
	readonly stemTokens: Token[];
	readonly options: readonly WrittenOption[];
}

const optionPattern = /^[-*+] \[( |x|X)\](?:\s+(.*))?$/;
const almostOption = /^\s*[-*+]?\s*\[[ xX]{0,3}\](?!\()/;

interface Draft {
	stem: string[];
	options: { line: number; correct: boolean; text: string; explanation: string[] }[];
}

/** Reads `:::hoi{#id …}`: the question, then `- [x]`/`- [ ]` answers, each with an indented explanation. */
export function readQuestion(directive: RawDirective, faults: FaultSheet): WrittenQuestion {
	const draft: Draft = { stem: [], options: [] };
	for (const [i, content] of directive.text.split('\n').entries()) {
		takeLine(draft, { content, line: directive.bodyLine + i }, faults);
	}
	const stem = draft.stem.join('\n');
	const question: WrittenQuestion = {
		line: directive.line,
		id: directive.attributes.id ?? '',
		reserve: directive.name === 'hoi-them',
		attributes: directive.attributes,
		stem: stem.trim(),
		stemTokens: readMarkdown(stem, directive.bodyLine),
		options: draft.options.map(({ explanation, ...option }) => ({
			...option,
			tokens: readInline(option.text, option.line),
			explanation: explanation.join('\n').trim(),
			explanationTokens: readMarkdown(explanation.join('\n'), option.line + 1)
		}))
	};
	checkShape(question, faults);
	return question;
}

function takeLine(draft: Draft, { content, line }: { content: string; line: number }, faults: FaultSheet): void {
	const match = optionPattern.exec(content);
	const last = draft.options.at(-1);
	if (match) {
		const text = (match[2] ?? '').trim();
		draft.options.push({ line, correct: match[1] !== ' ', text, explanation: [] });
	} else if (almostOption.test(content)) faults.add(line, 'option-broken');
	else if (!last) draft.stem.push(content);
	else if (/^\s{2,}\S|^\t/.test(content) || content.trim() === '')
		last.explanation.push(content.replace(/^(?:\t| {1,4})/, ''));
	else faults.add(line, 'option-outside');
}

function checkShape(question: WrittenQuestion, faults: FaultSheet): void {
	const { line, options } = question;
	if (!question.stem) faults.add(line, 'question-no-stem');
	if (options.length < 2 || options.length > 4) faults.add(line, 'option-count', { count: options.length });
	const right = options.filter((option) => option.correct).length;
	if (options.length > 0 && right === 0) faults.add(line, 'no-right-answer');
	if (right > 1) faults.add(line, 'two-right-answers', { count: right });
	for (const option of options) checkOption(option, options, faults);
}

function checkOption(
	{ line, text, explanation }: WrittenOption,
	all: readonly WrittenOption[],
	faults: FaultSheet
): void {
	const twin = all.find((other) => other.line < line && other.text === text);
	if (!text) faults.add(line, 'option-empty');
	else if (twin) faults.add(line, 'option-same', { other: twin.line });
	if (!explanation) faults.add(line, 'option-no-explanation');
}
