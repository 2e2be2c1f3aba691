import type { ContentIndex } from './content-index.ts';
import { headingsOf } from './headings.ts';
import type { ParsedFile } from './parse-file.ts';
import type { WrittenQuestion } from './questions.ts';

/** A translation says the same about the same things: ids, questions and their right answers agree. */
export function checkTranslation(file: ParsedFile, index: ContentIndex): void {
	const original = index.fileAt.get(file.originalPath);
	if (!original || original === file) {
		file.sheet.add(1, 'no-original');
		return;
	}
	if (file.id !== null && original.id !== null && file.id !== original.id) {
		file.sheet.add(file.lineOf('id'), 'translation-id', { id: file.id, original: original.id });
	}
	compareOutcomes(file, original);
	compareQuestions(file, original);
	if (file.kind === 'glossary') compareTerms(file, original);
}

function compareOutcomes(file: ParsedFile, original: ParsedFile): void {
	const count = file.fields?.outcomes?.length;
	const wanted = original.fields?.outcomes?.length;
	if (count !== undefined && wanted !== undefined && count !== wanted) {
		file.sheet.add(file.lineOf('outcomes'), 'translation-outcomes', { count, original: wanted });
	}
}

function compareQuestions(file: ParsedFile, original: ParsedFile): void {
	const theirs = new Map(original.questions.map((question) => [question.id, question]));
	const own = new Set(file.questions.map((question) => question.id));
	for (const question of file.questions) {
		const other = theirs.get(question.id);
		if (!other) file.sheet.add(question.line, 'translation-extra', { id: question.id });
		else if (keyOf(other) !== keyOf(question)) {
			file.sheet.add(question.line, 'translation-options', { id: question.id });
		}
	}
	for (const id of theirs.keys()) if (!own.has(id)) file.sheet.add(file.bodyLine, 'translation-missing', { id });
}

/** Which of how many answers is right, and whether it is a reserve question. */
function keyOf(question: WrittenQuestion): string {
	return `${question.reserve} ${question.type.name} ${question.type.shape(question)}`;
}

/** A term that is not translated yet shows in Vietnamese; one that only the translation has is a mistake. */
function compareTerms(file: ParsedFile, original: ParsedFile): void {
	const theirs = new Set(headingsOf(original.blocks).map((heading) => heading.id));
	for (const { id, line } of headingsOf(file.blocks)) {
		if (!theirs.has(id)) file.sheet.add(line, 'translation-extra', { id });
	}
}
