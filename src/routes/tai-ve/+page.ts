import { read } from '$lib/api.ts';
import type { DownloadList } from '../../catalog/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => read<DownloadList>(fetch, '/downloads');
