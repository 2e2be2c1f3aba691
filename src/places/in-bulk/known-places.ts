import { setImmediate as others } from 'node:timers/promises';
import type { Reader } from '../../platform/persistence/store.ts';
import { fold } from '../../platform/text.ts';
import { bareName } from '../names.ts';
import { sameName } from '../new-place.ts';
import { nearNames } from './near-names.ts';
import { listAtOrBelow, listCalledBefore, type ShortPlace } from './queries.ts';

const page = 2_000;
/** So many names that nobody knows are looked for among those that are there; beyond it is a wrong column, not slips. */
const mostLookedFor = 400;

/** By what a place can be named in a cell: its code, its whole name, and its name without "xã" or "thôn", folded. */
export function calledOf({ name, officialCode }: { name: string; officialCode: string | null }): string[] {
	const called = [fold(name), fold(bareName(name)), ...(officialCode === null ? [] : [fold(officialCode)])];
	return [...new Set(called)];
}

/** All that lies at or below one place, as a list of places, or of people in organisations, is checked against it. */
export class KnownPlaces {
	readonly root: ShortPlace;
	readonly #byId = new Map<string, ShortPlace>();
	readonly #called = new Map<string, ShortPlace[]>();
	/** By what they were called before. */
	readonly #formerly = new Map<string, ShortPlace[]>();
	readonly #inside = new Map<string, ShortPlace>();
	readonly #codes = new Map<string, ShortPlace>();
	readonly #near = new Map<string, string>();
	readonly #day: string;

	private constructor(root: ShortPlace, day: string) {
		this.root = root;
		this.#day = day;
	}

	/** With `only`, the places of one kind. */
	static async load(
		reader: Reader,
		{ root, day, only }: { root: ShortPlace; day: string; only?: ShortPlace['kind'] }
	): Promise<KnownPlaces> {
		const known = new KnownPlaces(root, day);
		for (let after = '', more = true; more;) {
			const found = await listAtOrBelow(reader, { path: root.path, after, limit: page });
			for (const place of found) if (only === undefined || place.kind === only) known.#add(place);
			after = found.at(-1)?.id ?? after;
			more = found.length === page;
			await others();
		}
		for (const { placeId, folded } of await listCalledBefore(reader, root.path)) known.#addFormer(placeId, folded);
		return known;
	}

	#add(place: ShortPlace): void {
		this.#byId.set(place.id, place);
		for (const called of calledOf(place)) {
			const same = this.#called.get(called);
			if (same) same.push(place);
			else this.#called.set(called, [place]);
		}
		if (!this.stands(place)) return;
		this.#inside.set(`${place.parentId} ${sameName(place.name)}`, place);
		const code = codeKey(place, place.parentId ?? '');
		if (code !== null) this.#codes.set(code, place);
	}

	#addFormer(id: string, folded: string): void {
		const place = this.#byId.get(id);
		if (place) this.#formerly.set(folded, [...(this.#formerly.get(folded) ?? []), place]);
	}

	stands({ validTo }: ShortPlace): boolean {
		return validTo === null || validTo >= this.#day;
	}

	/** Those that are called so, or else were, and stand; where one went into another, that one. */
	called(text: string): { standing: ShortPlace[]; ended: boolean } {
		const now = this.#called.get(text) ?? [];
		const all = now.some((place) => this.stands(place)) ? now : [...now, ...(this.#formerly.get(text) ?? [])];
		const whole = all.filter(({ name, officialCode }) => fold(name) === text || fold(officialCode ?? '') === text);
		const meant = (whole.length > 0 ? whole : all).map((place) => this.#byId.get(place.mergedInto ?? '') ?? place);
		const standing = [...new Set(meant)].filter((place) => this.stands(place));
		return { standing, ended: meant.length > 0 && standing.length === 0 };
	}

	/** What stands in a place under a name. */
	inside(parentId: string, name: string): ShortPlace | undefined {
		return this.#inside.get(`${parentId} ${sameName(name)}`);
	}

	/** What has this official code already. */
	coded(key: string): ShortPlace | undefined {
		return this.#codes.get(key);
	}

	/** Names that are almost this one, as they are put into a sentence; nothing where there are none. */
	near(text: string): string {
		const told = this.#near.get(text);
		if (told !== undefined || this.#near.size >= mostLookedFor) return told ?? '';
		const names = nearNames(fold(bareName(text)), this.#holders());
		const near = names.map((name) => `“${name}”`).join(', ');
		this.#near.set(text, near);
		return near;
	}

	#nameable: { name: string; bare: string }[] | undefined;

	/** What others lie in: villages and classes are too many, and nothing lies in them. */
	#holders(): { name: string; bare: string }[] {
		this.#nameable ??= [...this.#byId.values()]
			.filter((place) => this.stands(place) && place.kind !== 'village' && place.organisationKind !== 'class')
			.map(({ name }) => ({ name, bare: fold(bareName(name)) }));
		return this.#nameable;
	}
}

/** Codes are one place's alone: of provinces, communes and villages everywhere, of organisations where they lie. */
export function codeKey(
	{ kind, officialCode }: Pick<ShortPlace, 'kind' | 'officialCode'>,
	parent: string
): string | null {
	if (officialCode === null) return null;
	return `${kind} ${kind === 'organisation' ? parent : ''} ${fold(officialCode)}`;
}
