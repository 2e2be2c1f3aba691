import { read } from '$lib/api.ts';
import type { SittingList } from '../../assess/index.ts';
import { readSupervisor } from './access.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	await readSupervisor({ fetch, url });
	return read<SittingList>(fetch, '/sittings');
};
