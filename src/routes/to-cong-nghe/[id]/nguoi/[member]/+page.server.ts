import { redirect } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { refusedOrOut } from '$lib/entry.ts';
import { given, typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import { memberToSend, memberTyped } from '../../../typed.ts';
import type { Actions } from './$types';

const api = ({ id, member }: { id: string; member: string }) =>
	`/teams/${encodeURIComponent(id)}/members/${encodeURIComponent(member)}`;

/** What came in of either of the two forms. */
function typedOf(form: FormData) {
	const lead = typedIn(form, 'lead') !== '';
	return { ...memberTyped(form), joinedOn: typedIn(form, 'joinedOn'), lead, leftOn: typedIn(form, 'leftOn') };
}

export const actions: Actions = {
	change: async ({ request, fetch, url, params, locals }) => {
		const form = await request.formData();
		const typed = typedOf(form);
		const { joinedOn, lead } = typed;
		const sent = { ...memberToSend(typed), joinedOn, ...(form.has('mayLead') && { lead }) };
		const answer = await ask(fetch, `PUT ${api(params)}`, sent);
		if (!answer.ok) return refusedOrOut(url, answer, { typed });
		redirect(303, `${inLanguage(locals.lang, `/to-cong-nghe/${params.id}`)}?xong=sua`);
	},

	leave: async ({ request, fetch, url, params, locals }) => {
		const leftOn = typedIn(await request.formData(), 'leftOn');
		const answer = await ask(fetch, `POST ${api(params)}/leaving`, { leftOn: given(leftOn) });
		if (!answer.ok) return refusedOrOut(url, answer, { leftOn });
		redirect(303, `${inLanguage(locals.lang, `/to-cong-nghe/${params.id}`)}?xong=thoi`);
	}
};
