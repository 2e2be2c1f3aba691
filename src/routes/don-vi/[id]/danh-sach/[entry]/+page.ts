import { readAs } from '$lib/entry.ts';
import type { EntryView } from '../../../../../assign/index.ts';
import { readManager } from '../../../access.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
	await readManager({ fetch, url });
	const entry = await readAs<EntryView>({ fetch, url }, `/staff-entries/${encodeURIComponent(params.entry)}`);
	const { name, birthYear, phone, email, position, staffNumber, apart } = entry;
	const typed = {
		...{ name, birthYear: birthYear === null ? '' : String(birthYear), phone: phone ?? '', email: email ?? '' },
		...{ position: position ?? '', staffNumber: staffNumber ?? '', apart: apart ?? '' }
	};
	return { entry, typed, saved: url.searchParams.has('xong') };
};
