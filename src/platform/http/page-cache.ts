import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** The ways a page may go over the wire. */
export type Encoding = 'br' | 'gzip' | 'plain';

/** One page as it goes over the wire, in every encoding a browser may ask for. */
export interface ReadyPage {
	readonly etag: string;
	readonly type: string;
	readonly plain: Buffer;
	readonly br: Buffer;
	readonly gzip: Buffer;
}

/** Compresses a page as far as it goes: it is sent many times. */
export async function readyPage(body: Buffer, type: string): Promise<ReadyPage> {
	const [br, gz] = await Promise.all([
		brotli(body, {
			params: {
				[constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
				[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
				[constants.BROTLI_PARAM_SIZE_HINT]: body.length
			}
		}),
		zip(body)
	]);
	return { etag: etagOf(body), type, plain: body, br, gzip: gz };
}

/** The name of a body that changes with every byte of it, as the header has it. */
export function etagOf(body: Buffer): string {
	return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/** The encoding to use for an Accept-Encoding header. */
export function encodingFor(accept: string | undefined): Encoding {
	if (/\bbr\b/.test(accept ?? '')) return 'br';
	return /\bgzip\b/.test(accept ?? '') ? 'gzip' : 'plain';
}

/**
 * Pages that are the same for everyone, rendered once per release and address. Only pages that exist are kept, so the
 * number of lessons bounds the memory; a page asked for by many at once is rendered once.
 */
export class PageCache {
	#release = '';
	#pages = new Map<string, Promise<ReadyPage | null>>();
	#ready = new Map<string, ReadyPage>();

	/** The page under this address in this release; `render` answers null for what must not be kept. */
	async get(release: string, address: string, render: () => Promise<ReadyPage | null>): Promise<ReadyPage | null> {
		this.#turnTo(release);
		const [pages, ready] = [this.#pages, this.#ready];
		let page = pages.get(address);
		if (!page) {
			page = render();
			pages.set(address, page);
			const forget = () => pages.delete(address);
			page.then((rendered) => (rendered ? ready.set(address, rendered) : forget()), forget);
		}
		return page;
	}

	/** The page, where it has been rendered for this release already. */
	ready(release: string, address: string): ReadyPage | undefined {
		this.#turnTo(release);
		return this.#ready.get(address);
	}

	#turnTo(release: string): void {
		if (release === this.#release) return;
		this.#release = release;
		this.#pages = new Map();
		this.#ready = new Map();
	}
}
