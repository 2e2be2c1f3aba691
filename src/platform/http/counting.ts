import type { Config } from '../config.ts';
import { isLogged, logLines } from '../log.ts';
import { answers, answerSeconds } from '../metrics.ts';
import { newRequestId } from './request-id.ts';

/** Counters of one route and method, looked up once: counting an answer is two additions. */
interface Counting {
	readonly statuses: { inc(): void }[];
	readonly seconds: { observe(value: number): void };
}

const known = new Map<string, Map<string, Counting>>();

/** That something was answered: by which route, never under which address. */
export interface Answered {
	route: string | undefined;
	method: string;
	status: number;
	ms: number;
}

/** Notes answers that are given before the server's own hooks: counts them, and writes the line its log would have. */
export function answerNote(config: Config): (answered: Answered) => void {
	const logged = isLogged(config, 'info');
	return (answered) => {
		countAnswer(answered);
		if (!logged) return;
		const { route, method, status, ms } = answered;
		logLines.write(
			`{"level":30,"time":${Date.now()},"reqId":"${newRequestId()}","method":"${method}","route":"${route}","status":${status},"ms":${Math.round(ms)},"msg":"answered"}\n`
		);
	};
}

/** Counts an answer under its route pattern. */
export function countAnswer(answered: Answered): void {
	const route = answered.route ?? 'none';
	let methods = known.get(route);
	if (!methods) known.set(route, (methods = new Map()));
	let counting = methods.get(answered.method);
	if (!counting) methods.set(answered.method, (counting = countingOf(route, answered.method)));
	counting.statuses[Math.floor(answered.status / 100)]?.inc();
	counting.seconds.observe(answered.ms / 1000);
}

function countingOf(route: string, method: string): Counting {
	const named = { route, method };
	return {
		statuses: [0, 1, 2, 3, 4, 5].map((hundreds) => answers.labels({ ...named, status: `${hundreds}xx` })),
		seconds: answerSeconds.labels(named)
	};
}
