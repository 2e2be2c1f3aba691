import { readAs } from '$lib/entry.ts';
import type { LastUnion } from '../../../community/index.ts';
import type { OwnIdentity } from '../../../identity/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => ({
	...(await readAs<OwnIdentity>({ fetch, url }, '/me/identity')),
	...(await readAs<LastUnion>({ fetch, url }, '/me/unions')),
	joined: url.searchParams.has('da-gan'),
	united: url.searchParams.has('da-gop'),
	parted: url.searchParams.has('da-tach'),
	left: url.searchParams.has('da-go')
});
