import { ask } from '$lib/api.ts';
import { turnAway } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { Headcount } from '../../../community/index.ts';
import { readKeeper } from '../../lop/access.ts';
import type { PageLoad } from './$types';

/** `?ngay=2026-04-30` is the day to compare with. */
export const load: PageLoad = async ({ fetch, url }) => {
	await readKeeper({ fetch, url });
	const day = askedIn(url, 'ngay');
	if (!day) return { day, count: null, problem: null };
	const answer = await ask<Headcount>(fetch, `GET /team-headcount?day=${encodeURIComponent(day)}`);
	if (answer.ok) return { day, count: answer.data, problem: null };
	if (answer.status !== 400) return turnAway(url, answer);
	const { day: ngay = '' } = answer.problem.fields;
	return { day, count: null, problem: { ...answer.problem, fields: { ngay } } };
};
