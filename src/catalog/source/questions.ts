import type { RawDirective } from './directives.ts';
import type { FaultSheet } from './fault.ts';
import { readInline, readMarkdown } from './markdown.ts';
import type { Token } from 'marked';
import { findQuestionType, plainType, questionType, type QuestionType, type WrittenBody } from '../question-type.ts';

/** A question as somebody wrote it. */
export interface WrittenQuestion extends WrittenBody {
	readonly id: string;
	readonly reserve: boolean;
	readonly type: QuestionType;
	readonly stemTokens: Token[];
}

interface Draft {
	readonly type: QuestionType;
	stem: string[];
	entries: { line: number; sign: string; text: string; explanation: string[] }[];
}

/** Reads `:::hoi{#id …}`: the question, then the entries of its type, each with an indented explanation. */
export function readQuestion(directive: RawDirective, faults: FaultSheet): WrittenQuestion {
	const type = findQuestionType(directive.attributes.type ?? plainType) ?? questionType();
	const draft: Draft = { type, stem: [], entries: [] };
	for (const [i, content] of directive.text.split('\n').entries()) {
		takeLine(draft, { content, line: directive.bodyLine + i }, faults);
	}
	const stem = draft.stem.join('\n');
	const question: WrittenQuestion = {
		line: directive.line,
		id: directive.attributes.id ?? '',
		reserve: directive.name === 'hoi-them',
		attributes: directive.attributes,
		type,
		stem: stem.trim(),
		stemTokens: readMarkdown(type.stem?.(stem) ?? stem, directive.bodyLine),
		entries: draft.entries.map(({ explanation, ...entry }) => ({
			...entry,
			tokens: readInline(entry.text, entry.line),
			explanation: explanation.join('\n').trim(),
			explanationTokens: readMarkdown(explanation.join('\n'), entry.line + 1)
		}))
	};
	checkShape(question, faults);
	return question;
}

function takeLine(draft: Draft, { content, line }: { content: string; line: number }, faults: FaultSheet): void {
	const match = draft.type.entry.exec(content);
	const last = draft.entries.at(-1);
	if (match) {
		draft.entries.push({ line, sign: match[1] ?? '', text: (match[2] ?? '').trim(), explanation: [] });
	} else if (draft.type.almost.test(content)) faults.add(line, 'option-broken', { example: draft.type.example });
	else if (!last) draft.stem.push(content);
	else if (/^\s{2,}\S|^\t/.test(content) || content.trim() === '')
		last.explanation.push(content.replace(/^(?:\t| {1,4})/, ''));
	else faults.add(line, 'option-outside');
}

function checkShape(question: WrittenQuestion, faults: FaultSheet): void {
	const { type, entries } = question;
	if (!question.stem) faults.add(question.line, 'question-no-stem');
	type.check(question, faults);
	for (const { line, text, explanation } of entries) {
		const twin = entries.find((other) => other.line < line && other.text === text);
		if (!text) faults.add(line, 'option-empty');
		else if (twin && !type.repeats) faults.add(line, 'option-same', { other: twin.line });
		if (type.explains && !explanation) faults.add(line, 'option-no-explanation');
	}
}
