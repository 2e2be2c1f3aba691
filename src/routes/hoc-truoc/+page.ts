import { readAs } from '$lib/entry.ts';
import { inLanguage, languageOf } from '$lib/language.ts';
import { sitePath } from '$lib/site-path.ts';
import type { FieldLesson } from '../../community/index.ts';
import type { PageLoad } from './$types';

/** `?tiep=` is where she wanted to go, and goes when she has finished. */
export const load: PageLoad = async ({ fetch, url }) => ({
	lesson: await readAs<FieldLesson>({ fetch, url }, '/field-lesson'),
	next: sitePath(url.searchParams.get('tiep')) ?? inLanguage(languageOf(url.pathname), '/quan-tri')
});
