import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Lang } from '../../platform/messages/index.ts';
import type { CompiledOf, ItemKind } from '../items.ts';
import type { Fault } from './fault.ts';
import type { MediaFile } from './media-files.ts';

/** An item made from a file, ready to be published. */
export interface DraftItem {
	readonly kind: ItemKind;
	readonly id: string;
	readonly lang: Lang;
	readonly path: string;
	/** The canonical text that `hash` is the SHA-256 of. */
	readonly source: string;
	readonly hash: string;
	readonly compiled: CompiledOf[ItemKind];
	readonly compiledHash: string;
}

/** What became of one file. */
export interface FileDraft {
	readonly path: string;
	/** False when a fault keeps it from being published: its last good version stays. */
	readonly good: boolean;
	readonly lang: Lang;
	/** The Vietnamese file a translation goes with; itself otherwise. */
	readonly originalPath: string;
	readonly items: readonly DraftItem[];
	/** What it means to hold, as `kind id`, even when it can't be published. */
	readonly claims: readonly string[];
	/** The lesson in it and its course, for the order of lessons. */
	readonly lesson: { readonly id: string; readonly courseId: string } | null;
	readonly media: readonly MediaFile[];
}

/** A content folder read and checked. */
export interface ContentDraft {
	/** In the order of their paths, which is the order of lessons. */
	readonly files: readonly FileDraft[];
	/** By file and line. */
	readonly faults: readonly Fault[];
}

/** Everyone's space; content of a place of its own will carry that place's path. */
export const commonSpace = '/';

export interface ItemParts<K extends ItemKind> {
	kind: K;
	id: string;
	lang: Lang;
	path: string;
	/** What was written, apart from where it lies: any JSON. */
	written: unknown;
	compiled: CompiledOf[K];
	media?: Iterable<MediaFile>;
}

/** An item under the hash of its canonical source: RFC 8785 JSON of what it is, what was written and what it shows. */
export function draftItem<K extends ItemKind>({
	kind,
	id,
	lang,
	path,
	written,
	compiled,
	media
}: ItemParts<K>): DraftItem {
	const shows = [...(media ?? [])].map((file) => file.name).sort();
	const source = canonical({ kind, id, lang, space: commonSpace, written, media: shows });
	return { kind, id, lang, path, source, hash: sha256(source), compiled, compiledHash: sha256(canonical(compiled)) };
}

/** JSON with sorted keys: the same value is the same text. Undefined members are left out. */
export function canonical(value: unknown): string {
	return canonicalize(JSON.parse(JSON.stringify(value))) ?? '';
}

export function sha256(text: string): string {
	return createHash('sha256').update(text).digest('base64url');
}

/** A body as it counts for the hash: no trailing spaces, at most one empty line at a time. */
export function canonicalBody(body: string): string {
	return body
		.replace(/[ \t]+$/gm, '')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}
