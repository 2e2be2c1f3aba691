import { answers, answerSeconds } from '../metrics.ts';

/** Counters of one route and method, looked up once: counting an answer is two additions. */
interface Counting {
	readonly statuses: { inc(): void }[];
	readonly seconds: { observe(value: number): void };
}

const known = new Map<string, Map<string, Counting>>();

/** Counts an answer under its route pattern, never under its address. */
export function countAnswer(answered: { route: string | undefined; method: string; status: number; ms: number }): void {
	const route = answered.route ?? 'none';
	let methods = known.get(route);
	if (!methods) known.set(route, (methods = new Map()));
	let counting = methods.get(answered.method);
	if (!counting) methods.set(answered.method, (counting = countingOf(route, answered.method)));
	counting.statuses[Math.floor(answered.status / 100)]?.inc();
	counting.seconds.observe(answered.ms / 1000);
}

function countingOf(route: string, method: string): Counting {
	const named = { route: patternOf(route), method };
	return {
		statuses: [0, 1, 2, 3, 4, 5].map((hundreds) => answers.labels({ ...named, status: `${hundreds}xx` })),
		seconds: answerSeconds.labels(named)
	};
}

/** The site's files have an address each, with a hash that changes with every build: one pattern for all. */
function patternOf(route: string): string {
	return route.startsWith('/_app/') ? '/_app/*' : route;
}
