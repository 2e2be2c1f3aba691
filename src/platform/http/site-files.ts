import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Config } from '../config.ts';
import { answerNote } from './counting.ts';
import type { Front } from './front.ts';
import { etagOf } from './page-cache.ts';
import { pathOf, readyAnswer, sendReady, type ReadyAnswer } from './ready-answer.ts';

const types: Readonly<Record<string, string>> = {
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8'
};

/** A year for what the build named after its content, a day for the rest. */
const lifetimes = { immutable: 'public, max-age=31536000, immutable', named: 'public, max-age=86400' } as const;

/**
 * Sends the files of the built site, about a hundred kilobytes, from memory, as the build compressed them. Fails for a
 * folder that holds a kind of file whose type is not known here.
 */
export function siteFilesFront(config: Config, folder: string): Front {
	const files = readSiteFiles(config, folder);
	const note = answerNote(config);
	return (request, response) => {
		const { method = '' } = request;
		const file = method === 'GET' || method === 'HEAD' ? files.get(pathOf(request.url ?? '')) : undefined;
		if (!file) return false;
		const startedAt = performance.now();
		const status = sendReady(file, { request, response });
		note({ route: '/_app/*', method, status, ms: performance.now() - startedAt });
		return true;
	};
}

/** Every file under the folder, by its address. */
function readSiteFiles(config: Config, folder: string): ReadonlyMap<string, ReadyAnswer> {
	const found = readdirSync(folder, { recursive: true, withFileTypes: true });
	const files = found.filter((each) => each.isFile() && !/\.(br|gz)$/.test(each.name));
	const answers = files.map(({ parentPath, name }): [string, ReadyAnswer] => {
		const file = join(parentPath, name);
		const address = `/${relative(folder, file).split(sep).join('/')}`;
		const type = types[extname(name)];
		if (type === undefined) throw new Error(`${address}: no type is known for files like this`);
		const plain = readFileSync(file);
		const [br, gzip] = [readFileSync(`${file}.br`), readFileSync(`${file}.gz`)];
		const page = { etag: etagOf(plain), type, plain, br, gzip };
		const lifetime = lifetimes[address.startsWith('/_app/immutable/') ? 'immutable' : 'named'];
		const headers = { etag: page.etag, vary: 'accept-encoding', 'cache-control': lifetime };
		return [address, readyAnswer(config, page, headers)];
	});
	return new Map(answers);
}
