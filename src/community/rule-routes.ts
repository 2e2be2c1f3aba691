import type { TypedApi } from '../platform/http/api.ts';
import type { Lang } from '../platform/messages/index.ts';
import type { CommunityHouse } from './community-house.ts';
import { readFieldLesson } from './field-lesson.ts';
import { choicesOf } from './rule-names.ts';
import { CommunityRulesView, FieldLesson } from './schemas.ts';

const tags = ['community'];

/** What differs from province to province, and the course that comes before every list of people. */
export function ruleRoutes(api: TypedApi, house: CommunityHouse): void {
	const rules = 'What teams are called, whom members come from, what is asked for at the service centre';
	api.get(
		'/community-rules',
		{ config: { access: 'public' }, schema: { tags, summary: rules, response: { 200: CommunityRulesView } } },
		async ({ lang }) => rulesView(house, lang)
	);
	const lesson = 'The course about people’s data that helpers finish first, and how far one has come oneself';
	api.get(
		'/field-lesson',
		{ config: { access: 'account' }, schema: { tags, summary: lesson, response: { 200: FieldLesson } } },
		({ actor }) => readFieldLesson(house, actor)
	);
}

function rulesView({ catalog }: CommunityHouse, lang: Lang): CommunityRulesView {
	const { teamKinds, sponsors, procedures, classMinutes, visitMinutes, deskMinutes, correctDays, digitalFamily } =
		catalog.communityRules();
	const { course, members } = digitalFamily;
	return {
		teamKinds: choicesOf(teamKinds, lang),
		sponsors: choicesOf(sponsors, lang),
		procedures: choicesOf(procedures, lang),
		classMinutes: classMinutes.value,
		visitMinutes: visitMinutes.value,
		deskMinutes: deskMinutes.value,
		correctDays: correctDays.value,
		digitalFamily: {
			course: { id: course, name: catalog.course(course, lang)?.title ?? course },
			members,
			why: digitalFamily[`why_${lang}`]
		}
	};
}
