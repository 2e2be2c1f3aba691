import { read } from '$lib/api.ts';
import type { OwnDataView } from '../../../../privacy/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({
	kept: await read<OwnDataView>(fetch, '/me/data?most=500'),
	madeAt: new Date().toISOString()
});
