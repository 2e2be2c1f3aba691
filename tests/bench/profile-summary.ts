import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './server.ts';

/** A processor profile as V8 writes it. */
export interface Profile {
	nodes: { id: number; callFrame: Frame; children?: number[] }[];
	samples: number[];
	timeDeltas: number[];
}
interface Frame {
	functionName: string;
	url: string;
	lineNumber: number;
	columnNumber: number;
}

/** Where a function stands, in words for people. */
interface Place {
	/** `src/assess/queries.ts`, a file of a package, or what node itself does. */
	file: string;
	/** The package, the room of ours, or `node`. */
	owner: string;
	own: boolean;
}

/** The three tables of a profile: what took the time itself, whose it is, and what of ours it was spent for. */
export function summary(profile: Profile): string {
	const tree = treeOf(profile);
	const functions = new Map<string, number>();
	const owners = new Map<string, number>();
	const modules = new Map<string, number>();
	let busy = 0;
	for (const [id, ms] of selfTimes(profile)) {
		const stack = stackOf(id, tree);
		const [top] = stack;
		if (!top || top.functionName === '(idle)' || isProfiling(stack)) continue;
		busy += ms;
		const { called, owner } = described(top, stack);
		add(functions, called, ms);
		add(owners, owner, ms);
		for (const file of ownModules(stack)) add(modules, file, ms);
	}
	return [
		`busy ${busy.toFixed(0)} ms`,
		most('itself, by function', functions, { busy, count: 30 }),
		most('itself, by package or room', owners, { busy, count: 25 }),
		most('with all it calls, by module of ours', modules, { busy, count: 30 })
	].join('\n\n');
}

/** What is written in C++ counts for the JavaScript that called it; the garbage collector's work for nobody. */
function described(top: Frame, stack: readonly Frame[]): { called: string; owner: string } {
	const caller = stack.find(({ url }) => url !== '');
	const name = top.functionName || '(anonymous)';
	if (!caller || (top.functionName.startsWith('(') && top.url === '')) return { called: name, owner: name };
	const { file, owner } = placeOf(caller);
	return { called: `${name}  ${file}${top.url === '' ? ' (native)' : ''}`, owner };
}

/** Collecting the profile is no work of the server's. */
function isProfiling(stack: readonly Frame[]): boolean {
	return stack.some(({ url }) => url.endsWith('/profile-hook.js'));
}

function ownModules(stack: readonly Frame[]): Set<string> {
	const places = stack.filter(({ url }) => url !== '').map(placeOf);
	return new Set(places.filter(({ own }) => own).map(({ file }) => file));
}

function treeOf({ nodes }: Profile): Tree {
	return {
		nodes: new Map(nodes.map((node) => [node.id, node])),
		parents: new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)))
	};
}

function selfTimes({ samples, timeDeltas }: Profile): Map<number, number> {
	const spent = new Map<number, number>();
	samples.forEach((id, i) => spent.set(id, (spent.get(id) ?? 0) + (timeDeltas[i] ?? 0) / 1000));
	return spent;
}

type Tree = { nodes: Map<number, Profile['nodes'][number]>; parents: Map<number, number> };

/** The function and who called it, up to the root. */
function stackOf(id: number, { nodes, parents }: Tree): Frame[] {
	const stack: Frame[] = [];
	for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
		const frame = nodes.get(at)?.callFrame;
		if (frame) stack.push(frame);
	}
	return stack;
}

const places = new Map<string, Place>();

function placeOf({ url, lineNumber, columnNumber }: Frame): Place {
	const key = `${url}:${lineNumber}:${columnNumber}`;
	const known = places.get(key);
	if (known) return known;
	const place = findPlace(url, lineNumber, columnNumber);
	places.set(key, place);
	return place;
}

function findPlace(url: string, line: number, column: number): Place {
	if (!url.startsWith('file:')) return { file: url, owner: 'node', own: false };
	const file = fileURLToPath(url);
	const source = mapFor(file)?.findEntry(line, column);
	const path = relative(root, source && 'originalSource' in source ? resolve(file, '..', source.originalSource) : file);
	const packaged = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(.*)$/.exec(path);
	if (packaged) return { file: `${packaged[1]}/${packaged[2]}`, owner: packaged[1] ?? '', own: false };
	if (path.startsWith('build/site/')) {
		const part = path.slice('build/site/server/'.length);
		return {
			file: `site/${part}`,
			owner: part.startsWith('entries/') ? 'pages' : 'SvelteKit and Svelte',
			own: part.startsWith('entries/')
		};
	}
	return {
		file: path,
		owner: path
			.split('/')
			.slice(0, path.includes('platform') ? 3 : 2)
			.join('/'),
		own: true
	};
}

const maps = new Map<string, SourceMap | null>();

function mapFor(file: string): SourceMap | null {
	const known = maps.get(file);
	if (known !== undefined) return known;
	const map = existsSync(`${file}.map`)
		? new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload) // esbuild wrote it
		: null;
	maps.set(file, map);
	return map;
}

function add(sums: Map<string, number>, name: string, ms: number): void {
	sums.set(name, (sums.get(name) ?? 0) + ms);
}

function most(title: string, sums: Map<string, number>, { busy, count }: { busy: number; count: number }): string {
	const lines = [...sums]
		.sort(([, a], [, b]) => b - a)
		.slice(0, count)
		.map(([name, ms]) => `${((100 * ms) / busy).toFixed(1).padStart(6)} %  ${name}`);
	return `${title}\n${lines.join('\n')}`;
}
