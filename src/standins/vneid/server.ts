import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { InteractionResults } from 'oidc-provider';
import { isFault } from './faults.ts';
import { consentPage, errorPage, signInPage } from './pages.ts';
import { findPerson, passcode } from './people.ts';
import type { StandIn } from './provider.ts';

/** The stand-in's own pages in front of the provider; all of them work without a script. */
export function serveStandIn({ provider, choose }: StandIn, clientId: string): Server {
	const answer = provider.callback();

	async function interact(request: IncomingMessage, response: ServerResponse, act: string): Promise<void> {
		const details = await provider.interactionDetails(request, response);
		const { uid, prompt, session } = details;
		const finish = (result: InteractionResults) => provider.interactionFinished(request, response, result);
		if (act === '')
			return html(response, prompt.name === 'login' ? signInPage(uid) : consentPage(uid, known(session?.accountId)));
		if (request.method !== 'POST') return html(response, errorPage('Không có trang này.'), 404);
		if (act === 'thoi') return finish({ error: 'access_denied', error_description: 'the person said no' });
		if (act === 'dong-y') {
			const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId });
			grant.addOIDCScope('openid profile');
			return finish({ consent: { grantId: await grant.save() } });
		}
		const form = await formOf(request);
		const person = findPerson(form.get('person') ?? '');
		if (!person) return html(response, signInPage(uid, 'Hãy chọn một người.'), 422);
		if (form.get('passcode')?.trim() !== passcode)
			return html(response, signInPage(uid, `Mã bí mật chưa đúng. Ở đây ai cũng dùng ${passcode}.`), 422);
		if (person.locked) return finish({ error: 'account_locked', error_description: 'the account is locked' });
		const fault = form.get('fault');
		choose(person.id, isFault(fault) ? fault : null);
		return finish({ login: { accountId: person.id, remember: false } });
	}

	return createServer((request, response) => {
		const [, act] = /^\/tap\/[\w-]+(?:\/([\w-]+))?(?:\?|$)/.exec(request.url ?? '') ?? [];
		if (!request.url?.startsWith('/tap/')) return void answer(request, response);
		interact(request, response, act ?? '').catch(() => html(response, errorPage('Lượt này đã cũ hoặc đã xong.'), 400));
	});
}

function known(id: string | undefined) {
	const person = findPerson(id ?? '');
	if (!person) throw new Error('nobody has chosen a person');
	return person;
}

function html(response: ServerResponse, body: string, status = 200): void {
	response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(body);
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
	let body = '';
	for await (const chunk of request) {
		body += String(chunk);
		if (body.length > 10_000) throw new Error('too large');
	}
	return new URLSearchParams(body);
}
