import type { Manifest, ManifestItem, MediaEntry } from './items.ts';
import { canonical, sha256, type ContentDraft, type DraftItem, type FileDraft } from './source/draft.ts';

/** What is to be published: the manifest, and the items in it that come from the folder (the others are stored). */
export interface ReleasePlan {
	readonly manifest: Manifest;
	readonly items: readonly DraftItem[];
	readonly heldBack: readonly string[];
}

const keyOf = (item: { kind: string; id: string }) => `${item.kind} ${item.id}`;

/**
 * Decides what a release holds: every good file as it is now; of a file with faults what the current release has from
 * it, found by its path or, when it moved, by what it claims to hold.
 */
export function planRelease(draft: ContentDraft, current: Manifest | null): ReleasePlan {
	const held = new Set(draft.files.filter((file) => isHeld(file, draft)).map((file) => file.path));
	const fresh = draft.files.filter((file) => !held.has(file.path));
	const items = unique(fresh.flatMap((file) => file.items));
	const entries = new Map<string, ManifestItem>();
	const put = (entry: ManifestItem) => {
		const key = `${entry.lang} ${keyOf(entry)}`;
		if (!entries.has(key)) entries.set(key, entry);
	};
	for (const item of items) put(entryOf(item));
	for (const file of draft.files) {
		if (held.has(file.path)) for (const entry of lastGood(file, current)) put({ ...entry, path: file.path });
	}
	const manifest: Manifest = {
		items: [...entries.values()].filter((entry) => hasOriginal(entry, entries)).sort(byKey),
		lessons: lessonsOf(draft.files, entries),
		media: mediaOf(fresh, current, held.size > 0)
	};
	return { manifest, items, heldBack: [...held] };
}

/** The identity of a release: everything in it, but not where the files lie. */
export function releaseHash({ items, lessons, media }: Manifest): string {
	return sha256(
		canonical({
			items: items.map(({ hash, kind, id, lang, compiledHash }) => ({ hash, kind, id, lang, compiledHash })),
			lessons,
			media: media.map((entry) => entry.name)
		})
	);
}

/** A file with faults is held back, and a translation together with its original: they must fit each other. */
function isHeld(file: FileDraft, draft: ContentDraft): boolean {
	if (!file.good) return true;
	return draft.files.some((other) => other.path === file.originalPath && !other.good);
}

function lastGood(file: FileDraft, current: Manifest | null): ManifestItem[] {
	const claims = new Set(file.claims);
	return (current?.items ?? []).filter(
		(entry) => entry.lang === file.lang && (entry.path === file.path || claims.has(keyOf(entry)))
	);
}

function hasOriginal(entry: ManifestItem, entries: ReadonlyMap<string, ManifestItem>): boolean {
	return entry.lang === 'vi' || entries.has(`vi ${keyOf(entry)}`);
}

function entryOf({ hash, kind, id, lang, path, compiledHash }: DraftItem): ManifestItem {
	return { hash, kind, id, lang, path, compiledHash };
}

/** Two good files never claim the same id (that is a fault), so the first of equals is the only one. */
function unique(items: readonly DraftItem[]): DraftItem[] {
	const byKeyAndLang = new Map<string, DraftItem>();
	for (const item of items) {
		const key = `${item.lang} ${keyOf(item)}`;
		if (!byKeyAndLang.has(key)) byKeyAndLang.set(key, item);
	}
	return [...byKeyAndLang.values()];
}

/** Lessons stand in the order of their files' names, those with faults too. */
function lessonsOf(files: readonly FileDraft[], entries: ReadonlyMap<string, ManifestItem>): Record<string, string[]> {
	const lessons: Record<string, string[]> = {};
	for (const { lesson } of files) {
		if (!lesson || !entries.has(`vi lesson ${lesson.id}`)) continue;
		const order = (lessons[lesson.courseId] ??= []);
		if (!order.includes(lesson.id)) order.push(lesson.id);
	}
	return lessons;
}

/** While older versions stay published, so do the pictures they may show. */
function mediaOf(fresh: readonly FileDraft[], current: Manifest | null, keepsOld: boolean): MediaEntry[] {
	const now = fresh.flatMap((file) => file.media).map(({ name, type, path }) => ({ name, type, path }));
	const all = [...now, ...(keepsOld ? (current?.media ?? []) : [])];
	const byName = new Map(all.map((entry) => [entry.name, entry]));
	return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function byKey(a: ManifestItem, b: ManifestItem): number {
	const [left, right] = [`${keyOf(a)} ${a.lang}`, `${keyOf(b)} ${b.lang}`];
	return left < right ? -1 : left > right ? 1 : 0;
}

/** The ids of the files that a release was made from, by path: courses, lessons, programmes. */
export function idsByPath(manifest: Manifest | null): Map<string, string> {
	const named = (manifest?.items ?? []).filter((item) => item.kind !== 'question');
	return new Map(named.map((item) => [item.path, item.id]));
}
