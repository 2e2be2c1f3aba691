import { setImmediate as others } from 'node:timers/promises';
import type { Reader } from '../../platform/persistence/store.ts';
import { fold, tidy } from '../../platform/text.ts';
import type { Place } from '../queries.ts';
import { Judge } from './judge.ts';
import { KnownPlaces } from './known-places.ts';
import { byName, findBosses, findParents, nodeOf, rowsIn, type Called, type Judged, type Node } from './list-nodes.ts';
import { listOrganisationsCalled, type ShortPlace } from './queries.ts';
import type { ListRow } from './read-row.ts';

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
