import { given, typedIn, wholeNumber } from '$lib/forms.ts';

/** A session as the form has it. */
export interface TypedClass {
	placeId: string;
	day: string;
	time: string;
	/** `course` or `course/lesson`. */
	lesson: string;
	topic: string;
	audience: string;
	rhythm: string;
	minutes: string;
}

/** What was typed into the form of a session. */
export function classTyped(form: FormData): TypedClass {
	return {
		placeId: typedIn(form, 'placeId'),
		day: typedIn(form, 'day'),
		time: typedIn(form, 'time'),
		lesson: typedIn(form, 'courseId'),
		topic: typedIn(form, 'topic'),
		audience: typedIn(form, 'audience'),
		rhythm: typedIn(form, 'rhythm'),
		minutes: typedIn(form, 'minutes')
	};
}

/** The same as the API takes it. */
export function classToSend({ lesson, topic, audience, rhythm, minutes, ...rest }: TypedClass) {
	const [courseId = '', lessonId = ''] = lesson.split('/');
	return {
		...rest,
		courseId: given(courseId),
		lessonId: given(lessonId),
		topic,
		audience,
		rhythm: rhythm || 'none',
		minutes: minutes === '' ? undefined : wholeNumber(minutes)
	};
}
