import { read } from '$lib/api.ts';
import type { Me } from '../../identity/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({ session: await read<Me>(fetch, '/session') });
