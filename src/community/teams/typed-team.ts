import type { CommunityRules } from '../../catalog/index.ts';
import { dayInVietNam, startOfDayInVietNam } from '../../platform/clock.ts';
import { fold, normalisePhone, tidy, vietnameseSortKey } from '../../platform/text.ts';
import { wrongFields } from '../refusals.ts';
import type { ChangedMember, NewMembership, TypedTeam } from './schemas.ts';

type Fault = { field: string; code: string };
type Means = { rules: Pick<CommunityRules, 'teamKinds' | 'sponsors'>; now: Date };

const longest = { name: 80, sponsorWords: 80, area: 120 } as const;
/** Teams are older than this platform; before that year there were none. */
const oldest = '2000-01-01';

/** Kind and name of a team as they are kept; refuses with every fault at once, each at its field. */
export function readTeam(typed: TypedTeam, { rules }: Pick<Means, 'rules'>) {
	const name = tidy(typed.name);
	refuseFaults([
		...(rules.teamKinds.some(({ id }) => id === typed.kind) ? [] : [{ field: 'kind', code: 'teams.kind-missing' }]),
		...(name === '' ? [{ field: 'name', code: 'teams.name-missing' }] : longFaults({ name })),
		...(typed.placeId === '' ? [{ field: 'placeId', code: 'teams.place-missing' }] : [])
	]);
	return { kind: typed.kind, name, nameSort: vietnameseSortKey(name), nameFolded: fold(name) };
}

/** Where a member comes from, where she goes and how she is reached, as it is kept. */
export function readMember(typed: Omit<NewMembership, 'code'>, { rules }: Pick<Means, 'rules'>, more: Fault[] = []) {
	const [sponsorWords, area] = [wordsOf(typed.sponsorWords), wordsOf(typed.area)];
	const phone = wordsOf(typed.phone);
	const known = phone === null ? null : normalisePhone(phone);
	refuseFaults([
		...(rules.sponsors.some(({ id }) => id === typed.sponsor)
			? []
			: [{ field: 'sponsor', code: 'teams.sponsor-missing' }]),
		...longFaults({ sponsorWords, area }),
		...(phone !== null && known === null ? [{ field: 'phone', code: 'teams.phone-wrong' }] : []),
		...more
	]);
	return { sponsor: typed.sponsor, sponsorWords, area, phone: known };
}

/** The same of somebody who is in the team, with the day on which she came. */
export function readChangedMember(typed: ChangedMember, means: Means) {
	const joinedOn = tidy(typed.joinedOn);
	const code = dayFault(joinedOn, { from: oldest, to: dayInVietNam(means.now) });
	const parts = readMember(typed, means, code === null ? [] : [{ field: 'joinedOn', code }]);
	return { ...parts, joinedOn };
}

/** The day on which somebody left: today unless another is named, never before she came. */
export function readLeavingDay(typed: string | undefined, { joinedOn, now }: { joinedOn: string; now: Date }): string {
	const today = dayInVietNam(now);
	const leftOn = tidy(typed ?? '') || today;
	const code = dayFault(leftOn, { from: joinedOn, to: today });
	if (code !== null) throw wrongFields({ fields: [{ field: 'leftOn', code }] });
	return leftOn;
}

function dayFault(day: string, { from, to }: { from: string; to: string }): string | null {
	if (day === '') return 'platform.field-required';
	if (startOfDayInVietNam(day) === null) return 'community.day-wrong';
	if (day > to) return 'teams.day-ahead';
	return day < from ? 'teams.day-before' : null;
}

function wordsOf(text = ''): string | null {
	return tidy(text) || null;
}

function longFaults(words: Partial<Record<keyof typeof longest, string | null>>): Fault[] {
	return Object.entries(words)
		.filter(([field, text]) => [...(text ?? '')].length > longest[field as keyof typeof longest]) // its keys are those
		.map(([field]) => ({ field, code: 'teams.words-too-long' }));
}

function refuseFaults(fields: Fault[]): void {
	if (fields.length > 0) throw wrongFields({ fields });
}
