import { timeInVietNam } from '$lib/format.ts';
import type { ClassView } from '../../community/index.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { TypedClass } from './typed.ts';

/** The form filled in as one session is, at that time or at another. */
export function typedFrom(view: ClassView, startsAt = view.startsAt): TypedClass {
	return {
		placeId: view.place.id,
		day: dayInVietNam(new Date(startsAt)),
		time: timeInVietNam(startsAt),
		lesson: [view.course?.id, view.lesson?.id].filter(Boolean).join('/'),
		topic: view.topic ?? '',
		audience: view.audience ?? '',
		rhythm: view.rhythm,
		minutes: String(view.minutes)
	};
}

/** A form for somebody who begins: today, as long as usual, everything else to say. */
export function blank(now: Date, minutes: number): TypedClass {
	return {
		placeId: '',
		day: dayInVietNam(now),
		time: '',
		lesson: '',
		topic: '',
		audience: '',
		rhythm: 'none',
		minutes: String(minutes)
	};
}
