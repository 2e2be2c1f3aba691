import { ask, type Problem } from '$lib/api.ts';
import { turnAway } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { FigureList } from '../../../certify/index.ts';
import type { PageLoad } from './$types';
import { platforms } from './choices.ts';

const nothing: FigureList = { figures: [], next: null, place: null };
const dones = ['da-ghi', 'da-bo', 'da-bo-lan-nhap'] as const;

/** Place and platform stand in the address bar; a place that can't be read is told beside its field. */
export const load: PageLoad = async ({ fetch, url }) => {
	const [noi, platform] = [askedIn(url, 'noi'), askedIn(url, 'nen-tang')];
	const nenTang = platforms.find((each) => each === platform) ?? '';
	const filters = new URLSearchParams({ ...(noi && { place: noi }), ...(nenTang && { platform: nenTang }) });
	const after = askedIn(url, 'sau');
	if (/^[0-9a-f-]{36}$/.test(after)) filters.set('after', after);
	const answer = await ask<FigureList>(fetch, `GET /elsewhere/figures?${filters}`);
	if (!answer.ok && answer.status !== 400) return turnAway(url, answer);
	const problem: Problem | null = answer.ok
		? null
		: { ...answer.problem, fields: { noi: answer.problem.fields.place ?? answer.problem.message } };
	const next = new URLSearchParams({ ...(noi && { noi }), ...(nenTang && { 'nen-tang': nenTang }) });
	return {
		...(answer.ok ? answer.data : nothing),
		...{ noi, nenTang, problem, further: next.toString(), file: `/api/elsewhere/figures/file?${filters}` },
		done: dones.find((each) => url.searchParams.has(each)) ?? null,
		imported: importedIn(url)
	};
};

/** What an import did, as the address says it. */
function importedIn(url: URL) {
	const [, added, corrected, same, wrong] =
		/^(\d{1,4})-(\d{1,4})-(\d{1,4})-(\d{1,4})$/.exec(askedIn(url, 'nhap')) ?? [];
	if (added === undefined) return null;
	return { added: Number(added), corrected: Number(corrected), same: Number(same), wrong: Number(wrong) };
}
