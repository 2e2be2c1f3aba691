import { readAs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { ResultList } from '../../../certify/index.ts';
import type { PageLoad } from './$types';

const dones = ['da-ghi', 'da-bo'] as const;
const idIn = (url: URL, name: string) => /^[0-9a-f-]{36}$/.exec(askedIn(url, name))?.[0] ?? '';

/** The last entered first, or those of one entry, which stands in the address. */
export const load: PageLoad = async ({ fetch, url }) => {
	const asked = Object.entries({ batch: idIn(url, 'lan'), after: idIn(url, 'sau') }).filter(([, id]) => id !== '');
	const list = await readAs<ResultList>({ fetch, url }, `/elsewhere/results?${new URLSearchParams(asked)}`);
	return {
		...list,
		done: dones.find((each) => url.searchParams.has(each)) ?? null,
		imported: importedIn(url)
	};
};

/** What an import did, as the address says it. */
function importedIn(url: URL) {
	const [, added, same, taken, wrong] = /^(\d{1,4})-(\d{1,4})-(\d{1,4})-(\d{1,4})$/.exec(askedIn(url, 'nhap')) ?? [];
	if (added === undefined) return null;
	return { added: Number(added), same: Number(same), taken: Number(taken), wrong: Number(wrong) };
}
