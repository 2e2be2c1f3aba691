import { given, typedIn } from '$lib/forms.ts';
import type { CommunityRulesView } from '../../community/index.ts';
import type { Words } from '$lib/words.ts';

/** Choices of the rules, as a form takes them. */
export function optionsOf(choices: CommunityRulesView['sponsors']) {
	return choices.map(({ id, name }) => ({ value: id, label: name }));
}

/** A team as its form has it. */
export function teamTyped(form: FormData) {
	return { kind: typedIn(form, 'kind'), name: typedIn(form, 'name'), placeId: typedIn(form, 'placeId') };
}

/** A member as the form has her. */
export interface TypedMember {
	sponsor: string;
	sponsorWords: string;
	area: string;
	phone: string;
}

export function memberTyped(form: FormData): TypedMember {
	return {
		sponsor: typedIn(form, 'sponsor'),
		sponsorWords: typedIn(form, 'sponsorWords'),
		area: typedIn(form, 'area'),
		phone: typedIn(form, 'phone')
	};
}

/** The same as the API takes it. */
export function memberToSend({ sponsor, sponsorWords, area, phone }: TypedMember) {
	return { sponsor, sponsorWords: given(sponsorWords), area: given(area), phone: given(phone) };
}

/** What the forms call their fields, for the summary of what is wrong. */
export function labelsOf(t: Words['t']): Record<string, string> {
	return {
		kind: t('teams.kind'),
		name: t('teams.name'),
		placeId: t('teams.place'),
		code: t('teams.code'),
		sponsor: t('teams.sponsor'),
		sponsorWords: t('teams.sponsor-words'),
		area: t('teams.area'),
		phone: t('teams.phone'),
		joinedOn: t('teams.joined-on'),
		leftOn: t('teams.left-on')
	};
}
