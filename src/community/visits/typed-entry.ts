import type { Catalog, CommunityRules } from '../../catalog/index.ts';
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
	const { at, faults } = timeOf(typed, means.now);
	const parts: EntryParts = { ...given(typed), ...ofKind(typed, rules), at };
	const wrong = [
		...faults,
		...faultsIf(typed.placeId === '', 'placeId', 'visits.place-missing'),
		...faultsIf(!isLength(parts.minutes), 'minutes', 'visits.minutes-wrong'),
		...faultsIf(!isTaught(parts, means.catalog), 'courseId', 'community.no-such-lesson'),
		...longFaults(parts),
		...(parts.kind === 'visit' ? visitFaults(parts) : deskFaults(parts, rules.procedures))
	];
	if (wrong.length > 0) throw wrongFields({ fields: wrong });
	return parts;
}

type OfKind = Pick<EntryParts, 'kind' | 'procedure' | 'procedureWords' | 'alone' | 'minutes'>;

function given(typed: ChangedEntry) {
	const { helpedId = null, courseId = null, lessonId = null } = typed;
	const words = { household: wordsOf(typed.household), did: wordsOf(typed.did), nextTime: wordsOf(typed.nextTime) };
	return { helpedId, courseId, lessonId, ...words };
}

/** What only help at the desk has, and how long either takes as a rule. */
function ofKind(typed: ChangedEntry, rules: CommunityRules): OfKind {
	const { kind, minutes, alone = null } = typed;
	if (kind === 'visit') {
		const none = { procedure: null, procedureWords: null, alone: null };
		return { kind, ...none, minutes: minutes ?? rules.visitMinutes.value };
	}
	const procedure = { procedure: typed.procedure || null, procedureWords: wordsOf(typed.procedureWords) };
	return { kind, ...procedure, alone, minutes: minutes ?? rules.deskMinutes.value };
}

function faultsIf(wrong: boolean, field: string, code: string): Fault[] {
	return wrong ? [{ field, code }] : [];
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

function longFaults(parts: Pick<EntryParts, keyof typeof longest>): Fault[] {
	return Object.entries(longest)
		.filter(([field, most]) => [...(parts[field as keyof typeof longest] ?? '')].length > most) // its keys are those
		.map(([field]) => ({ field, code: 'visits.words-too-long' }));
}
