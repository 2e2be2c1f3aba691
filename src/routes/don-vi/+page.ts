import { readAs, readWhoIs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { OrganisationList } from '../../places/index.ts';
import { kinds, sectors } from './choices.ts';
import type { PageLoad } from './$types';

const asked = { loai: 'kind', nganh: 'sector', trong: 'within', tim: 'query', sau: 'after' } as const;

/** `?loai=` what it is, `?nganh=` its sector, `?trong=` where it lies, `?tim=` a part of its name, `?sau=` the next page. */
export const load: PageLoad = async ({ fetch, url }) => {
	const known: Record<string, string[]> = { loai: kinds, nganh: sectors };
	const filters = Object.fromEntries(
		Object.keys(asked).map((name) => {
			const value = askedIn(url, name);
			return [name, known[name]?.includes(value) === false ? '' : value];
		})
	) as Record<keyof typeof asked, string>; // a member for each name that may be asked
	const search = new URLSearchParams({ limit: '50' });
	for (const [name, member] of Object.entries(asked)) {
		const value = filters[name as keyof typeof asked]; // the names are those of `asked`
		if (value !== '') search.set(member, value);
	}
	const { roles } = await readWhoIs({ fetch, url });
	const mayMake = roles.some((role) => role === 'officer' || role === 'administrator');
	const { organisations, next } = await readAs<OrganisationList>({ fetch, url }, `/organisations?${search}`);
	const more = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''));
	if (next !== null) more.set('sau', next);
	const closed = url.searchParams.has('da-dong');
	return { filters, organisations, more: next === null ? null : `?${more}`, closed, mayMake };
};
