import { read } from '$lib/api.ts';
import type { RecordRuleList } from '../../../certify/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => read<RecordRuleList>(fetch, '/record-rules');
