import { read } from '$lib/api.ts';
import type { ClassList } from '../../community/index.ts';
import { readKeeper } from './access.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	await readKeeper({ fetch, url });
	const after = url.searchParams.get('sau');
	const past = `/classes?when=past${after ? `&after=${encodeURIComponent(after)}` : ''}`;
	const [coming, open, over] = await Promise.all([
		read<ClassList>(fetch, '/classes?when=coming'),
		read<ClassList>(fetch, '/classes?when=open'),
		read<ClassList>(fetch, past)
	]);
	return { coming, open, past: over };
};
