import { say, type Lang } from '../../platform/messages/index.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { BoardCell } from './schemas.ts';

/** What one person is asked in one module, as far as a cell says it. */
export interface CellDuty {
	readonly state: 'open' | 'done' | 'waived' | 'equivalent' | 'gone';
	readonly dueOn: string;
	readonly settledAt: Date | null;
	readonly percent: number | null;
	readonly graceDays: number;
}

const dayMs = 86_400_000;

/** For how many days it has been late; 0 until the grace after the due day is over. */
function daysLate({ dueOn, graceDays }: Pick<CellDuty, 'dueOn' | 'graceDays'>, today: string): number {
	const days = Math.round((Date.parse(today) - Date.parse(dueOn)) / dayMs);
	return days > graceDays ? days : 0;
}

/** The last due day that is late today where so many days of grace are given. */
export function lastLateDay(today: string, graceDays: number): string {
	return new Date(Date.parse(today) - (graceDays + 1) * dayMs).toISOString().slice(0, 10);
}

/**
 * What stands in one cell. Where one module is asked more than once, what is still open counts: the latest of it, then
 * what is due first; where nothing is open, what was settled last.
 */
export function cellOf(duties: readonly CellDuty[], today: string, lang: Lang): BoardCell {
	const [open] = duties
		.filter(({ state }) => state === 'open')
		.sort((a, b) => daysLate(b, today) - daysLate(a, today) || (a.dueOn < b.dueOn ? -1 : 1));
	if (open) return openCell(open, today, lang);
	const [settled] = duties
		.filter(({ state }) => state !== 'gone')
		.sort((a, b) => (b.settledAt?.getTime() ?? 0) - (a.settledAt?.getTime() ?? 0));
	return settled ? settledCell(settled, lang) : { state: 'not-asked', text: say(lang, 'board.cell-not-asked') };
}

function openCell(open: CellDuty, today: string, lang: Lang): BoardCell {
	const days = daysLate(open, today);
	const day = shown(open.dueOn);
	return days > 0
		? { state: 'late', text: say(lang, 'board.cell-late', { days }) }
		: { state: 'open', text: say(lang, 'board.cell-open', { day }) };
}

function settledCell({ state, settledAt, percent }: CellDuty, lang: Lang): BoardCell {
	const day = settledAt ? shown(dayInVietNam(settledAt)) : '';
	if (state !== 'done') {
		const said = state === 'waived' ? 'waived' : 'equivalent';
		return { state: said, text: say(lang, `board.cell-${said}`, { day }) };
	}
	const key = percent === null ? 'board.cell-done-plain' : 'board.cell-done';
	return { state: 'done', text: say(lang, key, { day, ...(percent !== null && { percent }) }) };
}

/** `2026-11-23` as people write it. */
function shown(day: string): string {
	const [year, month, date] = day.split('-');
	return `${date}/${month}/${year}`;
}
