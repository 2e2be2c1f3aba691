import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';

type Development = typeof import('./development.ts');

/** Addresses that the API server answers itself; everything else is a page. */
const ownedByApi = /^\/(api|media)(\/|$)|^\/(hien-thi\.css|healthz)(\?|$)/;

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
	const rebuild = () => {
		api = api
			.catch(() => undefined)
			.then((running) => running?.stop())
			.then(load)
			.then((module) => module.startApi());
		api.catch((error: unknown) => server.config.logger.error(String(error)));
	};
	const content = resolve(process.env.CONTENT_DIR ?? 'content');
	server.watcher.add(content);
	server.watcher.on('all', (_event, file) => {
		if (file.startsWith(content)) void api.then((running) => running.compile());
		else if (/\/src\/(?!routes|lib)[^/]+\/.*\.(ts|json)$|\/src\/compose\.ts$/.test(file)) rebuild();
	});
	server.middlewares.use((request: IncomingMessage, response: ServerResponse, next) => {
		if (!ownedByApi.test(request.url ?? '')) return void api.then(() => next(), next);
		void api.then((running) => running.answer(request, response), next);
	});
	await api;
}
