import { Agent, request as send, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { callHeaders, pageHeaders } from './http-head.ts';

export interface Reply {
	status: number;
	headers: IncomingHttpHeaders;
	text: string;
	/** The address that answered, after redirects. */
	path: string;
}

interface Asked {
	method?: 'GET' | 'POST' | 'PUT';
	headers?: Readonly<Record<string, string>>;
	body?: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/**
 * A browser as far as the server can tell: it keeps cookies, follows redirects, brings along what a page names
 * (stylesheets, scripts, pictures) and keeps that as long as it is allowed to.
 */
export class Browser {
	readonly #origin: string;
	readonly #cookies = new Map<string, string>();
	/** What is kept of what pages brought: until when it is fresh, and its etag. */
	readonly #kept = new Map<string, { until: number; etag: string | undefined }>();
	/** Every request so far, as `GET /path`. */
	readonly asked: string[] = [];

	constructor(origin: string) {
		this.#origin = origin;
	}

	get cookie(): string {
		return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	}

	/** Opens a page with all it brings; refuses anything but 200. */
	async open(path: string): Promise<Reply> {
		return this.#arrive(await this.#follow(path, await this.#ask(path, { headers: pageHeaders })));
	}

	/** Where a page sends the browser on to, on another site. */
	async sentOn(path: string): Promise<string> {
		const { status, headers } = await this.#ask(path, { headers: pageHeaders });
		if (status !== 303 || headers.location === undefined) throw new Error(`${path} sends nowhere: ${status}`);
		return headers.location;
	}

	/** Sends a form of the page as a browser without a script does, and opens where it leads. */
	async submit(page: Reply, action: string, fields: Record<string, string>): Promise<Reply> {
		const path = resolved(action, this.#origin + page.path);
		const reply = await this.#ask(path, {
			method: 'POST',
			headers: {
				...pageHeaders,
				origin: this.#origin,
				referer: this.#origin + page.path,
				'content-type': 'application/x-www-form-urlencoded'
			},
			body: new URLSearchParams(fields).toString()
		});
		return this.#arrive(await this.#follow(path, reply));
	}

	/** Calls the API as a page's script does; refuses anything but success. */
	async call<T>(path: string, body?: unknown, method: 'POST' | 'PUT' = 'POST'): Promise<T> {
		const reply = await this.#ask(`/api${path}`, {
			method: body === undefined ? 'GET' : method,
			headers: {
				...callHeaders,
				'accept-language': 'vi',
				...(body !== undefined && { origin: this.#origin, 'content-type': 'application/json' })
			},
			...(body !== undefined && { body: JSON.stringify(body) })
		});
		if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${reply.text}`);
		return JSON.parse(reply.text) as T; // the contract of the API
	}

	async #follow(path: string, reply: Reply): Promise<Reply> {
		const { location } = reply.headers;
		if (reply.status !== 303 || location === undefined) return { ...reply, path };
		const next = resolved(location, this.#origin + path);
		return this.#follow(next, await this.#ask(next, { headers: pageHeaders }));
	}

	async #arrive(page: Reply): Promise<Reply> {
		if (page.status !== 200) throw new Error(`${page.path}: ${page.status}`);
		for (const path of broughtBy(page.text)) await this.#bring(resolved(path, this.#origin + page.path));
		return page;
	}

	async #bring(path: string): Promise<void> {
		const kept = this.#kept.get(path);
		if (kept && kept.until > Date.now()) return;
		const reply = await this.#ask(path, {
			headers: { ...callHeaders, ...(kept?.etag && { 'if-none-match': kept.etag }) }
		});
		if (reply.status !== 200 && reply.status !== 304) throw new Error(`${path}: ${reply.status}`);
		const seconds = Number(/max-age=(\d+)/.exec(reply.headers['cache-control'] ?? '')?.[1] ?? 0);
		this.#kept.set(path, { until: Date.now() + seconds * 1000, etag: reply.headers.etag });
	}

	#ask(path: string, { method = 'GET', headers, body }: Asked): Promise<Reply> {
		this.asked.push(`${method} ${path}`);
		return new Promise((resolve, reject) => {
			const { cookie } = this;
			const url = new URL(path, this.#origin);
			const out = send(
				url,
				{
					method,
					agent,
					headers: {
						...headers,
						...(cookie && { cookie }),
						...(body !== undefined && { 'content-length': Buffer.byteLength(body) })
					}
				},
				(answer) => {
					this.#keepCookies(answer.headers['set-cookie'] ?? []);
					const { statusCode: status = 0, headers } = answer;
					textOf(answer).then((text) => resolve({ status, headers, text, path }), reject);
				}
			);
			out.on('error', reject);
			out.end(body);
		});
	}

	#keepCookies(lines: readonly string[]): void {
		for (const line of lines) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			if (value === '' || /max-age=0\b/i.test(line)) this.#cookies.delete(name);
			else this.#cookies.set(name, value);
		}
	}
}

/** The stylesheets, scripts and pictures that a page names; pictures that are only loaded when they come into sight are not among them. */
function broughtBy(html: string): string[] {
	const links = [...html.matchAll(/<link\b[^>]*>/g)].map(([tag]) => tag);
	const wanted = links.filter((tag) => /rel="(stylesheet|icon|modulepreload|preload)"/.test(tag));
	const scripts = [...html.matchAll(/<(?:script|img)\b[^>]*>/g)].map(([tag]) => tag);
	return [...wanted, ...scripts.filter((tag) => !tag.includes('loading="lazy"'))]
		.flatMap((tag) => /(?:href|src)="([^"]+)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? [])
		.filter((path) => !path.startsWith('data:'));
}

function resolved(path: string, base: string): string {
	const url = new URL(path, base);
	return url.pathname + url.search;
}

async function textOf(answer: IncomingMessage): Promise<string> {
	const bytes = await buffer(answer);
	const encoding = answer.headers['content-encoding'];
	if (bytes.length === 0) return ''; // a 304 names the encoding too
	if (encoding === 'br') return brotliDecompressSync(bytes).toString();
	return (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString();
}
