import { readAs } from '$lib/entry.ts';
import type { SittingView } from '../../../assess/index.ts';
import type { PageLoad } from './$types';

const said = ['paused', 'resumed', 'extended', 'checked', 'void', 'closed'];

export const load: PageLoad = async ({ fetch, params, url }) => {
	const done = url.searchParams.get('xong') ?? '';
	return {
		sitting: await readAs<SittingView>({ fetch, url }, `/sittings/${encodeURIComponent(params.id)}`),
		done: said.includes(done) ? done : null,
		/** Made with the page: a form that is sent twice gives its minutes once. */
		key: crypto.randomUUID()
	};
};
