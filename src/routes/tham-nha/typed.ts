import { timeInVietNam } from '$lib/format.ts';
import { given, typedIn, wholeNumber } from '$lib/forms.ts';
import type { Words } from '$lib/words.ts';
import type { EntryView } from '../../community/index.ts';
import { dayInVietNam } from '../../platform/clock.ts';

/** A visit or a help at the desk as its form has it. */
export interface TypedEntry {
	/** The form's own id for it, so that a form sent twice is one entry. */
	id: string;
	kind: string;
	placeId: string;
	/** A household chosen from those of before: `helped ID` or `words WORDS`; empty for another one. */
	whom: string;
	household: string;
	did: string;
	procedure: string;
	procedureWords: string;
	alone: string;
	/** `course` or `course/lesson`. */
	lesson: string;
	nextTime: string;
	day: string;
	time: string;
	minutes: string;
}

const fields = [
	...([
		'id',
		'kind',
		'placeId',
		'whom',
		'household',
		'did',
		'procedure',
		'procedureWords',
		'alone',
		'nextTime'
	] as const),
	...(['day', 'time', 'minutes'] as const)
];

/** What was typed into the form of an entry. */
export function entryTyped(form: FormData): TypedEntry {
	const typed = Object.fromEntries(fields.map((name) => [name, typedIn(form, name)])) as Omit<TypedEntry, 'lesson'>; // all of them
	return { ...typed, lesson: typedIn(form, 'courseId') };
}

/** A form for something that was done just now. */
export function blankEntry(kind: EntryView['kind'], part: Partial<TypedEntry>): TypedEntry {
	const empty = Object.fromEntries(fields.map((name) => [name, ''])) as Omit<TypedEntry, 'lesson'>; // all of them
	return { ...empty, lesson: '', id: crypto.randomUUID(), kind, ...part };
}

/** The form filled in as an entry is. */
export function typedFrom(entry: EntryView): TypedEntry {
	const { helped, alone, course, lesson } = entry;
	const words = (text: string | null | undefined) => text ?? '';
	return {
		id: entry.id,
		kind: entry.kind,
		placeId: entry.place.id,
		whom: helped ? `helped ${helped.id}` : '',
		household: words(entry.household),
		did: words(entry.did),
		procedure: words(entry.procedure?.id),
		procedureWords: words(entry.procedureWords),
		alone: alone === null ? '' : String(alone),
		lesson: [course?.id, lesson?.id].filter(Boolean).join('/'),
		nextTime: words(entry.nextTime),
		day: dayInVietNam(new Date(entry.at)),
		time: timeInVietNam(entry.at),
		minutes: String(entry.minutes)
	};
}

/** The same as the API takes it. What was typed of the household goes before what was chosen. */
export function entryToSend(typed: TypedEntry) {
	const [courseId = '', lessonId = ''] = typed.lesson.split('/');
	return {
		kind: typed.kind,
		placeId: typed.placeId,
		...whomOf(typed),
		did: given(typed.did),
		procedure: given(typed.procedure),
		procedureWords: given(typed.procedureWords),
		alone: typed.alone === '' ? undefined : typed.alone === 'true',
		courseId: given(courseId),
		lessonId: given(lessonId),
		nextTime: given(typed.nextTime),
		...(typed.day || typed.time ? { day: typed.day, time: typed.time } : {}),
		minutes: typed.minutes === '' ? undefined : wholeNumber(typed.minutes)
	};
}

function whomOf({ whom, household }: TypedEntry) {
	if (household !== '') return { household };
	if (whom.startsWith('helped ')) return { helpedId: whom.slice(7) };
	return { household: whom.startsWith('words ') ? whom.slice(6) : undefined };
}

const mostChoices = 6;

/** The households of before, the latest first, to be chosen with one tap. */
export function householdsIn(entries: readonly EntryView[], first?: { id: string; name: string }) {
	const choices = [
		...(first ? [{ value: `helped ${first.id}`, label: first.name }] : []),
		...entries.flatMap(({ mine, helped, household }) => {
			if (!mine) return [];
			if (helped) return [{ value: `helped ${helped.id}`, label: helped.name }];
			return household === null ? [] : [{ value: `words ${household}`, label: household }];
		})
	];
	return [...new Map(choices.map((choice) => [choice.value, choice])).values()].slice(0, mostChoices);
}

/** What the forms call their fields, for the summary of what is wrong. */
export function labelsOf(t: Words['t']): Record<string, string> {
	return {
		placeId: t('visits.place'),
		household: t('visits.whom'),
		helpedId: t('visits.whom'),
		did: t('visits.did'),
		procedure: t('visits.procedure'),
		procedureWords: t('visits.procedure-words'),
		alone: t('visits.alone'),
		courseId: t('visits.lesson'),
		nextTime: t('visits.next-time'),
		day: t('visits.day'),
		time: t('visits.time'),
		minutes: t('visits.minutes')
	};
}
