import { error } from '@sveltejs/kit';
import { readAs } from '$lib/entry.ts';
import { languageOf } from '$lib/language.ts';
import { say } from '../../../platform/messages/index.ts';
import type { RecordList } from '../../../certify/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const { records } = await readAs<RecordList>({ fetch, url }, '/records');
	const wanted = new Set(url.searchParams.getAll('ma'));
	const chosen = records.filter(({ code, status }) => wanted.has(code) && status === 'valid');
	if (chosen.length === 0) error(404, { message: say(languageOf(url.pathname), 'records.choose-first') });
	return { records: chosen };
};
