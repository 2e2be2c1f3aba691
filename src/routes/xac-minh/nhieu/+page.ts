import { say } from '../../../platform/messages/index.ts';
import { languageOf } from '$lib/language.ts';
import type { PageLoad } from './$types';

/** What was wrong with a file that was sent: then the form comes back. */
const faults =
	/^certify\.(no-codes|too-many-codes|no-list-sent|list-too-large|unreadable-list|too-many-unknown)$|^platform\.too-quick$/;

export const load: PageLoad = ({ url }) => {
	const code = url.searchParams.get('sai') ?? '';
	const values = { most: 500, count: 500, minutes: 10 };
	return { fileFault: faults.test(code) ? say(languageOf(url.pathname), code, values) : null };
};
