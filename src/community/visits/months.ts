import { startOfDayInVietNam } from '../../platform/clock.ts';
import { wrongFields } from '../refusals.ts';
import type { Span } from './queries.ts';

/** When a month begins and ends in Viet Nam; refuses what is none. */
export function spanOfMonth(month: string): Span {
	const from = /^\d{4}-\d{2}$/.test(month) ? startOfDayInVietNam(`${month}-01`) : null;
	if (from === null) throw wrongFields({ fields: [{ field: 'month', code: 'visits.month-wrong' }] });
	const [year = 0, number = 0] = month.split('-').map(Number);
	const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
	const to = startOfDayInVietNam(`${next}-01`);
	if (to === null) throw wrongFields({ fields: [{ field: 'month', code: 'visits.month-wrong' }] });
	return { from, to };
}
