import { ownAddress, portIn, siteServed } from '../ground.ts';

export { WrongSettings } from '../ground.ts';

/** What the stand-in is told by its environment. */
export interface Settings {
	port: number;
	/** Its own address, as the site and the browsers see it. */
	issuer: string;
	/** The address of the site that it serves. */
	site: string;
	clientId: string;
	clientSecret: string;
	/** How long `slow` waits. */
	slowMs: number;
}

/** Refuses to play for a site that others can reach, unless STANDINS=on says that this is meant; and what makes no sense. */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
	const given = { ...defaults, ...Object.fromEntries(Object.entries(env).filter(([, value]) => value)) };
	const port = portIn(given.STANDIN_PORT);
	return {
		...{ port, site: siteServed(env) },
		issuer: ownAddress('STANDIN_ISSUER', given.STANDIN_ISSUER || `http://localhost:${port}`),
		clientId: given.VNEID_CLIENT_ID,
		clientSecret: given.VNEID_CLIENT_SECRET,
		slowMs: Number(given.STANDIN_SLOW_MS)
	};
}

const defaults = {
	STANDIN_PORT: '3100',
	STANDIN_ISSUER: '',
	STANDIN_SLOW_MS: '20000',
	VNEID_CLIENT_ID: 'binh-dan-hoc-vu-so',
	VNEID_CLIENT_SECRET: 'chi-de-tap-khong-dung-that'
};
