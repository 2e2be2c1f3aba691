import { read } from '$lib/api.ts';
import type { OwnDataView } from '../../../privacy/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => ({
	kept: await read<OwnDataView>(fetch, '/me/data'),
	changed: url.searchParams.has('da-luu')
});
