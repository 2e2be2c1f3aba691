import { fold } from '../../platform/text.ts';
import { calledOf, type KnownPlaces } from './known-places.ts';
import type { ShortPlace } from './queries.ts';
import { mayLieIn, readRow, type ListProblem, type ListRow, type RowParts } from './read-row.ts';

/** What a cell may mean: a place that is there, or another row. */
export type Meant = { readonly place: ShortPlace } | { readonly row: Node };

/** A row with all that its cells may mean. */
export interface Node {
	readonly line: number;
	readonly parts: RowParts;
	readonly problems: ListProblem[];
	readonly typed: { readonly under: string; readonly answersTo: string };
	parents: readonly Meant[];
	bosses: readonly Meant[];
	/** What became of it, once it is judged. */
	judged?: Judged;
}

/** What is to become of a row: made below a place that is there or below another row, or known already, or not. */
export interface Judged {
	readonly state: 'good' | 'bad' | 'known';
	readonly problems: readonly ListProblem[];
	/** The place that it is, where that is there already. */
	readonly knownAs: ShortPlace | null;
	/** What it lies in and what it answers to: the id of a place, or a line. */
	readonly refs: Readonly<Record<string, string>>;
	/** How many rows have to be made one after the other before it. */
	readonly depth: number;
}

/** The rows among what a cell may mean. */
export const rowsIn = (meant: readonly Meant[]) => meant.flatMap((each) => ('row' in each ? [each.row] : []));

/** More rows of one name in a file say nothing any more. */
const mostAlike = 20;

/** Rows of a file, by what they can be called. */
export type Called = ReadonlyMap<string, readonly Node[]>;

export function nodeOf(row: ListRow): Node {
	const { cells, line } = row;
	const typed = { under: cells['under'] ?? '', answersTo: cells['answersTo'] ?? '' };
	return { line, ...readRow(row), typed, parents: [], bosses: [] };
}

export function byName(nodes: readonly Node[]): Called {
	const called = new Map<string, Node[]>();
	for (const node of nodes)
		for (const name of calledOf(node.parts)) {
			const same = called.get(name);
			if (same) same.push(node);
			else called.set(name, [node]);
		}
	return called;
}

/** Finds what a row may lie in, and says so where that is nothing. */
export function findParents(node: Node, { known, called }: { known: KnownPlaces; called: Called }): void {
	const { under } = node.typed;
	const tell = (code: string, values: Record<string, string> = {}) =>
		void node.problems.push({ column: 'under', code, values: { typed: under.slice(0, 60), ...values } });
	if (under === '') {
		if (mayLieIn(node.parts, known.root)) node.parents = [{ place: known.root }];
		else tell('under-missing', { place: known.root.name });
		return;
	}
	const { standing, ended } = known.called(fold(under));
	const all = meantBy(node, { standing, called: called.get(fold(under)) });
	node.parents = all.filter((each) => mayLieIn(node.parts, 'row' in each ? each.row.parts : each.place));
	if (node.parents.length > 0) return;
	if (all.length > 0) return tell('under-wrong');
	if (ended) return tell('under-closed');
	const near = known.near(under);
	tell(near === '' ? 'under-unknown' : 'under-near', near === '' ? {} : { near });
}

function meantBy(
	node: Node,
	{ standing, called = [] }: { standing: ShortPlace[]; called: readonly Node[] | undefined }
) {
	const rows = called.filter((each) => each !== node).slice(0, mostAlike);
	return [...standing.map((place): Meant => ({ place })), ...rows.map((row): Meant => ({ row }))];
}

/** Finds what an organisation may answer to: those of the file and of its place first, then any that stands. */
export function findBosses(
	node: Node,
	{
		known,
		called,
		farther
	}: { known: KnownPlaces; called: Called; farther: ReadonlyMap<string, readonly ShortPlace[]> }
): void {
	const { answersTo } = node.typed;
	if (answersTo === '') return;
	const tell = (code: string) =>
		void node.problems.push({ column: 'answersTo', code, values: { typed: answersTo.slice(0, 60) } });
	if (node.parts.kind !== 'organisation') return tell('answers-where');
	const text = fold(answersTo);
	const { standing } = known.called(text);
	const near = standing.filter(({ kind }) => kind === 'organisation');
	const rows = (called.get(text) ?? []).filter(({ parts }) => parts.kind === 'organisation');
	node.bosses = meantBy(node, { standing: near, called: rows });
	if (node.bosses.length === 0) node.bosses = nearest(farther.get(text) ?? [], known.root).map((place) => ({ place }));
	if (node.bosses.length === 0) tell('answers-unknown');
}

/** Those of the same province, where there are some; what is made up and what is not never answer to each other. */
function nearest(found: readonly ShortPlace[], root: ShortPlace): ShortPlace[] {
	const province = /^\/[^/]+\//.exec(root.path)?.[0] ?? '/';
	const fitting = found.filter(({ sample }) => sample === root.sample);
	const same = fitting.filter(({ path }) => path.startsWith(province));
	return same.length > 0 ? same : fitting;
}
