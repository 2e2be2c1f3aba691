import { readAs } from '$lib/entry.ts';
import type { ConfirmationView, RecordView } from '../../../certify/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => {
	const path = `/records/${encodeURIComponent(params.code)}`;
	const record = await readAs<RecordView>({ fetch, url }, path);
	// Only records of groups are confirmed: of the others nothing is asked.
	const asked = record.kind === 'group' ? `${path}/confirmation` : null;
	const answer = asked && (await readAs<{ confirmation: ConfirmationView | null }>({ fetch, url }, asked));
	return { record, confirmation: answer ? answer.confirmation : null, issuedNow: url.searchParams.has('moi') };
};
