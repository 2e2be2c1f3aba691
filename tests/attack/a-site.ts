import { existsSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { composeHouse, createApp, sitePartsOf } from '../../src/compose.ts';
import { mountSite } from '../../src/platform/http/site.ts';
import { aHouse, aPhone, type TestApp } from '../support/index.ts';

export interface TestSite extends TestApp {
	/** Where it listens. */
	origin: string;
	/** What an attacker sends, byte for byte, and all that comes back until the connection is closed. */
	raw(request: string): Promise<string>;
}

// A site of its own and hundreds of requests: no test of it ends within the usual half minute on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const folder = join(import.meta.dirname, '../../build/site');

/** API and built pages together, listening on a port of this machine, as `npm start` has them. */
export async function aSite(settings: Record<string, string> = {}): Promise<TestSite> {
	if (!existsSync(folder)) throw new Error('the pages are not built: run `npm test`, or `npm start` once');
	const base = await aHouse(settings);
	const house = await composeHouse(base);
	const app = await createApp(house);
	await mountSite(app, sitePartsOf(house, folder));
	await app.listen({ port: 0, host: '127.0.0.1' });
	onTestFinished(() => app.close());
	const { port } = app.server.address() as AddressInfo; // it listens on a port, not a pipe
	return {
		app,
		house: house as TestApp['house'],
		origin: `http://127.0.0.1:${port}`,
		aPhone: () => aPhone(app),
		raw: (request) => sendRaw(port, request)
	};
}

function sendRaw(port: number, request: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const socket = connect(port, '127.0.0.1', () => socket.write(request, 'latin1'));
		let answer = '';
		socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
		socket.on('close', () => resolve(answer));
		socket.on('error', (error: NodeJS.ErrnoException) =>
			error.code === 'ECONNRESET' ? resolve(answer) : reject(error)
		);
	});
}
