import type { Lang } from '../platform/messages/index.ts';
import type { CompiledOf, ItemKind, Manifest, MediaEntry, StoredItem } from './items.ts';

/** What is published now, whole, in memory. */
export interface Release {
	readonly id: string;
	/** Changes whenever anything that can be seen changes: an ETag can be made of it. */
	readonly hash: string;
	readonly createdAt: Date;
	readonly items: ReadonlyMap<string, StoredItem>;
	readonly byHash: ReadonlyMap<string, StoredItem>;
	/** The lessons of each course in their order. */
	readonly lessons: ReadonlyMap<string, readonly string[]>;
	/** The ids of the questions of one course for one purpose, in order: see `bankOf`. */
	readonly banks: ReadonlyMap<string, readonly string[]>;
	readonly media: ReadonlyMap<string, MediaEntry>;
	/** Where the media of this and earlier releases lie. */
	readonly mediaDir: string;
}

/** A version of something in the language asked for, or in Vietnamese with `translated: false`. */
export interface Found<K extends ItemKind> {
	readonly hash: string;
	readonly lang: Lang;
	readonly translated: boolean;
	readonly compiled: CompiledOf[K];
	/** The Vietnamese version, which alone decides what is right and what counts. */
	readonly base: StoredItem<K>;
}

const keyOf = (kind: ItemKind, id: string, lang: Lang) => `${kind} ${lang} ${id}`;

export interface ReleaseParts {
	id: string;
	hash: string;
	createdAt: Date;
	manifest: Manifest;
	items: readonly StoredItem[];
	mediaDir: string;
}

export function releaseFrom({ manifest, items, ...rest }: ReleaseParts): Release {
	return {
		...rest,
		items: new Map(items.map((item) => [keyOf(item.kind, item.id, item.lang), item])),
		byHash: new Map(items.map((item) => [item.hash, item])),
		lessons: new Map(Object.entries(manifest.lessons)),
		banks: banksOf(items),
		media: new Map(manifest.media.map((entry) => [entry.name, entry]))
	};
}

/** The name of a bank: what its questions are for, and in which course. */
export const bankOf = ({ purpose, courseId }: Pick<CompiledOf['question'], 'purpose' | 'courseId'>) =>
	`${purpose} ${courseId}`;

function banksOf(items: readonly StoredItem[]): Map<string, readonly string[]> {
	const banks = new Map<string, string[]>();
	for (const item of items) {
		if (item.kind !== 'question' || item.lang !== 'vi') continue;
		const bank = bankOf((item as StoredItem<'question'>).compiled); // the line above looked
		const ids = banks.get(bank) ?? [];
		ids.push(item.id);
		banks.set(bank, ids);
	}
	for (const ids of banks.values()) ids.sort();
	return banks;
}

/** An item of the release in a language, falling back to Vietnamese; null when there is none. */
export function find<K extends ItemKind>(
	release: Release,
	kind: K,
	{ id, lang }: { id: string; lang: Lang }
): Found<K> | null {
	// The key holds the kind, so the map's value is of that kind.
	const base = release.items.get(keyOf(kind, id, 'vi')) as StoredItem<K> | undefined;
	if (!base) return null;
	const own = release.items.get(keyOf(kind, id, lang)) as StoredItem<K> | undefined;
	const item = own ?? base;
	return { hash: base.hash, lang: item.lang, translated: own !== undefined, compiled: item.compiled, base };
}

/** Every item of a kind in Vietnamese, by id. */
export function idsOf(release: Release, kind: ItemKind): string[] {
	return [...release.items.values()]
		.filter((item) => item.kind === kind && item.lang === 'vi')
		.map((item) => item.id)
		.sort();
}
