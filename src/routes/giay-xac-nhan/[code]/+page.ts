import { read } from '$lib/api.ts';
import { readAs } from '$lib/entry.ts';
import type { ConfirmationView, RecordList, RecordView } from '../../../certify/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => {
	const path = `/records/${encodeURIComponent(params.code)}`;
	const record = await readAs<RecordView>({ fetch, url }, path);
	const { records } = await read<RecordList>(fetch, '/records');
	// Only records of groups are confirmed: of the others nothing is asked.
	const asked = record.kind === 'group' ? `${path}/confirmation` : null;
	const answer = asked && (await readAs<{ confirmation: ConfirmationView | null }>({ fetch, url }, asked));
	return {
		record,
		confirmation: answer ? answer.confirmation : null,
		/** Whoever administers her place reads it too, but puts no name right. */
		mine: records.some(({ code }) => code === record.code),
		issuedNow: url.searchParams.has('moi'),
		corrected: url.searchParams.has('sua')
	};
};
