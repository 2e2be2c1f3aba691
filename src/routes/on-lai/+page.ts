import { read } from '$lib/api.ts';
import type { ReviewAsked } from '../../assess/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({ review: await read<ReviewAsked>(fetch, '/me/review/question') });
