import { readAs } from '$lib/entry.ts';
import type { PageLoad } from './$types';

/** The answer of `GET /api/me/sessions`. */
interface SessionList {
	sessions: { id: string; device: string; lastUsedAt: string; current: boolean }[];
}

export const load: PageLoad = async ({ fetch, url }) => ({
	...(await readAs<SessionList>({ fetch, url }, '/me/sessions')),
	closed: url.searchParams.has('da-dong')
});
