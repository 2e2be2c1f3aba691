import { expect, it } from 'vitest';
import { firstAdministratorLink } from '../../src/identity/index.ts';
import { runCampaign } from '../fuzz/campaign.ts';
import type { OpenApi } from '../fuzz/description.ts';
import type { Send } from '../fuzz/players.ts';
import { anApp } from '../support/index.ts';

it('keeps its promises to 1,500 requests made from its own description: no bug, no leak, no answer it does not describe', async () => {
	const { app, house } = await anApp({ ORIGIN: 'http://fuzz.test' });
	const send: Send = async ({ method, url, headers, body }) => {
		const answer = await app.inject({
			method: method as 'GET',
			url,
			headers,
			...(body !== undefined && { payload: body })
		});
		return {
			status: answer.statusCode,
			type: String(answer.headers['content-type'] ?? ''),
			headers: answer.headers as Record<string, string>, // only single ones are looked at
			body: answer.payload,
			cookies: answer.cookies.map(({ name, value }) => [name, value])
		};
	};
	const token = (await firstAdministratorLink(house))?.split('=')[1] ?? '';
	const openApi = app.swagger() as unknown as OpenApi; // an OpenAPI document
	const { sent, faults, statuses } = await runCampaign({
		send,
		openApi,
		token,
		seed: 2026,
		requests: 1_500,
		atOnce: 2
	});
	expect(faults).toEqual([]);
	expect(sent).toBeGreaterThanOrEqual(1_500);
	expect(statuses.size).toBeGreaterThan(30);
}, 120_000);
