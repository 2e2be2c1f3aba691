import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { composeHouse, createApp } from '../../src/compose.ts';
import { aHouse, type TestHouse } from './a-house.ts';
import { aPhone, type Phone, type TestApp } from './an-app.ts';

/** A site that listens, a phone there, and how many requests went the whole way through Fastify. */
export async function aListeningSite(base?: TestHouse) {
	const house = (await composeHouse(base ?? (await aHouse()))) as TestApp['house'];
	const app = await createApp(house);
	let through = 0;
	app.addHook('onRequest', (_request, _reply, done) => {
		through++;
		done();
	});
	await app.listen({ port: 0, host: '127.0.0.1' });
	onTestFinished(() => app.close());
	const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
	return { app, house, origin, phone: aPhone(app), through: () => through };
}

export type Site = Awaited<ReturnType<typeof aListeningSite>>;

/** What the phone is told over the network, without the date. */
export async function ask(
	{ origin, phone }: { readonly origin: string; readonly phone: Phone },
	path = '/me/progress',
	headers: Record<string, string> = {}
) {
	const cookie = [...phone.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	const answer = await fetch(`${origin}/api${path}`, { headers: { cookie, 'accept-language': 'vi', ...headers } });
	const { date: _date, ...told } = Object.fromEntries(answer.headers);
	return { status: answer.status, headers: told, body: (await answer.json()) as { learner: { known: boolean } } };
}
