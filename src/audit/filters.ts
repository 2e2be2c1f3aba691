import { startOfDayInVietNam } from '../platform/clock.ts';
import type { TrailFilter } from './queries.ts';
import { wrongDays } from './refusals.ts';
import type { Filters } from './schemas.ts';

const dayMs = 24 * 3_600_000;

/** What was chosen, its days as instants: the last day counts to its end. Says which day is none. */
export function filterFrom({ action, actor, from, to }: Filters): TrailFilter {
	const first = from === undefined ? undefined : dayIn('from', from);
	const last = to === undefined ? undefined : dayIn('to', to);
	if (first && last && last < first) throw wrongDays({ fields: [{ field: 'to', code: 'audit.days-reversed' }] });
	return { action, actor, from: first, until: last && new Date(last.getTime() + dayMs) };
}

function dayIn(field: string, day: string): Date {
	const start = startOfDayInVietNam(day);
	if (!start) throw wrongDays({ fields: [{ field, code: 'audit.no-such-day' }] });
	return start;
}
