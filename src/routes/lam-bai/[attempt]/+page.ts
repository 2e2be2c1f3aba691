import { redirect } from '@sveltejs/kit';
import { readAs } from '$lib/entry.ts';
import { inLanguage, languageOf } from '$lib/language.ts';
import type { AttemptView } from '../../../assess/index.ts';
import type { Whose } from '../../../learn/index.ts';
import { firstUnanswered, positionIn } from './position.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => {
	const attempt = await readAs<AttemptView>({ fetch, url }, `/attempts/${encodeURIComponent(params.attempt)}`);
	if (attempt.finishedAt) redirect(303, inLanguage(languageOf(url.pathname), `/lam-bai/${attempt.id}/ket-qua`));
	return {
		attempt,
		/** Whose page it is, for its forms. */
		whose: (await readAs<Whose>({ fetch, url }, '/me/whose')).whose,
		/** Which question stands on the page, from 0; null is the check page before handing in. */
		position: positionIn(attempt, url.searchParams.get('cau')) ?? null,
		unanswered: attempt.questions.flatMap(({ response }, index) => (response === null ? [index] : [])),
		first: firstUnanswered(attempt)
	};
};
