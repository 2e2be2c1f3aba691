import type { Answer } from '$lib/api.ts';
import { read } from '$lib/api.ts';
import type { Me } from '../../../identity/index.ts';

interface Visit {
	fetch: typeof fetch;
	setHeaders(headers: Record<string, string>): void;
}

/** What a page says of a sign-in that did not come to its end, and who is signed in all the same. */
export async function troubled({ fetch }: Visit, { problem }: Extract<Answer<unknown>, { ok: false }>) {
	const { account } = await read<Me>(fetch, '/session');
	return { problem, name: account?.name ?? null };
}
