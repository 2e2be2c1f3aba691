import { read } from '$lib/api.ts';
import { readAs } from '$lib/entry.ts';
import type { OwnResults, RecordList, ShareList } from '../../certify/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const { records, offers } = await readAs<RecordList>({ fetch, url }, '/records');
	const { shares } = await read<ShareList>(fetch, '/record-shares');
	const { results } = await read<OwnResults>(fetch, '/own-results');
	const told = (['da-chia-se', 'da-dong', 'da-bo'] as const).find((each) => url.searchParams.has(each)) ?? null;
	return { records, offers, shares, results, told };
};
