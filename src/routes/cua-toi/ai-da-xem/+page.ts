import { readAs } from '$lib/entry.ts';
import type { OwnAuditList } from '../../../audit/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	const before = url.searchParams.get('truoc');
	const asked = before && /^[1-9]\d{0,8}$/.test(before) ? `?before=${before}` : '';
	return { ...(await readAs<OwnAuditList>({ fetch, url }, `/me/audit${asked}`)), further: asked !== '' };
};
