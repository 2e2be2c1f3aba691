import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { given, typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { Actions } from './$types';

/** `q7.option` and what was typed into it. */
function writtenIn(form: FormData) {
	return [...form.keys()].flatMap((name) => {
		const [, number, field = ''] = /^q(\d{1,3})\.([a-z0-9-]{1,40})$/.exec(name) ?? [];
		return number === undefined ? [] : [{ number: Number(number), field, written: typedIn(form, name) }];
	});
}

export const actions: Actions = {
	/** Keeps the sheet and comes back to an empty form for the next one. */
	default: async ({ request, fetch, params, url, locals }) => {
		const form = await request.formData();
		const answers = writtenIn(form);
		const typed = {
			...{ key: typedIn(form, 'key'), helpedId: typedIn(form, 'helpedId'), name: typedIn(form, 'name') },
			...{ identityChecked: form.has('identityChecked'), retakeAllowed: form.has('retakeAllowed') },
			written: Object.fromEntries(answers.map(({ number, field, written }) => [`q${number}.${field}`, written]))
		};
		const [helpedId, name] = [given(typed.helpedId), given(typed.name)];
		const body = {
			...{ key: typed.key, code: params.code, answers },
			...{ identityChecked: typed.identityChecked, retakeAllowed: typed.retakeAllowed },
			...(helpedId !== undefined && { helpedId }),
			...(name !== undefined && { name })
		};
		const id = encodeURIComponent(params.id);
		const answer = await ask(fetch, `POST /papers/${id}/results`, body);
		if (!answer.ok) return refusedOrOut(url, answer, typed);
		const here = inLanguage(locals.lang, `/in-de/${id}/nhap/${encodeURIComponent(params.code)}`);
		redirect(303, `${here}?xong=${encodeURIComponent(typed.key)}`);
	}
};
