import { existsSync } from 'node:fs';

/** Flags that keep the browser quiet on a machine without a network. */
const quiet = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/**
 * The browser for the tests; nothing is downloaded. In this order: CHROMIUM_PATH, the system's Chromium, the binary
 * that comes inside a package.
 */
export async function chromiumPath(): Promise<{ path: string; args: string[] }> {
	const installed = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path));
	if (installed) return { path: installed, args: quiet };
	try {
		const { default: packed } = await import('@sparticuz/chromium');
		return { path: await packed.executablePath(), args: [...new Set([...packed.args, ...quiet])] };
	} catch (error) {
		throw new Error('No browser found: install the package `chromium`, or set CHROMIUM_PATH.', { cause: error });
	}
}
