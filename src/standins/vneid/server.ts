import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isFault } from './faults.ts';
import { consentPage, errorPage, signInPage } from './pages.ts';
import { findPerson, newPerson, passcode } from './people.ts';
import type { StandIn } from './provider.ts';

/** The stand-in's own pages in front of the provider; all of them work without a script. */
export function serveStandIn(standIn: StandIn, clientId: string): Server {
	const answer = standIn.provider.callback();
	return createServer((request, response) => {
		const [, act] = /^\/tap\/[\w-]+(?:\/([\w-]+))?(?:\?|$)/.exec(request.url ?? '') ?? [];
		// Whoever begins anew is nobody yet: there is no session from before to be ended first.
		if (request.url?.startsWith('/auth?')) forgetSession(request, response);
		if (!request.url?.startsWith('/tap/')) return void answer(request, response);
		interact({ ...standIn, clientId }, { request, response, act: act ?? '' }).catch(() =>
			html(response, errorPage('Lượt này đã cũ hoặc đã xong.'), 400)
		);
	});
}

function forgetSession(request: IncomingMessage, response: ServerResponse): void {
	const cookies = request.headers.cookie?.split('; ') ?? [];
	request.headers.cookie = cookies.filter((cookie) => !cookie.startsWith('_session')).join('; ');
	response.setHeader(
		'set-cookie',
		['_session', '_session.sig'].map((name) => `${name}=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT`)
	);
}

interface Visit {
	request: IncomingMessage;
	response: ServerResponse;
	act: string;
}

async function interact(standIn: StandIn & { clientId: string }, visit: Visit): Promise<void> {
	const { provider, clientId } = standIn;
	const { request, response, act } = visit;
	const { uid, prompt, session } = await provider.interactionDetails(request, response);
	if (act === '')
		return html(
			response,
			prompt.name === 'login' ? signInPage(uid) : consentPage(uid, known(standIn, session?.accountId))
		);
	if (request.method !== 'POST') return html(response, errorPage('Không có trang này.'), 404);
	if (act === 'vao') return letIn(standIn, visit, uid);
	if (act === 'thoi')
		return provider.interactionFinished(request, response, {
			error: 'access_denied',
			error_description: 'the person said no'
		});
	const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId });
	grant.addOIDCScope('openid profile');
	return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}

/** Whoever was chosen, if the passcode is right and the account not locked. */
async function letIn({ provider, choose }: StandIn, { request, response }: Visit, uid: string): Promise<void> {
	const form = await formOf(request);
	const called = form.get('called')?.trim() || 'Người Mới Bịa';
	const person = form.get('person') === 'moi' ? newPerson(called) : findPerson(form.get('person') ?? '');
	if (!person) return html(response, signInPage(uid, 'Hãy chọn một người.'), 422);
	if (form.get('passcode')?.trim() !== passcode)
		return html(response, signInPage(uid, `Mã bí mật chưa đúng. Ở đây ai cũng dùng ${passcode}.`), 422);
	const fault = form.get('fault');
	choose(person, isFault(fault) ? fault : null);
	return provider.interactionFinished(
		request,
		response,
		person.locked
			? { error: 'account_locked', error_description: 'the account is locked' }
			: { login: { accountId: person.sub, remember: false } }
	);
}

function known({ chosen }: StandIn, sub: string | undefined) {
	const person = chosen(sub ?? '');
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
