import type { Token } from 'marked';
import type { Static, TSchema } from 'typebox';
import {
	calloutNames,
	leafNames,
	questionNames,
	splitDirectives,
	type RawBlock,
	type RawDirective
} from './directives.ts';
import { faultSheet, type FaultSheet } from './fault.ts';
import { readDeclarations, splitFrontMatter } from './front-matter.ts';
import { readMarkdown, tooDeepLine } from './markdown.ts';
import { readQuestion, type WrittenQuestion } from './questions.ts';
import * as schemas from './schemas.ts';
import type { FileKind, FilePlace } from './source-files.ts';

export type Block =
	| { readonly kind: 'markdown'; readonly line: number; readonly tokens: Token[] }
	| {
			readonly kind: 'callout' | 'steps';
			readonly line: number;
			readonly directive: RawDirective;
			readonly blocks: Block[];
	  }
	| { readonly kind: 'media'; readonly line: number; readonly directive: RawDirective }
	| { readonly kind: 'question'; readonly line: number; readonly question: WrittenQuestion };

/** The declarations of a file, Vietnamese or translation: the union of what the kinds may declare. */
export type Declarations = Partial<
	Static<typeof schemas.ProgrammeFields> &
		Static<typeof schemas.CourseFields> &
		Static<typeof schemas.LessonFields> &
		Static<typeof schemas.QuestionFileFields> &
		Static<typeof schemas.TestFields>
>;

/** A Markdown file, read but not yet checked against the others. */
export interface ParsedFile extends FilePlace {
	readonly sheet: FaultSheet;
	/** Null when the declarations can't be used. */
	readonly fields: Declarations | null;
	/** The id it claims, even when the rest of the declarations can't be used. */
	readonly id: string | null;
	lineOf(field: string): number;
	readonly body: string;
	readonly bodyLine: number;
	readonly blocks: readonly Block[];
	readonly questions: readonly WrittenQuestion[];
}

const schemaFor: Record<FileKind, { vi: TSchema; en: TSchema }> = {
	programme: { vi: schemas.ProgrammeFields, en: schemas.ProgrammeWords },
	course: { vi: schemas.CourseFields, en: schemas.CourseWords },
	lesson: { vi: schemas.LessonFields, en: schemas.LessonWords },
	quiz: { vi: schemas.QuestionFileFields, en: schemas.QuestionFileWords },
	exam: { vi: schemas.QuestionFileFields, en: schemas.QuestionFileWords },
	test: { vi: schemas.TestFields, en: schemas.TestWords },
	glossary: { vi: schemas.GlossaryFields, en: schemas.GlossaryWords }
};

/** Composed letters, one kind of line end, no byte order mark. */
export function normalised(text: string): string {
	return text
		.replace(/^\uFEFF/, '')
		.replace(/\r\n?/g, '\n')
		.normalize('NFC');
}

/** A file whose bytes are no text: all that is known of it is what it was before. */
export function unreadableFile(place: FilePlace, knownId: string | null): ParsedFile {
	const sheet = faultSheet(place.path);
	sheet.add(1, 'not-utf8');
	const nothing = { fields: null, lineOf: () => 1, body: '', bodyLine: 1, blocks: [], questions: [] };
	return { ...place, ...nothing, sheet, id: place.kind === 'glossary' ? 'glossary' : knownId };
}

/** Reads one Markdown file of the content folder; what is wrong in it stands on its sheet. `knownId` is the id it had when it was last published. */
export function parseFile(place: FilePlace, text: string, knownId: string | null = null): ParsedFile {
	const sheet = faultSheet(place.path);
	const { yaml, body, bodyLine } = splitFrontMatter(normalised(text), sheet);
	const schema = schemaFor[place.kind][place.lang];
	const declared = yaml === null ? null : readDeclarations(yaml, { schema, firstLine: 2 }, sheet);
	const deepAt = tooDeepLine(body, bodyLine);
	if (deepAt !== null) sheet.add(deepAt, 'too-deep');
	const blocks = splitDirectives(body, bodyLine, sheet).map((block) => readBlock(block, sheet));
	return {
		...place,
		sheet,
		id: claimedId(place, yaml) ?? knownId,
		// The schema of the kind has been checked; a kind's own fields are all among these.
		fields: declared ? (declared.values as Declarations) : null,
		lineOf: (field) => declared?.lineOf(field) ?? 1,
		body,
		bodyLine,
		blocks,
		questions: blocks.flatMap((block) => (block.kind === 'question' ? [block.question] : []))
	};
}

function claimedId(place: FilePlace, yaml: string | null): string | null {
	if (place.kind === 'glossary') return 'glossary';
	return /^id:\s*["']?([a-z0-9-]+)["']?\s*(?:#.*)?$/m.exec(yaml ?? '')?.[1] ?? null;
}

function readBlock(raw: RawBlock, sheet: FaultSheet): Block {
	const { line } = raw;
	if (raw.kind === 'markdown') return { kind: 'markdown', line, tokens: readMarkdown(raw.text, line) };
	if (questionNames.includes(raw.name)) return { kind: 'question', line, question: readQuestion(raw, sheet) };
	if (leafNames.includes(raw.name)) return { kind: 'media', line, directive: raw };
	const blocks = raw.blocks.map((block) => readBlock(block, sheet));
	// An unknown directive is a fault already; its text is kept as a callout so that the other checks still see it.
	const kind = raw.name === 'cac-buoc' ? 'steps' : 'callout';
	if (blocks.length === 0 && (kind === 'steps' || calloutNames.includes(raw.name))) {
		sheet.add(line, 'empty-directive', { name: raw.name });
	}
	return { kind, line, directive: raw, blocks };
}
