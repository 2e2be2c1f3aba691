import { publicKeyFrom } from '../../platform/message-signature.ts';
import { ownAddress, portIn, siteServed, unclear } from '../ground.ts';

/** What the stand-in is told by its environment. */
export interface Settings {
	port: number;
	/** Its own address, as the site sees it. */
	address: string;
	/** The address of the site that it serves. */
	site: string;
	/** The public key by which it knows the site. */
	siteKey: string;
	/** Where its database and its key lie. */
	folder: string;
	/** How long `slow` waits. */
	slowMs: number;
	/** How long it takes to decide. */
	decideMs: number;
}

const defaults = {
	STANDIN_PORT: '3200',
	STANDIN_ADDRESS: '',
	STANDIN_REGISTER_DIR: 'data/so-ban-tap',
	STANDIN_SLOW_MS: '20000',
	STANDIN_DECIDE_MS: '5000',
	SITE_KEY: ''
};

/** Refuses to play for a site that others can reach, unless STANDINS=on says that this is meant; and what makes no sense. */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
	const given = { ...defaults, ...Object.fromEntries(Object.entries(env).filter(([, value]) => value)) };
	const port = portIn(given.STANDIN_PORT);
	return {
		...{ port, site: siteServed(env), siteKey: keyIn(given.SITE_KEY), folder: given.STANDIN_REGISTER_DIR },
		address: ownAddress('STANDIN_ADDRESS', given.STANDIN_ADDRESS || `http://localhost:${port}`),
		slowMs: milliseconds('STANDIN_SLOW_MS', given.STANDIN_SLOW_MS),
		decideMs: milliseconds('STANDIN_DECIDE_MS', given.STANDIN_DECIDE_MS)
	};
}

/** A real point of the curve and not just the right number of signs. */
function keyIn(typed: string): string {
	try {
		if (/^[\w-]{43}$/.test(typed) && publicKeyFrom(typed)) return typed;
	} catch {
		// told below
	}
	throw unclear('SITE_KEY', 'npm run register:key');
}

function milliseconds(name: string, typed: string): number {
	if (!/^\d{1,7}$/.test(typed)) throw unclear(name, '5000');
	return Number(typed);
}
