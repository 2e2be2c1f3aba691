import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Fault } from '../../src/standins/vneid/faults.ts';
import { passcode } from '../../src/standins/vneid/people.ts';
import { openStandIn } from '../../src/standins/vneid/provider.ts';
import { serveStandIn } from '../../src/standins/vneid/server.ts';
import { freePort } from './free-port.ts';

export const vneidSettings = { VNEID_CLIENT_ID: 'bdhvs-thu', VNEID_CLIENT_SECRET: 'mot-bi-mat-chi-de-thu' };

export interface StandInServer {
	/** The settings of a site that signs people in through it. */
	settings: Record<string, string>;
	/** Goes through its pages as a browser without script would: gives the address it sends the browser back to. */
	visit(url: string, how: Visit): Promise<URL>;
	stop(): Promise<void>;
}

export interface Visit {
	person: string;
	fault?: Fault;
	consent?: boolean;
	passcode?: string;
}

/** The stand-in for VNeID, on a port of its own, speaking over HTTP. */
export async function aStandIn({ site = 'http://hoc.test', slowMs = 30_000 } = {}): Promise<StandInServer> {
	const port = await freePort();
	const issuer = `http://localhost:${port}`;
	const clientId = vneidSettings.VNEID_CLIENT_ID;
	const clientSecret = vneidSettings.VNEID_CLIENT_SECRET;
	const server = serveStandIn(await openStandIn({ port, issuer, site, clientId, clientSecret, slowMs }), clientId);
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	if ((server.address() as AddressInfo).port !== port) throw new Error('the stand-in listens elsewhere');
	const stop = async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	};
	onTestFinished(stop);
	return {
		settings: { ...vneidSettings, VNEID_ISSUER: issuer, STANDINS: 'on' },
		visit: (url, how) => visit({ issuer, site }, url, how),
		stop
	};
}

async function visit({ issuer, site }: { issuer: string; site: string }, url: string, how: Visit): Promise<URL> {
	const cookies = new Map<string, string>();
	const go = async (address: string, form?: Record<string, string>) => {
		const answer = await fetch(new URL(address, issuer), {
			redirect: 'manual',
			method: form ? 'POST' : 'GET',
			headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
			...(form && { body: new URLSearchParams(form) })
		});
		for (const line of answer.headers.getSetCookie()) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			cookies.set(name, value);
		}
		return answer;
	};
	/** Follows redirections to the next page of the stand-in's, or to the site. */
	const follow = async (answer: Response): Promise<{ page: string } | { back: URL }> => {
		let at = answer;
		for (let step = 0; step < 8; step++) {
			const location = at.headers.get('location');
			if (location === null) return { page: await at.text() };
			if (location.startsWith(site)) return { back: new URL(location) };
			at = await go(location);
		}
		throw new Error('the stand-in sends round and round');
	};
	const first = await follow(await go(url));
	if ('back' in first) return first.back;
	const [, uid = ''] = /action="\/tap\/([\w-]+)\//.exec(first.page) ?? [];
	if (!first.page.includes('MÔ PHỎNG')) throw new Error('the stand-in does not say what it is');
	const second = await follow(
		await go(`/tap/${uid}/vao`, { person: how.person, passcode: how.passcode ?? passcode, fault: how.fault ?? '' })
	);
	if ('back' in second) return second.back;
	const [, again = ''] = /action="\/tap\/([\w-]+)\/dong-y/.exec(second.page) ?? [];
	if (again === '') throw new Error(`the stand-in says: ${second.page.replace(/<[^>]+>/g, ' ')}`);
	const third = await follow(await go(`/tap/${again}/${how.consent === false ? 'thoi' : 'dong-y'}`, {}));
	if ('back' in third) return third.back;
	throw new Error(`the stand-in says: ${third.page.replace(/<[^>]+>/g, ' ')}`);
}
