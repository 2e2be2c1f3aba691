import type { Lang } from '../../platform/messages/index.ts';

/** The content folder as read: text files by path, and the media. Nothing in it is trusted yet. */
export interface ContentSource {
	readonly texts: ReadonlyMap<string, string>;
	readonly media: ReadonlyMap<string, Uint8Array>;
	/** Text files that are not UTF-8. */
	readonly unreadable: readonly string[];
}

export type FileKind = 'programme' | 'course' | 'lesson' | 'quiz' | 'exam' | 'test' | 'glossary';

/** What a Markdown file is, by the place where it lies. */
export interface FilePlace {
	readonly path: string;
	readonly kind: FileKind;
	readonly lang: Lang;
	/** The folder below `courses/`, if it lies in one. */
	readonly courseFolder: string | null;
	/** The Vietnamese file that this one translates (itself, when it is Vietnamese). */
	readonly originalPath: string;
}

const places: readonly [RegExp, FileKind][] = [
	[/^programmes\/[^/]+\.md$/, 'programme'],
	[/^courses\/([^/]+)\/course(?:\.en)?\.md$/, 'course'],
	[/^courses\/([^/]+)\/lessons\/[^/]+\.md$/, 'lesson'],
	[/^courses\/([^/]+)\/questions\/.+\.md$/, 'quiz'],
	[/^courses\/([^/]+)\/exam\/.+\.md$/, 'exam'],
	[/^exam-bank\/.+\.md$/, 'exam'],
	[/^tests\/[^/]+\.md$/, 'test'],
	[/^glossary(?:\.en)?\.md$/, 'glossary']
];

/** Questions from outside the repository appear under this folder. */
export const examBankFolder = 'exam-bank';

/** What the file at this path is; null when Markdown has no business there. */
export function placeOf(path: string): FilePlace | null {
	for (const [pattern, kind] of places) {
		const match = pattern.exec(path);
		if (match) {
			const lang = path.endsWith('.en.md') ? 'en' : 'vi';
			return { path, kind, lang, courseFolder: match[1] ?? null, originalPath: path.replace(/\.en\.md$/, '.md') };
		}
	}
	return null;
}

/** Files that belong to the content folder without being content. */
export function isBeside(path: string): boolean {
	return path === 'README.md' || path.startsWith('media/') || !path.endsWith('.md');
}

/** `../../media/a.svg` as written in `courses/x/lessons/01.md` → `courses/media/a.svg`; null when it leads out of the folder. */
export function resolvePath(from: string, written: string): string | null {
	const parts = from.split('/').slice(0, -1);
	for (const part of written.split('/')) {
		if (part === '' || part === '.') continue;
		if (part !== '..') parts.push(part);
		else if (parts.pop() === undefined) return null;
	}
	return parts.join('/');
}
