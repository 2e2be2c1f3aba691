import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { readAs, refusedOrOut, turnAway } from '$lib/entry.ts';
import { askedIn, typedIn } from '$lib/forms.ts';
import { inLanguage, languageOf } from '$lib/language.ts';
import { say } from '../../../platform/messages/index.ts';
import type { FigureList } from '../../../certify/index.ts';

/** A file that was sent is named in the address; what can't be read of it, or was not sent, is told beside the field. */
export async function readSentFile<P extends { rows: unknown[] }>(
	{ fetch, url }: Pick<RequestEvent, 'fetch' | 'url'>,
	previews: string
): Promise<{ preview: { upload: string; rows: P['rows'] } | null; fault: string | null }> {
	const upload = askedIn(url, 'tep');
	const refused = /^elsewhere\.(no-file|file-too-large)$/.exec(askedIn(url, 'sai'))?.[0];
	if (!/^[0-9a-f]{64}$/.test(upload)) {
		await readAs<FigureList>({ fetch, url }, '/elsewhere/figures'); // for officers alone; no look at people
		return { preview: null, fault: refused ? say(languageOf(url.pathname), refused) : null };
	}
	const answer = await ask<P>(fetch, `GET /elsewhere/${previews}/${upload}`);
	if (answer.ok) return { preview: { upload, rows: answer.data.rows }, fault: null };
	if (answer.status === 401 || answer.status === 403) return turnAway(url, answer);
	return { preview: null, fault: answer.problem.message };
}

/** Enters what was looked at; what it did is told where the address of `done` leads. */
export async function enterSentFile<R>(
	{ request, fetch, url, locals }: RequestEvent,
	{ imports, done }: { imports: string; done: (did: R) => string }
) {
	const form = await request.formData();
	const body = { upload: typedIn(form, 'upload'), goodOnly: form.has('goodOnly') };
	const answer = await ask<R>(fetch, `POST /elsewhere/${imports}`, body);
	if (!answer.ok) return refusedOrOut(url, answer, {});
	redirect(303, inLanguage(locals.lang, done(answer.data)));
}

/** Enters what was typed into these fields; what was refused stands there again. */
export async function enterTyped<N extends string>(
	{ request, fetch, url, locals }: RequestEvent,
	{ names, into, home }: { names: readonly N[]; into: string; home: string }
) {
	const form = await request.formData();
	const typed = Object.fromEntries(names.map((name) => [name, typedIn(form, name)])) as Record<N, string>; // each name is there
	const answer = await ask(fetch, `POST /elsewhere/${into}`, typed);
	if (!answer.ok) return refusedOrOut(url, answer, typed);
	redirect(303, `${inLanguage(locals.lang, home)}?da-ghi`);
}
