import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ask, type Problem } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { incomplete } from '$lib/problem.ts';
import type { PeopleList } from '../../../community/index.ts';
import { say } from '../../../platform/messages/index.ts';
import { readNames, type NameLine } from './names.ts';
import { tickedPerson } from './ticked.ts';
import { likelyQuery, type Whose } from './whose.ts';
import type { Actions } from './$types';

type Event = RequestEvent<{ id: string }>;

/** What a form of this page comes back with. */
const nothingTyped = { names: '', note: '', query: '', sheet: false };
const back = {
	problem: null as Problem | null,
	typed: nothingTyped,
	roster: null as PeopleList | null,
	whose: null as Whose | null
};

const api = ({ params }: Event, rest = '') => `/classes/${encodeURIComponent(params.id)}${rest}`;

/** To the page again, so that loading it anew sends nothing twice; `where` is the part that changed. */
function done({ params, locals }: Event, said: string, where = ''): never {
	redirect(303, `${inLanguage(locals.lang, `/lop/${encodeURIComponent(params.id)}`)}?xong=${said}${where}`);
}

const refuse = (event: Event, answer: Parameters<typeof refusedOrOut>[1], typed: Partial<typeof nothingTyped> = {}) =>
	refusedOrOut(event.url, answer, { ...nothingTyped, ...typed });

const wayOf = (form: FormData) => (typedIn(form, 'sheet') ? 'sheet' : 'tick');

export const actions: Actions = {
	/** Lists people of the place for ticking. What is looked for goes in no address. */
	look: async (event) => {
		const form = await event.request.formData();
		const query = typedIn(form, 'query').slice(0, 80);
		const asked = query ? `?query=${encodeURIComponent(query)}` : '';
		const answer = await ask<PeopleList>(event.fetch, `GET ${api(event, '/people')}${asked}`);
		if (!answer.ok) return refuse(event, answer);
		return { ...back, typed: { ...nothingTyped, query }, roster: answer.data };
	},

	tick: async (event) => {
		const form = await event.request.formData();
		const people = form.getAll('accountId').map((value) => tickedPerson(String(value)));
		if (people.length === 0) {
			return incomplete(event.locals.lang, { field: 'accountId', key: 'community.nobody-chosen' }, nothingTyped);
		}
		const answer = await ask(event.fetch, `POST ${api(event, '/attendance')}`, { way: wayOf(form), people });
		return answer.ok ? done(event, 'ghi', '#came') : refuse(event, answer);
	},

	write: async (event) => {
		const form = await event.request.formData();
		const typed = { names: typedIn(form, 'names'), sheet: typedIn(form, 'sheet') !== '' };
		const lines = readNames(typed.names);
		if (lines.length === 0 || lines.length > 100) {
			const key = lines.length === 0 ? 'community.nobody-written' : 'community.too-many-written';
			return incomplete(event.locals.lang, { field: 'names', key }, { ...nothingTyped, ...typed });
		}
		const people = lines.map(({ name, birthYear }) => ({ name, ...(birthYear !== undefined && { birthYear }) }));
		const answer = await ask(event.fetch, `POST ${api(event, '/attendance')}`, { way: wayOf(form), people });
		if (answer.ok) return done(event, 'ghi', '#came');
		const problem = { ...answer.problem, fields: byLine(answer.problem.fields, { lines, lang: event.locals.lang }) };
		return refuse(event, { ...answer, problem }, typed);
	},

	mark: async (event) => {
		const form = await event.request.formData();
		const line = typedIn(form, 'line');
		const mark = typedIn(form, 'mark') || null;
		const answer = await ask(event.fetch, `PUT ${api(event, `/attendance/${encodeURIComponent(line)}`)}`, { mark });
		return answer.ok ? done(event, 'dau', `#p-${encodeURIComponent(line)}`) : refuse(event, answer);
	},

	untick: async (event) => {
		const line = typedIn(await event.request.formData(), 'line');
		const answer = await ask(event.fetch, `DELETE ${api(event, `/attendance/${encodeURIComponent(line)}`)}`);
		return answer.ok ? done(event, 'bo', '#came') : refuse(event, answer);
	},

	/** Lists people of the place, one of whom a written name may be; those of that name first. */
	who: async (event) => {
		const form = await event.request.formData();
		const [line, name] = [typedIn(form, 'line'), typedIn(form, 'name').slice(0, 80)];
		const search = (query: string) =>
			ask<PeopleList>(event.fetch, `GET ${api(event, '/people')}${query ? `?query=${encodeURIComponent(query)}` : ''}`);
		let query = form.has('query') ? typedIn(form, 'query').slice(0, 80) : likelyQuery(name);
		let answer = await search(query);
		if (answer.ok && answer.data.people.length === 0 && !form.has('query')) answer = await search((query = ''));
		if (!answer.ok) return refuse(event, answer);
		return { ...back, whose: { line, name, query, people: answer.data } };
	},

	is: async (event) => {
		const form = await event.request.formData();
		const person = typedIn(form, 'person');
		if (!person) return incomplete(event.locals.lang, { field: 'came', key: 'recognised.none-chosen' }, nothingTyped);
		const path = `/attendance/${encodeURIComponent(typedIn(form, 'line'))}/whose`;
		const answer = await ask(event.fetch, `PUT ${api(event, path)}`, tickedPerson(person));
		return answer.ok ? done(event, 'la', '#came') : refuse(event, answer);
	},

	separate: async (event) => {
		const name = typedIn(await event.request.formData(), 'recognised');
		const answer = await ask(event.fetch, `DELETE ${api(event, `/recognised/${encodeURIComponent(name)}`)}`);
		return answer.ok ? done(event, 'tach', '#came') : refuse(event, answer);
	},

	/** Opens the cards of those ticked who have no phone of their own; the helper is signed out by it. */
	together: async (event) => {
		const answer = await ask(event.fetch, `POST ${api(event, '/cards')}`, {});
		if (!answer.ok) return refuse(event, answer);
		redirect(303, inLanguage(event.locals.lang, '/doi-nguoi'));
	},

	removePhoto: async (event) => {
		const photo = typedIn(await event.request.formData(), 'photo');
		const answer = await ask(event.fetch, `DELETE ${api(event, `/photos/${encodeURIComponent(photo)}`)}`);
		return answer.ok ? done(event, 'bo-anh', '#photos') : refuse(event, answer);
	},

	next: async (event) => {
		const note = typedIn(await event.request.formData(), 'note');
		const answer = await ask(event.fetch, `PUT ${api(event, '/next-time')}`, { note });
		return answer.ok ? done(event, 'lan-sau', '#next') : refuse(event, answer, { note });
	},

	cancel: async (event) => {
		const answer = await ask(event.fetch, `POST ${api(event, '/cancellation')}`, {});
		return answer.ok ? done(event, 'nghi') : refuse(event, answer);
	}
};

/** What is wrong with which line of the list: the API counts people from 0. */
function byLine(
	fields: Record<string, string>,
	{ lines, lang }: { lines: NameLine[]; lang: Event['locals']['lang'] }
): Record<string, string> {
	const told = Object.entries(fields).map(([field, message]) => {
		const position = /^people\.(\d+)\./.exec(field)?.[1];
		const line = position === undefined ? undefined : lines[Number(position)]?.line;
		return line === undefined ? message : say(lang, 'community.line-wrong', { line, message });
	});
	return told.length > 0 ? { names: told.join(' ') } : {};
}
