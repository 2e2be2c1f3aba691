import { read } from '$lib/api.ts';
import type { FrameworkView } from '../../catalog/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({ framework: await read<FrameworkView>(fetch, '/framework') });
