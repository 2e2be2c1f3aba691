import type { Token } from 'marked';
import type { CompiledLesson, CompiledQuestion, Level, Source } from '../items.ts';
import { courseOf } from './check-questions.ts';
import type { ContentIndex } from './content-index.ts';
import { canonicalBody, draftItem, type DraftItem } from './draft.ts';
import { headingsOf } from './headings.ts';
import type { Standing } from './links.ts';
import { givenId } from './markdown.ts';
import type { Declarations, ParsedFile } from './parse-file.ts';
import { tokensOf } from './check-document.ts';
import { countWords, textsOf } from './prose.ts';
import type { WrittenQuestion } from './questions.ts';
import { createRenderer } from './render.ts';

/** Where the documents of a file stand; each gets its own list of media. */
function standingOf(file: ParsedFile, index: ContentIndex): Standing {
	const anchors = new Set(headingsOf(file.blocks).map((heading) => heading.id));
	return { path: file.path, lang: file.lang, sheet: file.sheet, index, anchors, used: new Map() };
}

/** Renders a file and makes its items. Dead links and missing pictures come to light here, on the file's sheet. */
export function buildItems(file: ParsedFile, index: ContentIndex): { items: DraftItem[]; standing: Standing } {
	const standing = standingOf(file, index);
	const own = makers[file.kind](file, standing);
	const questions = file.questions.map((question) => questionItem(question, file, standing));
	return { items: [...own, ...questions], standing };
}

type Maker = (file: ParsedFile, standing: Standing) => DraftItem[];

const makers: Record<ParsedFile['kind'], Maker> = {
	programme: (file, standing) => {
		const fields = fieldsOf(file, standing.index);
		const introduction = createRenderer(standing).html(file.blocks);
		const { group = '', title = '', summary = '', about = '', courses = [], updated = '' } = fields;
		return [item('programme', file, standing, { group, title, summary, about, courses, updated, introduction })];
	},
	course: (file, standing) => [item('course', file, standing, compiledCourse(file, standing))],
	lesson: (file, standing) => [item('lesson', file, standing, compiledLesson(file, standing))],
	quiz: () => [],
	exam: () => [],
	glossary: (file, standing) => {
		const { updated = '' } = fieldsOf(file, standing.index);
		return [item('glossary', file, standing, { updated, terms: termsOf(file, standing) })];
	}
};

function item<K extends 'programme' | 'course' | 'lesson' | 'glossary'>(
	kind: K,
	file: ParsedFile,
	standing: Standing,
	compiled: Parameters<typeof draftItem<K>>[0]['compiled']
): DraftItem {
	const { lang, path, fields, body } = file;
	const transcripts = transcriptsOf(file, standing.index);
	const written = { fields, body: canonicalBody(body), ...(transcripts.length > 0 && { transcripts }) };
	return draftItem({ kind, id: file.id ?? '', lang, path, written, compiled, media: standing.used.values() });
}

/** Transcripts are words of the lesson though they lie in files of their own. */
function transcriptsOf(file: ParsedFile, index: ContentIndex): string[] {
	const folder = (path: string) => path.slice(path.lastIndexOf('/') + 1);
	return file.blocks
		.flatMap((block) => (block.kind === 'media' ? [block.directive.attributes.transcript ?? ''] : []))
		.flatMap((written) => [...index.transcripts].filter(([path]) => folder(path) === folder(written)))
		.map(([, text]) => canonicalBody(text));
}

/** The declarations of a file; what a translation does not say comes from the Vietnamese one. */
function fieldsOf(file: ParsedFile, index: ContentIndex): Declarations {
	const original = index.fileAt.get(file.originalPath);
	return { ...original?.fields, ...file.fields };
}

function compiledCourse(file: ParsedFile, standing: Standing) {
	const { index } = standing;
	const { version = 1, title = '', summary = '', minutes = 0, ...rest } = fieldsOf(file, index);
	const { groups = [], skills = [], outcomes = [], quiz, updated = '' } = rest;
	const defaults = index.rules?.quiz;
	return {
		...{ version, title, summary, minutes, groups, skills, outcomes, updated },
		quiz: {
			questions: quiz?.questions ?? defaults?.defaultQuestions.value ?? 10,
			passPercent: quiz?.passPercent ?? defaults?.defaultPassPercent.value ?? 80
		},
		introduction: createRenderer(standing).html(file.blocks)
	};
}

function compiledLesson(file: ParsedFile, standing: Standing): CompiledLesson {
	const { title = '', minutes = 0, skills = [], summary = '', sources = [], updated = '' } = fieldsOf(file, standing.index);
	const read = tokensOf(file.blocks).flatMap((tokens) => textsOf(tokens));
	return {
		courseId: courseOf(file, standing.index),
		...{ title, minutes, skills, summary, updated },
		sources: sources.map((source) => ({ ...source, ...(source.date !== undefined && { date: String(source.date) }) }) as Source),
		contents: headingsOf(file.blocks)
			.filter((heading) => heading.top && heading.level === 2)
			.map((heading) => ({ id: heading.id, title: heading.title })),
		parts: createRenderer(standing).parts(file.blocks),
		reserve: file.questions.filter((question) => question.reserve).map((question) => question.id),
		words: read.reduce((sum, { text }) => sum + countWords(text), 0)
	};
}

function questionItem(question: WrittenQuestion, file: ParsedFile, whole: Standing): DraftItem {
	const standing = { ...whole, used: new Map() as Standing['used'] };
	const { phrases } = createRenderer(standing);
	const original = whole.index.fileAt
		.get(file.originalPath)
		?.questions.find((other) => other.id === question.id);
	const { skill = '', level = 'easy', lesson } = { ...original?.attributes, ...question.attributes };
	const compiled: CompiledQuestion = {
		purpose: file.kind === 'quiz' || file.kind === 'exam' ? file.kind : 'check',
		reserve: question.reserve,
		public: file.kind !== 'exam' || file.fields?.public === true,
		courseId: courseOf(file, whole.index),
		lessonId: file.kind === 'lesson' ? file.id : (lesson ?? null),
		skill,
		level: level as Level, // checked with the attributes
		stem: phrases(question.stemTokens),
		options: question.options.map((option, i) => ({
			id: 'abcd'[i] ?? String(i),
			text: phrases(option.tokens),
			correct: option.correct,
			explanation: phrases(option.explanationTokens)
		}))
	};
	for (const [path, media] of standing.used) whole.used.set(path, media);
	const { purpose } = compiled;
	const options = question.options.map(({ correct, text, explanation }) => ({ correct, text, explanation }));
	const written = { purpose, attributes: question.attributes, reserve: question.reserve, stem: question.stem, options };
	return draftItem({ kind: 'question', id: question.id, lang: file.lang, path: file.path, written, compiled, media: standing.used.values() });
}

function termsOf(file: ParsedFile, standing: Standing) {
	const renderer = createRenderer(standing);
	const tokens = file.blocks.flatMap((block) => (block.kind === 'markdown' ? block.tokens : []));
	const terms: { id: string; term: string; tokens: Token[] }[] = [];
	for (const token of tokens) {
		if (token.type === 'heading') terms.push({ id: givenId(token) ?? '', term: String(token.text), tokens: [] });
		else terms.at(-1)?.tokens.push(token);
	}
	return terms
		.filter(({ id }) => id !== '')
		.map(({ id, term, tokens: inside }) => ({
			id,
			term,
			meaning: renderer.html([{ kind: 'markdown', line: 1, tokens: inside }])
		}));
}
