import { redirect } from '@sveltejs/kit';
import { ask, type Answer } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { given, typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { versionIn } from '../typed.ts';
import type { Actions, RequestEvent } from './$types';

type Typed = Record<string, string>;
interface Step {
	call: (form: FormData) => [`${'POST' | 'PUT'} ${string}`, unknown];
	/** Names of what was typed, so that nothing is lost. */
	keeps?: readonly string[];
	done?: string;
}

/** Relays one form; back on the page, it says that it is done. */
async function relay({ request, fetch, url, params, locals }: RequestEvent, { call, keeps = [], done = 'luu' }: Step) {
	const form = await request.formData();
	const typed: Typed = Object.fromEntries(keeps.map((name) => [name, typedIn(form, name)]));
	const answer: Answer<unknown> = await ask(fetch, ...call(form));
	if (!answer.ok) return refusedOrOut(url, answer, typed);
	redirect(303, `${inLanguage(locals.lang, `/giao-viec/${encodeURIComponent(params.id)}`)}?xong=${done}`);
}

const here = (event: RequestEvent, rest: string) => `/assignments/${encodeURIComponent(event.params.id)}/${rest}`;
const duty = (form: FormData, rest: string) => `/duties/${encodeURIComponent(typedIn(form, 'duty') || 'none')}/${rest}`;
const reason = (form: FormData) => ({ reason: typedIn(form, 'reason') });

export const actions: Actions = {
	send: (event) =>
		relay(event, { call: (form) => [`POST ${here(event, 'sending')}`, { version: versionIn(form) }], done: 'gui' }),
	withdraw: (event) =>
		relay(event, { call: (form) => [`POST ${here(event, 'withdrawal')}`, reason(form)], keeps: ['reason'] }),
	due: (event) =>
		relay(event, {
			call: (form) => {
				const days = { dueOn: typedIn(form, 'dueOn'), finalOn: given(typedIn(form, 'finalOn')) };
				return [`PUT ${here(event, 'due')}`, { ...days, version: versionIn(form) }];
			},
			keeps: ['dueOn', 'finalOn']
		}),
	deadline: (event) =>
		relay(event, {
			call: (form) => {
				const typed = { placeId: typedIn(form, 'placeId'), dueOn: typedIn(form, 'dueOn'), ...reason(form) };
				return [`PUT ${here(event, 'deadline')}`, typed];
			},
			keeps: ['placeId', 'dueOn', 'reason']
		}),
	waive: (event) =>
		relay(event, { call: (form) => [`POST ${duty(form, 'waiver')}`, reason(form)], keeps: ['duty', 'reason'] }),
	enter: (event) =>
		relay(event, {
			call: (form) => [
				`POST ${duty(form, 'equivalent')}`,
				{ what: typedIn(form, 'what'), where: typedIn(form, 'where') }
			],
			keeps: ['duty', 'what', 'where']
		}),
	accept: (event) =>
		relay(event, { call: (form) => [`POST ${duty(form, 'verdict')}`, { accept: true }], keeps: ['duty'] }),
	refuse: (event) =>
		relay(event, {
			call: (form) => [`POST ${duty(form, 'verdict')}`, { accept: false, ...reason(form) }],
			keeps: ['duty', 'reason']
		})
};
