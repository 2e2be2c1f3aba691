import { error } from '@sveltejs/kit';
import { ask, read, type Answer } from './api.ts';
import { typedIn } from './forms.ts';
import type { CardsHere } from '../community/index.ts';
import type { Me } from '../identity/index.ts';

interface Visit {
	fetch: typeof fetch;
	url: URL;
}

/** An answer of a page that was opened for somebody else, as the page that says so holds it. */
export interface LateAnswer {
	/** Who learns on this device now, where she has a name. */
	here: string | null;
	/** Whose page it was, where her card is open on this device too: then it is sent for her in one tap. */
	hers: string | null;
	/** Where the form went, and all that was filled in. */
	action: string;
	fields: [string, string][];
	/** The page itself, to be opened anew. */
	again: string;
}

/**
 * Whose page a form was on: the sign that it carries, empty where it was a page for everyone. Where somebody chose to
 * send it for her to whom it belongs, the device changes to her first.
 */
export async function whoseForm({ fetch }: Pick<Visit, 'fetch'>, form: FormData): Promise<string> {
	const whose = typedIn(form, 'whose').slice(0, 40);
	if (whose !== '' && form.has('turn')) await ask(fetch, 'PUT /cards/here', { whose });
	return whose;
}

/** Ends an action with a page that says who is here now, where the form was of somebody else; otherwise nothing happens. */
export async function refuseSomebodyElses(
	{ fetch, url }: Visit,
	answer: Answer<unknown>,
	form: FormData
): Promise<void> {
	if (answer.ok || answer.problem.code !== 'learn.somebody-elses') return;
	const late = { ...(await whoIsHere(fetch, typedIn(form, 'whose'))), ...sentTo(url, form) };
	error(409, { message: answer.problem.message, code: answer.problem.code, late });
}

/** Who learns here now and, where her card is open here too, whose the form was. */
async function whoIsHere(fetch: Visit['fetch'], whose: string): Promise<Pick<LateAnswer, 'here' | 'hers'>> {
	const [me, open] = await Promise.all([read<Me>(fetch, '/session'), read<CardsHere>(fetch, '/cards/here')]);
	const hers = open.cards.find((card) => card.whose === whose);
	return { here: me.account?.name ?? open.open?.name ?? null, hers: hers?.name ?? null };
}

function sentTo({ pathname, search }: URL, form: FormData): Pick<LateAnswer, 'action' | 'fields' | 'again'> {
	const fields = [...form].flatMap(([name, value]): [string, string][] =>
		name === 'turn' || typeof value !== 'string' ? [] : [[name, value]]
	);
	return { action: pathname + search, fields, again: pathname };
}
