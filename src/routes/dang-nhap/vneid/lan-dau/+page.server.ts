import { redirect } from '@sveltejs/kit';
import { ask, read, refused } from '$lib/api.ts';
import { afterSignIn } from '$lib/entry.ts';
import { given, secretIn, typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { Me, WaitingView } from '../../../../identity/index.ts';
import { troubled } from '../troubled.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await ask<WaitingView>(event.fetch, 'GET /vneid/waiting');
	if (!answer.ok) return { waiting: null, account: null, unclaimed: false, ...(await troubled(event, answer)) };
	const { account, learner } = await read<Me>(event.fetch, '/session');
	return { waiting: answer.data, account, unclaimed: !account && learner.known, problem: null, name: null };
};

export const actions: Actions = {
	/** Joins the identity to the account that is signed in. */
	join: async ({ request, fetch, locals }) => {
		const form = await request.formData();
		const typed = typedConsent(form);
		const { data: waiting } = (await ask<WaitingView>(fetch, 'GET /vneid/waiting')) as { data?: WaitingView };
		const answer = await ask(fetch, 'POST /me/identity', {
			...consentOf(typed),
			...(typed.differs && { differs: true })
		});
		if (!answer.ok) return unsaid(answer, { ...typed, sure: false, username: '', phone: '' });
		redirect(303, waiting?.next ?? `${inLanguage(locals.lang, '/cua-toi/danh-tinh')}?da-gan`);
	},

	/** The account that is signed in and the one that has the identity already become one. */
	unite: async ({ request, fetch, locals }) => {
		const form = await request.formData();
		const typed = { ...typedConsent(form), sure: form.has('sure') };
		const answer = await ask(fetch, 'POST /me/unions', {
			sure: typed.sure,
			...shownIn(typed),
			...(typed.differs && { differs: true }),
			password: secretIn(form, 'password')
		});
		if (!answer.ok) return unsaid(answer, { ...typed, username: '', phone: '' });
		redirect(303, `${inLanguage(locals.lang, '/cua-toi/danh-tinh')}?da-gop`);
	},

	/** A new account under the name that was vouched for. */
	create: async (event) => {
		const form = await event.request.formData();
		const typed = { ...typedConsent(form), username: typedIn(form, 'username'), phone: typedIn(form, 'phone') };
		const { data: waiting } = (await ask<WaitingView>(event.fetch, 'GET /vneid/waiting')) as { data?: WaitingView };
		const answer = await ask(event.fetch, 'POST /vneid/accounts', {
			...consentOf(typed),
			username: given(typed.username),
			phone: given(typed.phone),
			password: secretIn(form, 'password'),
			...(form.has('unclaimed') && { takeDeviceLearning: typed.mine })
		});
		if (!answer.ok) return unsaid(answer, { ...typed, sure: false });
		redirect(303, await afterSignIn(event, waiting?.next ?? `${inLanguage(event.locals.lang, '/cua-toi')}?moi`));
	},

	/** It is somebody else's, or she has thought better of it. */
	drop: async ({ fetch, locals }) => {
		await ask(fetch, 'DELETE /vneid/waiting');
		redirect(303, inLanguage(locals.lang, '/dang-nhap'));
	}
};

function typedConsent(form: FormData) {
	return {
		consent: form.has('consent'),
		differs: form.has('differs'),
		mine: form.has('mine'),
		guardian: typedIn(form, 'guardian'),
		waiting: typedIn(form, 'waiting')
	};
}

type Consent = ReturnType<typeof typedConsent>;

const shownIn = ({ waiting }: Pick<Consent, 'waiting'>) => (waiting ? { waiting } : {});

const consentOf = ({ consent, guardian, waiting }: Consent) => ({
	consent,
	...(guardian && { guardian }),
	...shownIn({ waiting })
});

/** What was not done; where somebody else is shown by now, nothing that was ticked is about her. */
function unsaid<T extends Consent & { sure: boolean }>(answer: Parameters<typeof refused>[0], typed: T) {
	const isAnother = answer.problem.code === 'identity.vneid-other-waits';
	return refused(
		answer,
		isAnother ? { ...typed, consent: false, differs: false, sure: false, mine: false, guardian: '' } : typed
	);
}
