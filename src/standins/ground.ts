export class WrongSettings extends Error {}

const isLoopback = (origin: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(origin).hostname);

export const unclear = (name: string, such: string) =>
	new WrongSettings(`${name} chưa đúng, ví dụ / is not understood, such as: ${such}`);

function originIn(name: string, typed: string): string {
	if (!URL.canParse(typed) || !/^https?:$/.test(new URL(typed).protocol)) throw unclear(name, 'http://localhost:3000');
	return typed;
}

export function portIn(typed: string): number {
	const port = Number(typed);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) throw unclear('STANDIN_PORT', '3100');
	return port;
}

/** An address of the stand-in's own. */
export function ownAddress(name: string, typed: string): string {
	const address = originIn(name, typed);
	if (/(^|\.)gov\.vn$/.test(new URL(address).hostname))
		throw new WrongSettings(
			'Bản mô phỏng không mang địa chỉ của cơ quan nhà nước. / The stand-in bears no address of the state.'
		);
	return address;
}

/** The site a stand-in plays for: one that others can reach only where STANDINS=on says that this is meant. */
export function siteServed(env: Record<string, string | undefined>): string {
	const site = originIn('ORIGIN', env['ORIGIN'] || 'http://localhost:3000');
	if (!isLoopback(site) && env['STANDINS'] !== 'on')
		throw new WrongSettings(
			'Bản mô phỏng chỉ chạy cho trang trên máy này; muốn chạy cho trang khác, đặt STANDINS=on. / The stand-in only serves a site on this machine, unless STANDINS=on.'
		);
	return site;
}

/** Ends a stand-in in words where it can't begin. */
export function endWith(error: unknown): never {
	process.stderr.write(`${error instanceof WrongSettings ? error.message : String((error as Error).stack)}\n`);
	process.exit(1);
}
