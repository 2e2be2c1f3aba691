import { error } from '@sveltejs/kit';
import { readAs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import { languageOf } from '$lib/language.ts';
import type { ImportList } from '../../assign/index.ts';
import { say } from '../../platform/messages/index.ts';
import { readManager } from '../don-vi/access.ts';
import type { PageLoad } from './$types';
import { kindIn } from './kind.ts';

/** `?don-vi=` says into which place, `?loai=noi` that places are brought in; `?sai=` brings back why a file was not taken. */
export const load: PageLoad = async ({ fetch, url }) => {
	await readManager({ fetch, url });
	const lang = languageOf(url.pathname);
	const placeId = askedIn(url, 'don-vi');
	if (!placeId) error(404, { message: say(lang, 'members.no-such-organisation') });
	const kind = kindIn(askedIn(url, 'loai'));
	const list = await readAs<ImportList>({ fetch, url }, `/imports?${new URLSearchParams({ placeId, kind })}`);
	const fault = askedIn(url, 'sai');
	return { list, kind, refused: /^imports\.(no-file|too-large|empty)$/.test(fault) ? say(lang, fault) : null };
};
