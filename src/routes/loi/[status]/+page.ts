import { error } from '@sveltejs/kit';
import { say } from '../../../platform/messages/index.ts';
import type { PageLoad } from './$types';

const sentences = new Map([
	['403', 'platform.foreign-origin'],
	['413', 'platform.too-large'],
	['415', 'platform.not-a-form']
]);

/** The page behind a request that was refused before it reached a page of its own. */
export const load: PageLoad = async ({ params, parent }) => {
	const { lang } = await parent();
	const code = sentences.get(params.status);
	error(code ? Number(params.status) : 404, { message: say(lang, code ?? 'platform.not-found') });
};
