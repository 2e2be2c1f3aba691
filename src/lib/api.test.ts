import { expect, it } from 'vitest';
import { ask } from './api.ts';

it.each([
	['DELETE /me/sessions/..', '/api/me/sessions/-'],
	['POST /courses/../attempts', '/api/courses/-/attempts'],
	['GET /records/./pdf', '/api/records/-/pdf'],
	['GET /places/..?x=1', '/api/places/-?x=1'],
	['GET /courses/a..b/lessons/c.d?query=../..', '/api/courses/a..b/lessons/c.d?query=../..']
] as const)('asks %s at %s: no typed dots climb to another address', async (call, address) => {
	let asked = '';
	const fetch = async (to: RequestInfo | URL) => {
		asked = String(to);
		return new Response('{}');
	};
	await ask(fetch, call);
	expect(asked).toBe(address);
});
