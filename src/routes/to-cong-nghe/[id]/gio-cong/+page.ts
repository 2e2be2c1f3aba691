import { ask } from '$lib/api.ts';
import { turnAway } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { TeamHours } from '../../../../community/index.ts';
import { dayInVietNam } from '../../../../platform/clock.ts';
import { readKeeper } from '../../../lop/access.ts';
import type { PageLoad } from './$types';

/** `?thang=2026-11` is the month; this one unless another is asked for. */
export const load: PageLoad = async ({ fetch, url, params }) => {
	await readKeeper({ fetch, url });
	const month = askedIn(url, 'thang') || dayInVietNam(new Date()).slice(0, 7);
	const path = `/teams/${encodeURIComponent(params.id)}/hours`;
	const asked = `?month=${encodeURIComponent(month)}`;
	const answer = await ask<TeamHours>(fetch, `GET ${path}${asked}`);
	const file = `/api${path}/export${asked}`;
	const id = params.id;
	if (answer.ok) return { id, month, hours: answer.data, file, problem: null };
	if (answer.status !== 400) return turnAway(url, answer);
	const { month: thang = '' } = answer.problem.fields;
	return { id, month, hours: null, file, problem: { ...answer.problem, fields: { thang } } };
};
