import type { CompiledOf, ItemKind, StoredItem } from './items.ts';

/** An item as the database keeps it, with what was compiled still as text. */
export type WrittenItem = Omit<StoredItem, 'compiled'> & { readonly written: string };

/**
 * An item of the release in a fraction of the memory: what was compiled stays as it is written, and is read when it is
 * asked for. Thirty thousand questions are 25 MB so, and 200 MB as objects.
 */
export class PackedItem<K extends ItemKind = ItemKind> implements StoredItem<K> {
	readonly hash: string;
	readonly kind: K;
	readonly id: string;
	readonly lang: StoredItem['lang'];
	readonly baseHash: string | null;
	readonly #written: Buffer;
	#read: WeakRef<CompiledOf[K]> | undefined;

	constructor({ hash, kind, id, lang, baseHash, written }: WrittenItem & { readonly kind: K }) {
		this.hash = hash;
		this.kind = kind;
		this.id = id;
		this.lang = lang;
		this.baseHash = baseHash;
		this.#written = Buffer.from(written);
	}

	get compiled(): CompiledOf[K] {
		const known = this.#read?.deref();
		if (known) return known;
		const read = JSON.parse(this.#written.toString()) as CompiledOf[K]; // written from it, by the compiler of this kind
		this.#read = new WeakRef(read);
		return read;
	}
}
