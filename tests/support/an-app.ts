import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { composeHouse, createApp, type WholeHouse } from '../../src/compose.ts';
import { aHouse, type TestClock } from './a-house.ts';

export interface Reply {
	status: number;
	/** The parsed JSON body; `unknown` shapes are for the test to name. */
	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads whatever the contract promises
	body: any;
	headers: Record<string, string | string[] | number | undefined>;
	raw: Buffer;
}

/** A phone: keeps the cookies it is given and sends them back, like a browser. */
export interface Phone {
	call(
		method: 'GET' | 'POST' | 'PUT' | 'DELETE',
		path: string,
		body?: unknown,
		headers?: Record<string, string>
	): Promise<Reply>;
	readonly cookies: Map<string, string>;
}

export interface TestApp {
	app: FastifyInstance;
	house: WholeHouse & { clock: TestClock };
	/** A new phone that nobody has used, behind this address. */
	aPhone(remoteAddress?: string): Phone;
}

/** The whole API on a database of its own, with the small content of tests/support/content. */
export async function anApp(settings: Record<string, string> = {}): Promise<TestApp> {
	const base = await aHouse(settings);
	const house = await composeHouse(base);
	const app = await createApp(house);
	await app.ready();
	onTestFinished(() => app.close());
	return { app, house: house as TestApp['house'], aPhone: (address) => aPhone(app, address) };
}

/** A new phone that calls the API of this server. */
export function aPhone(app: FastifyInstance, remoteAddress = '203.0.113.7'): Phone {
	const cookies = new Map<string, string>();
	return {
		cookies,
		async call(method, path, body, headers = {}) {
			const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
			const answer = await app.inject({
				method,
				remoteAddress,
				url: `/api${path}`,
				headers: {
					host: 'hoc.test',
					origin: 'http://hoc.test',
					'accept-language': 'vi',
					...(cookie && { cookie }),
					...(body !== undefined && { 'content-type': 'application/json' }),
					...headers
				},
				...(body !== undefined && {
					payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
				})
			});
			for (const { name, value, maxAge } of answer.cookies) {
				if (value === '' || maxAge === 0) cookies.delete(name);
				else cookies.set(name, value);
			}
			return {
				status: answer.statusCode,
				body: parsed(answer.payload),
				headers: answer.headers,
				raw: answer.rawPayload
			};
		}
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
