import { read } from '$lib/api.ts';
import { askedIn } from '$lib/forms.ts';
import type { PaperList } from '../../assess/index.ts';
import { readPrinter } from './access.ts';
import type { PageLoad } from './$types';

/** `?ma=` looks for the paper that carries a code. */
export const load: PageLoad = async ({ fetch, url }) => {
	await readPrinter({ fetch, url });
	const code = askedIn(url, 'ma');
	const asked = code === '' ? '' : `?code=${encodeURIComponent(code.slice(0, 40))}`;
	return { ...(await read<PaperList>(fetch, `/papers${asked}`)), code };
};
