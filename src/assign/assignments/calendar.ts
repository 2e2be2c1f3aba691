import ical from 'ical-generator';
import { say, type Lang } from '../../platform/messages/index.ts';
import { addDays } from './days.ts';
import type { OwnDuty } from './schemas.ts';

/** The due days of what is still open as a calendar file (RFC 5545), each a whole day with a word some days before. */
export function calendarOf(
	duties: readonly OwnDuty[],
	{ lang, host, now }: { lang: Lang; host: string; now: Date }
): string {
	const calendar = ical({ name: say(lang, 'duties.calendar-name'), prodId: { company: host, product: 'duties' } });
	for (const { id, title, dueOn, why, assignment, state } of duties) {
		if (state !== 'open') continue;
		calendar.createEvent({
			id: `${id}@${host}`,
			stamp: now,
			// Whole days are written as their date alone, whatever the zone of this process.
			start: localDay(dueOn),
			end: localDay(addDays(dueOn, 1)),
			allDay: true,
			summary: say(lang, 'duties.calendar-due', { title }),
			description: `${assignment}. ${why}`
		});
	}
	return calendar.toString();
}

function localDay(day: string): Date {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	return new Date(year, month - 1, date);
}
