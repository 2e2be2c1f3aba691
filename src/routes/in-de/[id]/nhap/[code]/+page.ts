import { error } from '@sveltejs/kit';
import { readAs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import { languageOf } from '$lib/language.ts';
import type { PaperView } from '../../../../../assess/index.ts';
import type { HelpedList } from '../../../../../community/index.ts';
import { say } from '../../../../../platform/messages/index.ts';
import type { PageLoad } from './$types';

/** `?tim=` looks for a helped learner where there are many. */
export const load: PageLoad = async ({ fetch, params, url }) => {
	const visit = { fetch, url };
	const paper = await readAs<PaperView>(visit, `/papers/${encodeURIComponent(params.id)}`);
	const version = paper.versions.find(({ code }) => code === params.code);
	if (!version || paper.purpose === 'placement')
		error(404, { message: say(languageOf(url.pathname), 'papers.no-such-paper') });
	const query = askedIn(url, 'tim');
	const asked = query === '' ? '' : `?query=${encodeURIComponent(query)}`;
	const { learners, next } = await readAs<HelpedList>(visit, `/helped-learners${asked}`);
	return {
		...{ paper, version, query, more: next !== null },
		helped: learners.map(({ id, name }) => ({ value: id, label: name })),
		/** Made with the page: a form that is sent twice is one sheet. */
		key: crypto.randomUUID(),
		/** The sheet that was typed in just now. */
		last: paper.sheets.find(({ attemptId }) => attemptId === url.searchParams.get('xong')) ?? null
	};
};
