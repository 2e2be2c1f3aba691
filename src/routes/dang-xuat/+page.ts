import { read } from '$lib/api.ts';
import type { Session } from '../../identity/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({ session: await read<Session>(fetch, '/session') });
