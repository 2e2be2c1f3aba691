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

export class WrongSettings extends Error {}

const isLoopback = (origin: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(origin).hostname);

const unclear = (name: string, such: string) =>
	new WrongSettings(`${name} chưa đúng, ví dụ / is not understood, such as: ${such}`);

function originIn(name: string, typed: string): string {
	if (!URL.canParse(typed) || !/^https?:$/.test(new URL(typed).protocol)) throw unclear(name, 'http://localhost:3000');
	return typed;
}

/** Refuses to play for a site that others can reach, unless STANDINS=on says that this is meant; and what makes no sense. */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
	const given = { ...defaults, ...Object.fromEntries(Object.entries(env).filter(([, value]) => value)) };
	const port = portIn(given.STANDIN_PORT);
	const site = originIn('ORIGIN', given.ORIGIN);
	if (!isLoopback(site) && env['STANDINS'] !== 'on')
		throw new WrongSettings(
			'Bản mô phỏng chỉ chạy cho trang trên máy này; muốn chạy cho trang khác, đặt STANDINS=on. / The stand-in only serves a site on this machine, unless STANDINS=on.'
		);
	return {
		...{ port, site, issuer: issuerIn(given.STANDIN_ISSUER || `http://localhost:${port}`) },
		clientId: given.VNEID_CLIENT_ID,
		clientSecret: given.VNEID_CLIENT_SECRET,
		slowMs: Number(given.STANDIN_SLOW_MS)
	};
}

const defaults = {
	STANDIN_PORT: '3100',
	STANDIN_ISSUER: '',
	STANDIN_SLOW_MS: '20000',
	ORIGIN: 'http://localhost:3000',
	VNEID_CLIENT_ID: 'binh-dan-hoc-vu-so',
	VNEID_CLIENT_SECRET: 'chi-de-tap-khong-dung-that'
};

function portIn(typed: string): number {
	const port = Number(typed);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) throw unclear('STANDIN_PORT', '3100');
	return port;
}

function issuerIn(typed: string): string {
	const issuer = originIn('STANDIN_ISSUER', typed);
	if (/(^|\.)gov\.vn$/.test(new URL(issuer).hostname))
		throw new WrongSettings(
			'Bản mô phỏng không mang địa chỉ của cơ quan nhà nước. / The stand-in bears no address of the state.'
		);
	return issuer;
}
