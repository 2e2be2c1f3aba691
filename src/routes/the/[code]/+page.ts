import { read } from '$lib/api.ts';
import type { Me } from '../../../identity/index.ts';
import type { PageLoad } from './$types';

/** Asks nothing about the code: whose card it is, or whether it is one, is told after the right PIN only. */
export const load: PageLoad = async ({ fetch, params }) => {
	const { account } = await read<Me>(fetch, '/session');
	return { code: params.code, account: account && { name: account.name } };
};
