import { read } from '$lib/api.ts';
import type { RulesView } from '../../catalog/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({ rules: await read<RulesView>(fetch, '/rules') });
