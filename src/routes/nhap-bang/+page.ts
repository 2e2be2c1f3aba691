import { error } from '@sveltejs/kit';
import { readAs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import { languageOf } from '$lib/language.ts';
import type { ImportList } from '../../assign/index.ts';
import { say } from '../../platform/messages/index.ts';
import { readManager } from '../don-vi/access.ts';
import type { PageLoad } from './$types';

/** `?don-vi=` says into which organisation; `?sai=` brings back why a file was of no use. */
export const load: PageLoad = async ({ fetch, url }) => {
	await readManager({ fetch, url });
	const lang = languageOf(url.pathname);
	const placeId = askedIn(url, 'don-vi');
	if (!placeId) error(404, { message: say(lang, 'members.no-such-organisation') });
	const list = await readAs<ImportList>({ fetch, url }, `/imports?placeId=${encodeURIComponent(placeId)}`);
	const fault = askedIn(url, 'sai');
	const values = { line: askedIn(url, 'line'), rows: askedIn(url, 'rows'), column: askedIn(url, 'column') };
	return { list, refused: /^imports\.[a-z0-9-]+$/.test(fault) ? say(lang, fault, values) : null };
};
