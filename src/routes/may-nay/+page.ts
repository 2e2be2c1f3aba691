import { redirect } from '@sveltejs/kit';
import { read } from '$lib/api.ts';
import { readAs } from '$lib/entry.ts';
import { inLanguage, languageOf } from '$lib/language.ts';
import { sitePath } from '$lib/site-path.ts';
import type { Me } from '../../identity/index.ts';
import type { DeviceLearning } from '../../learn/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const next = sitePath(url.searchParams.get('tiep')) ?? inLanguage(languageOf(url.pathname), '/cua-toi');
	const device = await readAs<DeviceLearning>({ fetch, url }, '/me/device-learning');
	if (!device.present) redirect(303, next);
	const { account } = await read<Me>(fetch, '/session');
	return { device, next, name: account?.name ?? '' };
};
