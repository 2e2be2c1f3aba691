import type { Catalog } from '../../catalog/index.ts';
import { tidy } from '../../platform/text.ts';
import { isTaught, readTime } from '../typed-class.ts';
import { wrongFields } from '../refusals.ts';
import type { EntryRow } from './queries.ts';
import type { ChangedEntry } from './schemas.ts';

type Fault = { field: string; code: string };
type Means = { catalog: Pick<Catalog, 'course' | 'lesson' | 'communityRules'>; now: Date };

const longest = { household: 60, procedureWords: 120, did: 500, nextTime: 500 } as const;
const longestMinutes = 600;
/** Phones' clocks go wrong by minutes; what is further ahead has not been yet. */
const aheadMs = 10 * 60_000;

type EntryParts = Omit<EntryRow, 'id' | 'writerId' | 'placeId' | 'placePath' | 'writtenAt' | 'changedAt' | 'struckAt'>;

/** What was typed of a visit or a help at the desk, as it is kept; refuses with every fault at once, each at its field. */
export function readEntry(typed: ChangedEntry, means: Means): EntryParts {
	const rules = means.catalog.communityRules();
	const { kind, helpedId = null, courseId = null, lessonId = null, alone = null } = typed;
	const usual = kind === 'visit' ? rules.visitMinutes.value : rules.deskMinutes.value;
	const { at, faults } = timeOf(typed, means.now);
	const words = {
		household: wordsOf(typed.household),
		did: wordsOf(typed.did),
		procedureWords: wordsOf(typed.procedureWords),
		nextTime: wordsOf(typed.nextTime)
	};
	const parts = { kind, at, minutes: typed.minutes ?? usual, helpedId, courseId, lessonId, ...words };
	const procedure = typed.procedure || null;
	const wrong = [
		...faults,
		...(typed.placeId === '' ? [{ field: 'placeId', code: 'visits.place-missing' }] : []),
		...(isLength(parts.minutes) ? [] : [{ field: 'minutes', code: 'visits.minutes-wrong' }]),
		...(isTaught(parts, means.catalog) ? [] : [{ field: 'courseId', code: 'community.no-such-lesson' }]),
		...longFaults(words),
		...(kind === 'visit' ? visitFaults(parts) : deskFaults({ procedure, alone }, rules.procedures))
	];
	if (wrong.length > 0) throw wrongFields({ fields: wrong });
	return kind === 'visit'
		? { ...parts, procedure: null, procedureWords: null, alone: null }
		: { ...parts, procedure, alone };
}

function timeOf({ day, time }: ChangedEntry, now: Date): { at: Date; faults: Fault[] } {
	if (day === undefined && time === undefined) return { at: now, faults: [] };
	const { startsAt, faults } = readTime({ day: day ?? '', time: time ?? '' }, now);
	const isAhead = startsAt.getTime() > now.getTime() + aheadMs;
	if (faults.length === 0 && isAhead) return { at: startsAt, faults: [{ field: 'day', code: 'visits.not-yet' }] };
	return { at: startsAt, faults };
}

function visitFaults({ household, helpedId }: Pick<EntryParts, 'household' | 'helpedId'>): Fault[] {
	return household === null && helpedId === null ? [{ field: 'household', code: 'visits.whom-missing' }] : [];
}

function deskFaults(
	{ procedure, alone }: Pick<EntryParts, 'procedure' | 'alone'>,
	procedures: readonly { id: string }[]
): Fault[] {
	return [
		...(procedures.some(({ id }) => id === procedure)
			? []
			: [{ field: 'procedure', code: 'visits.procedure-missing' }]),
		...(alone === null ? [{ field: 'alone', code: 'visits.alone-missing' }] : [])
	];
}

function isLength(minutes: number): boolean {
	return Number.isInteger(minutes) && minutes >= 1 && minutes <= longestMinutes;
}

function wordsOf(text = ''): string | null {
	return tidy(text) || null;
}

function longFaults(words: Record<keyof typeof longest, string | null>): Fault[] {
	return Object.entries(words)
		.filter(([field, text]) => [...(text ?? '')].length > longest[field as keyof typeof longest]) // its keys are those
		.map(([field]) => ({ field, code: 'visits.words-too-long' }));
}
