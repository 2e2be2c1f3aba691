import { readAs } from '$lib/entry.ts';
import type { FigureStory } from '../../../../certify/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ fetch, params, url }) =>
	readAs<FigureStory>({ fetch, url }, `/elsewhere/figures/${encodeURIComponent(params.id)}`);
