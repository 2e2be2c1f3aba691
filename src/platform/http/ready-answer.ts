import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '../config.ts';
import { securityHeaders, strictTransport } from './headers.ts';
import { encodingFor, type Encoding, type ReadyPage } from './page-cache.ts';

/** What lies ready to be sent, with the headers of each encoding in the flat form that Node writes without looking at it again. */
export interface ReadyAnswer {
	readonly page: ReadyPage;
	readonly headers: Readonly<Record<Encoding | 'unchanged', readonly string[]>>;
}

/** Makes an answer ready; `own` are its headers besides those that every answer has. */
export function readyAnswer(config: Config, page: ReadyPage, own: Readonly<Record<string, string>>): ReadyAnswer {
	const always = {
		...securityHeaders,
		...(config.origin.startsWith('https:') && { 'strict-transport-security': strictTransport }),
		...own
	};
	const whole = (encoding: Encoding) =>
		flat({
			...always,
			'content-type': page.type,
			'content-length': String(page[encoding].length),
			...(encoding !== 'plain' && { 'content-encoding': encoding })
		});
	return { page, headers: { br: whole('br'), gzip: whole('gzip'), plain: whole('plain'), unchanged: flat(always) } };
}

/** Sends it to a GET or HEAD: whole, or as unchanged to who has it. `more` are headers of this one sending. */
export function sendReady(
	{ page, headers }: ReadyAnswer,
	{ request, response }: { request: IncomingMessage; response: ServerResponse },
	more: readonly string[] = []
): 200 | 304 {
	const unchanged = request.headers['if-none-match'] === page.etag;
	const encoding = encodingFor(request.headers['accept-encoding'] as string | undefined); // Node joins repeated ones
	const status = unchanged ? 304 : 200;
	response.writeHead(status, [...headers[unchanged ? 'unchanged' : encoding], ...more]);
	response.end(unchanged || request.method === 'HEAD' ? undefined : page[encoding]);
	return status;
}

const flat = (headers: Record<string, string>): string[] => Object.entries(headers).flat();

/** Everything before the query: what lies ready looks at no query. */
export function pathOf(url: string): string {
	const query = url.indexOf('?');
	return query < 0 ? url : url.slice(0, query);
}
