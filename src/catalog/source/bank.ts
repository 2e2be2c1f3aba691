import type { Lang } from '../../platform/messages/index.ts';
import type { CompiledQuestion } from '../items.ts';
import type { QuestionType, WrittenBody } from '../question-type.ts';
import type { Fault } from './fault.ts';
import { parseFile } from './parse-file.ts';
import { readContent } from './read-content.ts';
import { placeOf, type ContentSource } from './source-files.ts';

/** A question as it stands in a content folder. */
export interface BankQuestion {
	readonly id: string;
	/** The file it stands in, from the content folder, and its line there. */
	readonly path: string;
	readonly line: number;
	readonly type: QuestionType;
	readonly written: WrittenBody;
	/** The version: the hash of its canonical source. */
	readonly hash: string;
	readonly compiled: CompiledQuestion;
}

/** Every question of a content folder in a language, in the order of the files; those of files with faults are not in it. */
export function bankIn(source: ContentSource, lang: Lang): BankQuestion[] {
	const { files } = readContent(source);
	return files
		.filter((file) => file.good && file.lang === lang)
		.flatMap(({ path, items }) => questionsAt(source.texts, path, items));
}

/** What a content folder would say of one more file: its faults, and the questions in it. */
export function tryFile(
	source: ContentSource,
	path: string,
	text: string
): { faults: Fault[]; questions: BankQuestion[] } {
	const texts = new Map([...source.texts, [path, text]]);
	const { files, faults } = readContent({ ...source, texts });
	const items = files.find((file) => file.path === path)?.items ?? [];
	return { faults: faults.filter(({ file }) => file === path), questions: questionsAt(texts, path, items) };
}

type Items = ReturnType<typeof readContent>['files'][number]['items'];

function questionsAt(texts: ReadonlyMap<string, string>, path: string, items: Items): BankQuestion[] {
	const made = new Map(items.flatMap((item) => (item.kind === 'question' ? [[item.id, item] as const] : [])));
	const place = made.size > 0 ? placeOf(path) : null;
	if (!place) return [];
	return parseFile(place, texts.get(path) ?? '').questions.flatMap(({ id, line, type, ...written }) => {
		const item = made.get(id);
		if (!item) return [];
		const compiled = item.compiled as CompiledQuestion; // its kind was looked at
		return [{ id, path, line, type, written: { line, ...written }, hash: item.hash, compiled }];
	});
}

/** The id of the course whose folder a file lies in; null where it lies in none. */
export function courseAt({ texts }: ContentSource, path: string): string | null {
	const folder = placeOf(path)?.courseFolder;
	if (!folder) return null;
	return /^id:\s*["']?([a-z0-9-]+)/m.exec(texts.get(`courses/${folder}/course.md`) ?? '')?.[1] ?? folder;
}
