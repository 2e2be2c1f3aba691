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

/** Refuses to play for a site that others can reach, unless STANDINS=on says that this is meant. */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
	const port = Number(env['STANDIN_PORT'] ?? 3100);
	const site = env['ORIGIN'] ?? 'http://localhost:3000';
	const issuer = env['STANDIN_ISSUER'] ?? `http://localhost:${port}`;
	if (!isLoopback(site) && env['STANDINS'] !== 'on')
		throw new WrongSettings(
			'Bản mô phỏng chỉ chạy cho trang trên máy này; muốn chạy cho trang khác, đặt STANDINS=on. / The stand-in only serves a site on this machine, unless STANDINS=on.'
		);
	return {
		...{ port, issuer, site },
		clientId: env['VNEID_CLIENT_ID'] ?? 'binh-dan-hoc-vu-so',
		clientSecret: env['VNEID_CLIENT_SECRET'] ?? 'chi-de-tap-khong-dung-that',
		slowMs: Number(env['STANDIN_SLOW_MS'] ?? 20_000)
	};
}
