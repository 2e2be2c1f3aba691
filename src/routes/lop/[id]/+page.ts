import { readAs } from '$lib/entry.ts';
import type { ClassView, PhotoList } from '../../../community/index.ts';
import { readKeeper } from '../access.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
	await readKeeper({ fetch, url });
	const path = `/classes/${encodeURIComponent(params.id)}`;
	const [session, photos] = await Promise.all([
		readAs<ClassView>({ fetch, url }, path),
		readAs<PhotoList>({ fetch, url }, `${path}/photos`)
	]);
	const refused = url.searchParams.get('anh');
	return {
		session,
		photos,
		/** Why a photo that was just sent could not be taken: a key of the catalogue. */
		photoProblem: refused !== null && /^(photos|community)\.[a-z-]{1,40}$/.test(refused) ? refused : null,
		/** What was just done, to be said once. */
		done: url.searchParams.get('xong'),
		/** She was asked to be called off: once more the question. */
		cancelling: url.searchParams.has('nghi')
	};
};
