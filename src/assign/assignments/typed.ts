import type { Catalog } from '../../catalog/index.ts';
import { startOfDayInVietNam } from '../../platform/clock.ts';
import { tidy } from '../../platform/text.ts';
import { addDays } from './days.ts';
import type { AssignmentRow, ItemRow } from './queries.ts';
import type { TypedAssignment } from './schemas.ts';

export type Fault = { field: string; code: string };
type Item = Pick<ItemRow, 'subject' | 'programme'>;

/** What is kept of an assignment besides whose it is and whom it is for. */
export type Asked = Pick<
	AssignmentRow,
	| 'title'
	| 'reason'
	| 'document'
	| 'required'
	| 'startsOn'
	| 'dueOn'
	| 'finalOn'
	| 'graceDays'
	| 'passPercent'
	| 'renewMonths'
	| 'testAlone'
>;

const testMark = 'test:';
const programmeMark = 'programme:';
/** Longer ahead nobody plans. */
const longestDays = 5 * 366;

/** An assignment as somebody describes it, and everything that is wrong with it. */
export function readAssignment(
	typed: TypedAssignment,
	{ today, catalog }: { today: string; catalog: Catalog }
): { asked: Asked; items: Item[]; faults: Fault[] } {
	const [title, reason, document] = [tidy(typed.title), tidy(typed.reason), tidy(typed.document ?? '')];
	const items = readItems(typed.items, catalog);
	const days = readDays(typed, today);
	const faults = [
		...lineFaults('title', title, 160),
		...lineFaults('reason', reason, 400),
		...(document.length > 160 ? [{ field: 'document', code: 'duties.too-long' }] : []),
		...days.faults,
		...numberFaults(typed),
		...(items.length === 0 ? [{ field: 'items', code: 'duties.no-items' }] : []),
		...itemFaults(items, catalog),
		...(typed.targets.length === 0 ? [{ field: 'targets', code: 'duties.no-targets' }] : [])
	];
	const { required, testAlone, graceDays = 0, passPercent = null, renewMonths = null } = typed;
	const { startsOn, dueOn, finalOn } = days;
	const asked = { title, reason, document: document || null, required, startsOn, dueOn, finalOn };
	return { asked: { ...asked, graceDays, passPercent, renewMonths, testAlone }, items, faults };
}

function lineFaults(field: string, text: string, longest: number): Fault[] {
	if (text === '') return [{ field, code: `duties.${field}-missing` }];
	return text.length > longest ? [{ field, code: 'duties.too-long' }] : [];
}

/** The days as they were typed, and what is wrong with them and with each other. */
export function readDays(
	typed: Pick<TypedAssignment, 'startsOn' | 'dueOn' | 'finalOn'>,
	today: string
): { startsOn: string; dueOn: string; finalOn: string; faults: Fault[] } {
	const [startsOn, dueOn] = [typed.startsOn.trim(), typed.dueOn.trim()];
	const finalOn = typed.finalOn?.trim() || dueOn;
	const unreadable = Object.entries({ startsOn, dueOn, finalOn }).filter(([, day]) => !isDay(day, today));
	const faults = unreadable.map(([field]) => ({ field, code: 'duties.no-such-day' }));
	if (faults.length === 0) {
		if (dueOn < today) faults.push({ field: 'dueOn', code: 'duties.due-past' });
		if (startsOn > dueOn) faults.push({ field: 'startsOn', code: 'duties.starts-after-due' });
		if (finalOn < dueOn) faults.push({ field: 'finalOn', code: 'duties.final-before-due' });
	}
	return { startsOn, dueOn, finalOn, faults };
}

function isDay(day: string, today: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || startOfDayInVietNam(day) === null) return false;
	return day > addDays(today, -longestDays) && day < addDays(today, longestDays);
}

function numberFaults({ graceDays = 0, passPercent = 100, renewMonths = 12 }: TypedAssignment): Fault[] {
	const within = (value: number, least: number, most: number) =>
		Number.isInteger(value) && value >= least && value <= most;
	return [
		...(within(graceDays, 0, 90) ? [] : [{ field: 'graceDays', code: 'duties.grace-wrong' }]),
		...(within(passPercent, 1, 100) ? [] : [{ field: 'passPercent', code: 'duties.percent-wrong' }]),
		...(within(renewMonths, 1, 60) ? [] : [{ field: 'renewMonths', code: 'duties.months-wrong' }])
	];
}

/** What is to be done, each once; a programme stands for its courses. */
function readItems(items: readonly string[], catalog: Catalog): Item[] {
	const read = new Map<string, Item>();
	for (const item of items) {
		const programme = item.startsWith(programmeMark) ? item.slice(programmeMark.length) : null;
		const courses =
			programme === null ? [item] : (catalog.programme(programme, 'vi')?.courses ?? []).map(({ id }) => id);
		// A programme that is not there stands as it was typed, to be told as such.
		for (const subject of courses.length ? courses : [item])
			if (!read.has(subject)) read.set(subject, { subject, programme });
	}
	return [...read.values()];
}

/** Whether a subject can be learnt or tested now. */
export function titleOf(catalog: Catalog, subject: string, lang: 'vi' | 'en'): string | null {
	if (subject.startsWith(testMark)) return catalog.testView(subject.slice(testMark.length), lang)?.title ?? null;
	return catalog.course(subject, lang)?.title ?? null;
}

export function itemFaults(items: readonly { subject: string }[], catalog: Catalog): Fault[] {
	const lost = items.some(({ subject }) => titleOf(catalog, subject, 'vi') === null);
	return lost ? [{ field: 'items', code: 'duties.not-published' }] : [];
}
