import { sameName } from '../new-place.ts';
import { codeKey, type KnownPlaces } from './known-places.ts';
import { rowsIn, type Meant, type Node } from './list-nodes.ts';
import type { ShortPlace } from './queries.ts';
import type { ListProblem } from './read-row.ts';

/** Deeper in each other than this nothing lies. */
const mostDepth = 10;

/** Says of each row what is to become of it, when all that it rests on is judged. */
export class Judge {
	readonly #known: KnownPlaces;
	readonly #seen = new Map<string, number>();

	constructor(known: KnownPlaces) {
		this.#known = known;
	}

	refuse(node: Node, ...problems: ListProblem[]): void {
		node.judged = { state: 'bad', problems: [...node.problems, ...problems], knownAs: null, refs: {}, depth: 0 };
	}

	judge(node: Node): void {
		const parent = settle(node.parents, { column: 'under', code: 'under', typed: node.typed.under });
		const boss = settle(node.bosses, { column: 'answersTo', code: 'answers', typed: node.typed.answersTo });
		const told = [...parent.problems, ...boss.problems];
		if (parent.one === null || told.length + node.problems.length > 0) return this.refuse(node, ...told);
		const depth = depthOn(boss.one === null ? [parent.one] : [parent.one, boss.one]);
		if (depth > mostDepth) return this.refuse(node, { column: 'under', code: 'too-deep' });
		const there = 'place' in parent.one ? this.#known.inside(parent.one.place.id, node.parts.name) : undefined;
		const again = this.#again(node, keyOf(parent.one), there);
		if (again !== null) return this.refuse(node, again);
		const refs = { ...refOf(parent.one, 'parent'), ...(boss.one && refOf(boss.one, 'to')) };
		node.judged = there
			? { state: 'known', problems: [], knownAs: there, refs, depth: 0 }
			: { state: 'good', problems: [], knownAs: null, refs, depth };
	}

	/** It is there already as something else, or stands in the list twice, or its code is another's. */
	#again(node: Node, parent: string, there: ShortPlace | undefined): ListProblem | null {
		const { kind, name } = node.parts;
		if (there && there.kind !== kind) return { column: 'name', code: 'name-taken', values: { name: there.name } };
		const code = codeKey(node.parts, parent);
		const coded = code === null ? undefined : this.#known.coded(code);
		if (coded && coded !== there) return { column: 'officialCode', code: 'code-taken', values: { name: coded.name } };
		const twin = this.#see(`${parent} ${sameName(name)}`, node.line);
		if (twin !== null) return { column: 'name', code: 'twin', values: { line: twin } };
		const twice = code === null ? null : this.#see(`code ${code}`, node.line);
		return twice === null ? null : { column: 'officialCode', code: 'code-twice', values: { line: twice } };
	}

	/** The line where the same was seen before. */
	#see(key: string, line: number): number | null {
		const first = this.#seen.get(key);
		if (first === undefined) this.#seen.set(key, line);
		return first ?? null;
	}
}

interface Settled {
	/** What is meant; null where nothing was written, or nothing can be told for certain. */
	readonly one: Meant | null;
	readonly problems: readonly ListProblem[];
}

/** The one thing that is meant, of all that could be: rows that are there already are those places. */
function settle(
	meant: readonly Meant[],
	{ column, code, typed }: { column: string; code: string; typed: string }
): Settled {
	if (meant.length === 0) return { one: null, problems: [] };
	const standing = meant.map(asKnown).filter((each) => !isRefused(each));
	const found = new Map(standing.map((each) => [keyOf(each), each]));
	const [one = null] = found.values();
	if (found.size === 1) return { one, problems: [] };
	const values = { line: rowsIn(meant)[0]?.line ?? 0, typed: typed.slice(0, 60) };
	return { one: null, problems: [{ column, code: `${code}-${one === null ? 'row-bad' : 'several'}`, values }] };
}

function asKnown(one: Meant): Meant {
	const known = 'row' in one ? one.row.judged?.knownAs : null;
	return known ? { place: known } : one;
}

const isRefused = (one: Meant) => 'row' in one && one.row.judged?.state === 'bad';

const keyOf = (one: Meant) => ('row' in one ? `line ${one.row.line}` : one.place.id);

const depthOn = (meant: readonly Meant[]) => Math.max(0, ...rowsIn(meant).map((row) => (row.judged?.depth ?? 0) + 1));

const refOf = (one: Meant, what: 'parent' | 'to'): Record<string, string> =>
	'row' in one ? { [`${what}Line`]: String(one.row.line) } : { [`${what}Id`]: one.place.id };
