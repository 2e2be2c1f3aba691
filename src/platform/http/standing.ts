import type { FastifyInstance } from 'fastify';

/** What must be so for this process to be sent requests; each check throws or rejects where it is not. */
export type Checks = Readonly<Record<string, () => unknown>>;

declare module 'fastify' {
	interface FastifyInstance {
		/** Says from now on that this process takes no new requests. */
		beginClosing(): void;
	}
}

const longestMs = 2_000;

/**
 * `/healthz`: the process lives. `/readyz`: it can do its work; 503 says which part can't. Never later than two
 * seconds, and however often it is asked, each check runs once at a time.
 */
export function mountStanding(app: FastifyInstance, checks: Checks): void {
	let closing = false;
	const parts = Object.entries(checks).map(([name, check]) => [name, onceAtATime(check)] as const);
	app.decorate('beginClosing', () => void (closing = true));
	app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ ok: true }));
	app.get('/readyz', async (_request, reply) => {
		const states = await Promise.all(parts.map(async ([name, check]) => [name, await stateOf(check)] as const));
		const told = Object.fromEntries([...states, ['running', closing ? 'closing' : 'ok']]);
		const ready = Object.values(told).every((state) => state === 'ok');
		return reply
			.code(ready ? 200 : 503)
			.header('cache-control', 'no-store')
			.headers(ready ? {} : { 'retry-after': '5' })
			.send({ ready, parts: told });
	});
}

/** Says nothing of why: that is in the log, and this address is open to everyone. */
async function stateOf(check: () => Promise<unknown>): Promise<'ok' | 'failing' | 'no answer'> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<'no answer'>((resolve) => (timer = setTimeout(() => resolve('no answer'), longestMs)));
	const state = check().then(
		() => 'ok' as const,
		() => 'failing' as const
	);
	return Promise.race([state, late]).finally(() => clearTimeout(timer));
}

function onceAtATime(check: () => unknown): () => Promise<unknown> {
	let running: Promise<unknown> | null = null;
	return () =>
		(running ??= Promise.resolve()
			.then(check)
			.finally(() => (running = null)));
}
