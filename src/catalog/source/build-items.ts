import type { Token } from 'marked';
import type { CompiledCourse, CompiledLesson, CompiledQuestion, CompiledTest, Level, Source } from '../items.ts';
import { courseOf } from './check-questions.ts';
import { plainType, type Phrases } from '../question-type.ts';
import type { ContentIndex } from './content-index.ts';
import { canonicalBody, draftItem, type DraftItem } from './draft.ts';
import { headingsOf } from './headings.ts';
import type { Standing } from './links.ts';
import { givenId, readInline } from './markdown.ts';
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
		const { group, title, summary, about, courses, updated } = fields;
		return [item('programme', { file, standing }, { group, title, summary, about, courses, updated, introduction })];
	},
	course: (file, standing) => [item('course', { file, standing }, compiledCourse(file, standing))],
	lesson: (file, standing) => [item('lesson', { file, standing }, compiledLesson(file, standing))],
	quiz: () => [],
	exam: () => [],
	test: (file, standing) => [item('test', { file, standing }, compiledTest(file, standing))],
	glossary: (file, standing) => {
		const { updated } = fieldsOf(file, standing.index);
		return [item('glossary', { file, standing }, { updated, terms: termsOf(file, standing) })];
	}
};

function item<K extends 'programme' | 'course' | 'lesson' | 'test' | 'glossary'>(
	kind: K,
	{ file, standing }: { file: ParsedFile; standing: Standing },
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

type Optional = Pick<Declarations, 'levels' | 'retake' | 'page' | 'feedback'> & { minutes?: number };
type Fields = Required<Omit<Declarations, 'quiz' | 'public' | keyof Optional>> &
	Pick<Declarations, 'quiz'> & { minutes: number };

/** What a test may leave out; a translation takes it from the Vietnamese file. */
function optionalOf(file: ParsedFile, index: ContentIndex): Optional {
	const { minutes, levels, retake, page, feedback } = {
		...index.fileAt.get(file.originalPath)?.fields,
		...file.fields
	};
	return {
		...(minutes !== undefined && { minutes }),
		...(levels && { levels }),
		...(retake && { retake }),
		...(page && { page }),
		...(feedback && { feedback })
	};
}

/** What stands in for declarations of a file with faults, which is not published anyway. */
const blank: Fields = {
	...{ id: '', group: '', title: '', summary: '', about: '', updated: '', course: '', purpose: 'quiz' },
	...{ version: 1, minutes: 0, courses: [], groups: [], skills: [], outcomes: [], sources: [] },
	...{ kind: 'placement', banks: [], questions: 1, shares: [], way: 'form' }
};

/** The declarations of a file; what a translation does not say comes from the Vietnamese one. */
function fieldsOf(file: ParsedFile, index: ContentIndex): Fields {
	const original = index.fileAt.get(file.originalPath);
	return { ...blank, ...original?.fields, ...file.fields };
}

function compiledCourse(file: ParsedFile, standing: Standing): CompiledCourse {
	const { version, title, summary, minutes, groups, skills, outcomes, quiz, updated } = fieldsOf(file, standing.index);
	const rules = standing.index.rules?.quiz;
	const questions = rules?.defaultQuestions.value ?? 10;
	const passPercent = rules?.defaultPassPercent.value ?? 80;
	return {
		...{ version, title, summary, minutes, groups, skills, outcomes, updated },
		quiz: { questions, passPercent, ...quiz },
		introduction: createRenderer(standing).html(file.blocks)
	};
}

function compiledTest(file: ParsedFile, standing: Standing): CompiledTest {
	const fields = fieldsOf(file, standing.index);
	const { version, kind, groups, title, summary, banks, questions, shares, way, updated } = fields;
	const { minutes = null, levels = [], page = 'one', feedback = 'end' } = optionalOf(file, standing.index);
	const { retake = { afterHours: 0, mostIn30Days: 100 } } = optionalOf(file, standing.index);
	return {
		...{ version, kind, groups, title, summary, banks, questions, shares, way, updated },
		...{ minutes, levels, page, feedback, retake },
		introduction: createRenderer(standing).html(file.blocks)
	};
}

function compiledLesson(file: ParsedFile, standing: Standing): CompiledLesson {
	const { title, minutes, skills, summary, sources, updated } = fieldsOf(file, standing.index);
	const read = tokensOf(file.blocks).flatMap((tokens) => textsOf(tokens));
	return {
		courseId: courseOf(file, standing.index),
		...{ title, minutes, skills, summary, updated },
		sources: sources.map(
			(source) => ({ ...source, ...(source.date !== undefined && { date: String(source.date) }) }) as Source
		),
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
	const renderer = createRenderer(standing);
	const phrases: Phrases = (written) =>
		renderer.phrases(typeof written === 'string' ? readInline(written, question.line) : written);
	const { type } = question;
	const { attributes, ...about } = aboutQuestion(question, file, whole.index);
	const stem = phrases(question.stemTokens);
	const compiled = { ...about, ...namedType(type), stem, ...type.compile({ ...question, attributes }, phrases) };
	for (const [path, media] of standing.used) whole.used.set(path, media);
	const written = { purpose: compiled.purpose, attributes: question.attributes, ...writtenBody(question) };
	const { id } = question;
	const { lang, path } = file;
	return draftItem({ kind: 'question', id, lang, path, written, compiled, media: standing.used.values() });
}

/** Questions with one answer are written down as they were before there were other kinds: the same text, the same version. */
function writtenBody({ type, entries, reserve, stem }: WrittenQuestion) {
	const plain = type.name === plainType;
	const options = entries.map(({ sign, text, explanation }) => ({ correct: sign !== ' ', text, explanation }));
	const lines = entries.map(({ sign, text, explanation }) => ({ sign, text, explanation }));
	return { reserve, stem, ...(plain ? { options } : { entries: lines }) };
}

const namedType = ({ name }: WrittenQuestion['type']) => (name === plainType ? {} : { type: name });

const originalAttributes = (id: string, file: ParsedFile, index: ContentIndex) =>
	index.fileAt.get(file.originalPath)?.questions.find((other) => other.id === id)?.attributes;

const isPublic = (file: ParsedFile) => file.fields?.public === true;

/** What a question is for and about; a translation takes it from the Vietnamese question. */
function aboutQuestion(
	question: WrittenQuestion,
	file: ParsedFile,
	index: ContentIndex
): Omit<CompiledQuestion, 'stem' | 'options'> & Pick<WrittenQuestion, 'attributes'> {
	const attributes: Partial<Record<string, string>> & Record<string, string> = {
		...originalAttributes(question.id, file, index),
		...question.attributes
	};
	const { skill = '', level = 'easy', lesson = null, grade } = attributes;
	const bank = file.kind === 'quiz' || file.kind === 'exam' ? file.kind : null;
	return {
		purpose: bank ?? 'check',
		reserve: question.reserve,
		public: bank !== 'exam' || isPublic(file),
		courseId: courseOf(file, index),
		lessonId: bank ? lesson : file.id,
		skill,
		level: level as Level, // checked with the attributes
		...(grade !== undefined && { band: grade }),
		attributes
	};
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
