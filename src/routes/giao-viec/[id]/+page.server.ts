import { redirect } from '@sveltejs/kit';
import { ask, type Answer, type Problem } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { given, typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { DutyList } from '../../../assign/index.ts';
import { versionIn } from '../typed.ts';
import { partIn, shownIn } from './part.ts';
import type { Actions, RequestEvent } from './$types';

type Typed = Record<string, string>;
/** What was typed, with the people of a name where one was searched for. */
type Shown = Record<string, unknown> & { query?: string; people?: DutyList | null };
interface Step {
	call: (form: FormData) => [`${'POST' | 'PUT'} ${string}`, unknown];
	/** Names of what was typed, so that nothing is lost. */
	keeps?: readonly string[];
	done?: string;
}

/** Relays one form; back on the page, which shows the same part of the people again, it says that it is done. */
async function relay(event: RequestEvent, { call, keeps = [], done = 'luu' }: Step) {
	const { request, fetch, url, params, locals } = event;
	const form = await request.formData();
	const typed: Typed = Object.fromEntries(keeps.map((name) => [name, typedIn(form, name)]));
	const answer: Answer<unknown> = await ask(fetch, ...call(form));
	if (!answer.ok) {
		const query = typedIn(form, 'query');
		const named = query === '' ? {} : { query, people: await namedPeople(event, query) };
		return refusedOrOut<Shown>(url, answer, { ...typed, ...named });
	}
	const part = new URLSearchParams([['xong', done], ...partIn(url)]);
	redirect(303, `${inLanguage(locals.lang, `/giao-viec/${encodeURIComponent(params.id)}`)}?${part}`);
}

/** People of a name, as they are shown; null where they can't be told. */
async function namedPeople({ fetch, url, params }: RequestEvent, query: string): Promise<DutyList | null> {
	const asked = new URLSearchParams({ show: shownIn(url), query: query.slice(0, 80) });
	const path = `/assignments/${encodeURIComponent(params.id)}/duties?${asked}` as const;
	const answer = await ask<DutyList>(fetch, `GET ${path}`);
	return answer.ok ? answer.data : null;
}

const here = (event: RequestEvent, rest: string) => `/assignments/${encodeURIComponent(event.params.id)}/${rest}`;
const duty = (form: FormData, rest: string) => `/duties/${encodeURIComponent(typedIn(form, 'duty') || 'none')}/${rest}`;
const reason = (form: FormData) => ({ reason: typedIn(form, 'reason') });

export const actions: Actions = {
	/** Names stand in no address: they are searched for by a form. */
	find: async (event) => {
		const query = typedIn(await event.request.formData(), 'query');
		const typed: Shown = query === '' ? {} : { query, people: await namedPeople(event, query) };
		return { problem: null as Problem | null, typed };
	},
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
