import { read } from '$lib/api.ts';
import { readAs } from '$lib/entry.ts';
import type { RecordList, RecordView } from '../../../certify/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => {
	const record = await readAs<RecordView>({ fetch, url }, `/records/${encodeURIComponent(params.code)}`);
	const { records } = await read<RecordList>(fetch, '/records');
	return {
		record,
		/** Whoever administers her place reads it too, but puts no name right. */
		mine: records.some(({ code }) => code === record.code),
		issuedNow: url.searchParams.has('moi'),
		corrected: url.searchParams.has('sua')
	};
};
