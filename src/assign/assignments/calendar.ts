import ical, { ICalAlarmType } from 'ical-generator';
import { say, type Lang } from '../../platform/messages/index.ts';
import { addDays } from './days.ts';
import type { OwnDuty } from './schemas.ts';

/** A word goes before the day: at nine in the morning, three days before. */
const wordBeforeSeconds = (3 * 24 - 9) * 3_600;

/** The due days of what is still open as a calendar file (RFC 5545), each a whole day with a word before it and a link. */
export function calendarOf(
	duties: readonly OwnDuty[],
	{ lang, origin, now }: { lang: Lang; origin: string; now: Date }
): string {
	const { hostname: host } = new URL(origin);
	const calendar = ical({ name: say(lang, 'duties.calendar-name'), prodId: { company: host, product: 'duties' } });
	for (const { id, title, dueOn, why, assignment, state } of duties) {
		if (state !== 'open') continue;
		const summary = say(lang, 'duties.calendar-due', { title });
		calendar.createEvent({
			id: `${id}@${host}`,
			stamp: now,
			// Whole days are written as their date alone, whatever the zone of this process.
			start: localDay(dueOn),
			end: localDay(addDays(dueOn, 1)),
			allDay: true,
			summary,
			description: `${assignment}. ${why}`,
			url: `${origin}/viec-duoc-giao`,
			alarms: [{ type: ICalAlarmType.display, triggerBefore: wordBeforeSeconds, description: summary }]
		});
	}
	return calendar.toString();
}

function localDay(day: string): Date {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	return new Date(year, month - 1, date);
}
