import { setImmediate as others } from 'node:timers/promises';
import type { Reader } from '../../platform/persistence/store.ts';
import { fold, tidy } from '../../platform/text.ts';
import { sameName } from '../new-place.ts';
import type { Place } from '../queries.ts';
import { codeKey, KnownPlaces } from './known-places.ts';
import {
	byName,
	findBosses,
	findParents,
	nodeOf,
	type Called,
	type Judged,
	type Meant,
	type Node
} from './list-nodes.ts';
import { listOrganisationsCalled, type ShortPlace } from './queries.ts';
import type { ListProblem, ListRow } from './read-row.ts';

/** Deeper in each other than this nothing lies. */
const mostDepth = 10;
const breath = 1_000;

/**
 * Looks at a list of places as a whole: what each row lies in and answers to, among the places that are there and the
 * other rows, whatever their order; what is there already; what stands in the list twice.
 */
export async function checkList(
	reader: Reader,
	{ root, rows, day }: { root: Place; rows: readonly ListRow[]; day: string }
): Promise<ReadonlyMap<number, Judged>> {
	const known = await KnownPlaces.load(reader, { root, day });
	const nodes: Node[] = [];
	await each(rows, (row) => void nodes.push(nodeOf(row)));
	const called = byName(nodes);
	await each(nodes, (node) => findParents(node, { known, called }));
	const farther = await organisationsFarther(reader, nodes, { known, called });
	await each(nodes, (node) => findBosses(node, { known, called, farther }));
	const judge = new Judge(known);
	for (const level of levelsOf(nodes)) await each(level, (node) => judge.judge(node));
	for (const node of nodes) if (!node.judged) judge.refuse(node, { column: 'under', code: 'round' });
	return new Map(nodes.flatMap(({ line, judged }) => (judged ? [[line, judged]] : [])));
}

/** One after the other; others have their turn in between. */
async function each<Item>(items: readonly Item[], work: (item: Item) => void): Promise<void> {
	for (const [i, item] of items.entries()) {
		work(item);
		if (i % breath === breath - 1) await others();
	}
}

/** Organisations that rows answer to and that lie neither here nor in the file, by how they were written. */
async function organisationsFarther(
	reader: Reader,
	nodes: readonly Node[],
	{ known, called }: { known: KnownPlaces; called: Called }
): Promise<ReadonlyMap<string, readonly ShortPlace[]>> {
	const wanted = new Map<string, { folded: string; code: string }>();
	for (const { typed } of nodes) {
		const folded = fold(typed.answersTo);
		if (folded === '' || called.has(folded) || known.called(folded).standing.length > 0) continue;
		wanted.set(folded, { folded, code: tidy(typed.answersTo) });
	}
	const found = new Map<string, ShortPlace[]>();
	for (const place of await listOrganisationsCalled(reader, [...wanted.values()]))
		for (const text of new Set([fold(place.name), fold(place.officialCode ?? '')]))
			found.set(text, [...(found.get(text) ?? []), place]);
	return found;
}

/** The rows in the order in which they can be judged: those first that rest on no other. What rests on itself is in none. */
function* levelsOf(nodes: readonly Node[]): Generator<Node[]> {
	const waiting = new Map<Node, number>();
	const above = new Map<Node, Node[]>();
	for (const node of nodes) {
		const needs = new Set(rowsIn([...node.parents, ...node.bosses]));
		waiting.set(node, needs.size);
		for (const need of needs) {
			const resting = above.get(need);
			if (resting) resting.push(node);
			else above.set(need, [node]);
		}
	}
	let level = nodes.filter((node) => waiting.get(node) === 0);
	while (level.length > 0) {
		yield level;
		const next: Node[] = [];
		for (const node of level.flatMap((done) => above.get(done) ?? [])) {
			const left = (waiting.get(node) ?? 0) - 1;
			waiting.set(node, left);
			if (left === 0) next.push(node);
		}
		level = next.sort((a, b) => a.line - b.line);
	}
}

const rowsIn = (meant: readonly Meant[]) => meant.flatMap((each) => ('row' in each ? [each.row] : []));

type Settled = { place: ShortPlace } | { row: Node } | { code: string; values: Record<string, number> };

/** Says of each row what is to become of it, when all that it rests on is judged. */
class Judge {
	readonly #known: KnownPlaces;
	readonly #seen = new Map<string, number>();

	constructor(known: KnownPlaces) {
		this.#known = known;
	}

	refuse(node: Node, ...problems: ListProblem[]): void {
		node.judged = { state: 'bad', problems: [...node.problems, ...problems], knownAs: null, refs: {}, depth: 0 };
	}

	judge(node: Node): void {
		const parent = node.parents.length > 0 ? settle(node.parents, 'under') : null;
		const boss = node.bosses.length > 0 ? settle(node.bosses, 'answers') : null;
		const told = [
			...problemsOf(parent, { column: 'under', typed: node.typed.under }),
			...problemsOf(boss, { column: 'answersTo', typed: node.typed.answersTo })
		];
		if (parent === null || 'code' in parent || told.length + node.problems.length > 0)
			return this.refuse(node, ...told);
		const rows = rowsIn([parent, ...(boss === null || 'code' in boss ? [] : [boss])]);
		const depth = Math.max(0, ...rows.map((row) => (row.judged?.depth ?? 0) + 1));
		if (depth > mostDepth) return this.refuse(node, { column: 'under', code: 'too-deep' });
		const refs = { ...refOf(parent, 'parent'), ...(boss === null || 'code' in boss ? {} : refOf(boss, 'to')) };
		const there = 'place' in parent ? this.#known.inside(parent.place.id, node.parts.name) : undefined;
		const again = this.#again(node, keyOf(parent), there);
		if (again.length > 0) return this.refuse(node, ...again);
		const state = there ? 'known' : 'good';
		node.judged = { state, problems: [], knownAs: there ?? null, refs, depth: there ? 0 : depth };
	}

	/** It is there already as something else, or stands in the list twice, or its code is another's. */
	#again(node: Node, parent: string, there: ShortPlace | undefined): ListProblem[] {
		const { kind, name } = node.parts;
		if (there && there.kind !== kind) return [{ column: 'name', code: 'name-taken', values: { name: there.name } }];
		const code = codeKey(node.parts, parent);
		const coded = code === null ? undefined : this.#known.coded(code);
		if (coded && coded !== there) return [{ column: 'officialCode', code: 'code-taken', values: { name: coded.name } }];
		const twin = this.#see(`${parent} ${sameName(name)}`, node.line);
		if (twin !== null) return [{ column: 'name', code: 'twin', values: { line: twin } }];
		const twice = code === null ? null : this.#see(`code ${code}`, node.line);
		return twice === null ? [] : [{ column: 'officialCode', code: 'code-twice', values: { line: twice } }];
	}

	/** The line where the same was seen before. */
	#see(key: string, line: number): number | null {
		const first = this.#seen.get(key);
		if (first === undefined) this.#seen.set(key, line);
		return first ?? null;
	}
}

/** The one thing that is meant, of all that could be: rows that are there already are those places. */
function settle(meant: readonly Meant[], column: 'under' | 'answers'): Settled {
	const found = new Map<string, Settled>();
	for (const each of meant) {
		const one = 'row' in each && each.row.judged?.knownAs ? { place: each.row.judged.knownAs } : each;
		if ('row' in one && one.row.judged?.state === 'bad') continue;
		found.set(keyOf(one), one);
	}
	const [first] = found.values();
	if (first && found.size === 1) return first;
	const line = rowsIn(meant)[0]?.line ?? 0;
	return { code: found.size === 0 ? `${column}-row-bad` : `${column}-several`, values: { line } };
}

const keyOf = (one: Meant) => ('row' in one ? `line ${one.row.line}` : one.place.id);

function problemsOf(settled: Settled | null, { column, typed }: { column: string; typed: string }): ListProblem[] {
	if (settled === null || !('code' in settled)) return [];
	return [{ column, code: settled.code, values: { ...settled.values, typed: typed.slice(0, 60) } }];
}

const refOf = (one: Meant, what: 'parent' | 'to'): Record<string, string> =>
	'row' in one ? { [`${what}Line`]: String(one.row.line) } : { [`${what}Id`]: one.place.id };
