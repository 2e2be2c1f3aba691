import type { Fault } from '../../src/standins/vneid/faults.ts';
import { passcode } from '../../src/standins/vneid/people.ts';

export interface Visit {
	person: string;
	fault?: Fault;
	consent?: boolean;
	passcode?: string;
}

/** Goes through the stand-in's pages as a browser without script would, and gives the address it is sent back to. */
export async function visit({ issuer, site }: { issuer: string; site: string }, url: string, how: Visit): Promise<URL> {
	const browser = new PlainBrowser(issuer, site);
	const first = await browser.follow(await browser.go(url));
	if (!first.page?.includes('MÔ PHỎNG')) throw new Error('the stand-in does not say what it is');
	const uid = visitIn(first.page);
	const form = { person: how.person, passcode: how.passcode ?? passcode, fault: how.fault ?? '' };
	const second = await browser.follow(await browser.go(`/tap/${uid}/vao`, form));
	if (second.back) return second.back;
	const again = visitIn(second.page);
	const act = how.consent === false ? 'thoi' : 'dong-y';
	const third = await browser.follow(await browser.go(`/tap/${again}/${act}`, {}));
	if (third.back) return third.back;
	throw new Error(`the stand-in says: ${third.page.replace(/<[^>]+>/g, ' ')}`);
}

const visitIn = (page: string) => /action="\/tap\/([\w-]+)\//.exec(page)?.[1] ?? '';

/** As much of a browser as the stand-in's pages need: it keeps cookies and sends forms. */
class PlainBrowser {
	readonly #issuer: string;
	readonly #site: string;
	readonly #cookies = new Map<string, string>();

	constructor(issuer: string, site: string) {
		[this.#issuer, this.#site] = [issuer, site];
	}

	async go(address: string, form?: Record<string, string>): Promise<Response> {
		const answer = await fetch(new URL(address, this.#issuer), {
			redirect: 'manual',
			method: form ? 'POST' : 'GET',
			headers: { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
			...(form && { body: new URLSearchParams(form) })
		});
		for (const line of answer.headers.getSetCookie()) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			this.#cookies.set(name, value);
		}
		return answer;
	}

	/** Follows redirections to the next page of the stand-in's, or back to the site. */
	async follow(answer: Response): Promise<{ page: string; back?: undefined } | { page?: undefined; back: URL }> {
		let at = answer;
		for (let step = 0; step < 8; step++) {
			const location = at.headers.get('location');
			if (location === null) return { page: await at.text() };
			if (location.startsWith(this.#site)) return { back: new URL(location) };
			at = await this.go(location);
		}
		throw new Error('the stand-in sends round and round');
	}
}
