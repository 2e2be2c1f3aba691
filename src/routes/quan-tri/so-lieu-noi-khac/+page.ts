import { ask, type Problem } from '$lib/api.ts';
import { turnAway } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { FigureList } from '../../../certify/index.ts';
import type { PageLoad } from './$types';
import { platforms } from '../noi-khac/choices.ts';

const nothing: FigureList = { figures: [], next: null, place: null };
const dones = ['da-ghi', 'da-bo', 'da-bo-lan-nhap'] as const;

/** Place and platform stand in the address bar; a place that can't be read is told beside its field. */
export const load: PageLoad = async ({ fetch, url }) => {
	const noi = askedIn(url, 'noi');
	const nenTang = platforms.find((each) => each === askedIn(url, 'nen-tang')) ?? '';
	const after = /^[0-9a-f-]{36}$/.exec(askedIn(url, 'sau'))?.[0] ?? '';
	const asked = filled({ place: noi, platform: nenTang, after });
	const answer = await ask<FigureList>(fetch, `GET /elsewhere/figures?${asked}`);
	if (!answer.ok && answer.status !== 400) return turnAway(url, answer);
	return {
		...(answer.ok ? answer.data : nothing),
		...{ noi, nenTang, problem: answer.ok ? null : besideField(answer.problem) },
		...{ further: filled({ noi, 'nen-tang': nenTang }), file: `/api/elsewhere/figures/file?${asked}` },
		done: dones.find((each) => url.searchParams.has(each)) ?? null,
		imported: importedIn(url)
	};
};

/** What was given of these, as an address carries it. */
function filled(values: Record<string, string>): string {
	return new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '')).toString();
}

const besideField = (problem: Problem): Problem => ({
	...problem,
	fields: { noi: problem.fields.place ?? problem.message }
});

/** What an import did, as the address says it. */
function importedIn(url: URL) {
	const [, added, corrected, same, wrong] =
		/^(\d{1,4})-(\d{1,4})-(\d{1,4})-(\d{1,4})$/.exec(askedIn(url, 'nhap')) ?? [];
	if (added === undefined) return null;
	return { added: Number(added), corrected: Number(corrected), same: Number(same), wrong: Number(wrong) };
}
