import type { Framework } from '../framework.ts';
import type { RulesFile } from '../rules.ts';
import { headingsOf } from './headings.ts';
import type { MediaFile } from './media-files.ts';
import type { ParsedFile } from './parse-file.ts';

/** What content may refer to. Files with faults are in it too: a fault in one must not make faults in others. */
export interface ContentIndex {
	readonly framework: Framework | null;
	readonly rules: RulesFile | null;
	readonly files: readonly ParsedFile[];
	readonly fileAt: ReadonlyMap<string, ParsedFile>;
	readonly courses: ReadonlyMap<string, ParsedFile>;
	readonly lessons: ReadonlyMap<string, { courseId: string; anchors: ReadonlySet<string>; file: ParsedFile }>;
	readonly lessonByPath: ReadonlyMap<string, string>;
	/** Ids of the glossary's terms. */
	readonly terms: ReadonlySet<string>;
	readonly media: ReadonlyMap<string, MediaFile>;
	/** The Markdown files that are none of the content's own: transcripts. */
	readonly transcripts: ReadonlyMap<string, string>;
}

export interface IndexParts {
	framework: Framework | null;
	rules: RulesFile | null;
	files: readonly ParsedFile[];
	media: ReadonlyMap<string, MediaFile>;
	transcripts: ReadonlyMap<string, string>;
}

export function indexOf(parts: IndexParts): ContentIndex {
	const vietnamese = parts.files.filter((file) => file.lang === 'vi');
	const courses = new Map<string, ParsedFile>();
	const lessons = new Map<string, { courseId: string; anchors: ReadonlySet<string>; file: ParsedFile }>();
	const lessonByPath = new Map<string, string>();
	for (const file of vietnamese) {
		const id = file.id;
		if (id === null) continue;
		if (file.kind === 'course' && !courses.has(id)) courses.set(id, file);
		if (file.kind !== 'lesson' || lessons.has(id)) continue;
		const anchors = new Set(headingsOf(file.blocks).map((heading) => heading.id));
		lessons.set(id, { courseId: courseIdOf(file, vietnamese), anchors, file });
		lessonByPath.set(file.path, id);
	}
	const glossary = vietnamese.find((file) => file.kind === 'glossary');
	return {
		...parts,
		fileAt: new Map(parts.files.map((file) => [file.path, file])),
		courses,
		lessons,
		lessonByPath,
		terms: new Set(glossary ? headingsOf(glossary.blocks).map((heading) => heading.id) : [])
	};
}

/** The course.md of each folder, found once for a reading of the content: it is asked for at every lesson and question. */
const coursesByFolder = new WeakMap<readonly ParsedFile[], Map<string | null, ParsedFile>>();

/** The course of a file that lies in a course's folder: the id in its course.md, else the folder's name. */
export function courseIdOf(file: ParsedFile, files: readonly ParsedFile[]): string {
	let courses = coursesByFolder.get(files);
	if (!courses) {
		courses = new Map();
		for (const other of files)
			if (other.kind === 'course' && other.lang === 'vi' && !courses.has(other.courseFolder))
				courses.set(other.courseFolder, other);
		coursesByFolder.set(files, courses);
	}
	return courses.get(file.courseFolder)?.id ?? file.courseFolder ?? '';
}
