import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';

type Development = typeof import('./development.ts');

/** Addresses that the API server answers itself; everything else is a page. */
const ownedByApi = /^\/(api|media)(\/|$)|^\/(hien-thi\.css|healthz|readyz)(\?|$)/;

/**
 * In development one process serves all, as in production: pages by Vite, the API mounted before them and built
 * anew when a server file changes; lessons are compiled again when a content file changes.
 */
export function apiInDevelopment(): Plugin {
	return { name: 'api-in-development', apply: 'serve', configureServer: mount };
}

async function mount(server: ViteDevServer): Promise<void> {
	if (process.env.VITEST) return;
	const load = async () => (await server.ssrLoadModule('/src/commands/development.ts')) as Development;
	let api = load().then((module) => module.startApi());
	// One thing after another: a server is not closed while it compiles lessons.
	let queue: Promise<unknown> = api;
	const next = (job: () => Promise<unknown>) => {
		queue = queue.then(job).catch((error: unknown) => server.config.logger.error(String(error)));
	};
	const rebuild = async () => {
		await (await api.catch(() => undefined))?.stop();
		api = load().then((module) => module.startApi());
		await api;
	};
	const content = resolve(process.env.CONTENT_DIR ?? 'content');
	server.watcher.add(content);
	server.watcher.on('all', (_event, file) => {
		if (file.startsWith(content)) next(async () => (await api).compile());
		else if (/\/src\/(?!routes|lib)[^/]+\/.*\.(ts|json)$|\/src\/compose\.ts$/.test(file)) next(rebuild);
	});
	server.middlewares.use((request: IncomingMessage, response: ServerResponse, next) => {
		if (!ownedByApi.test(request.url ?? '')) return void api.then(() => next(), next);
		void api.then((running) => running.answer(request, response), next);
	});
	await api;
}
