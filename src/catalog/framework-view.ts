import type { Lang } from '../platform/messages/index.ts';
import { find, type Release } from './release.ts';
import type { FrameworkView, RulesView } from './schemas.ts';
import type { RulesFile } from './rules.ts';
import type { Framework } from './framework.ts';

/** The framework as far as it is known, every name with its mark of not being verified. */
export function frameworkView(release: Release, lang: Lang): FrameworkView | null {
	const framework = find(release, 'framework', { id: 'framework', lang: 'vi' })?.compiled;
	if (!framework) return null;
	const { source, status } = framework;
	return {
		number: source.number,
		title: source[`title_${lang}`],
		issued: source.issued,
		issuer: source.issuer,
		urls: source.urls,
		version: framework.version,
		verified: {
			skillTables: status.official_skill_tables_verified,
			assessmentRules: status.official_assessment_rules_verified
		},
		note: status[`text_${lang}`],
		groups: framework.groups.map((group) => groupView(group, lang))
	};
}

function groupView(group: Framework['groups'][number], lang: Lang): FrameworkView['groups'][number] {
	return {
		code: group.code,
		name: group[`name_${lang}`],
		skillGroups: group.skill_groups.map((skillGroup) => ({
			code: skillGroup.code,
			name: skillGroup[`name_${lang}`],
			verified: skillGroup.seen,
			skills: skillGroup.skills.map((skill) => ({
				ref: `${group.code}/${skill.code}`,
				code: skill.code,
				group: group.code,
				name: skill[`name_${lang}`],
				summary: skill[`summary_${lang}`],
				verified: skill.seen,
				evidence: skill.evidence
			}))
		}))
	};
}

/** The rules of learning with the reason for each, in the reader's language. */
export function rulesView(release: Release, lang: Lang): RulesView | null {
	const file = find(release, 'rules', { id: 'rules', lang: 'vi' })?.compiled;
	if (!file) return null;
	const say = <T>(rule: { value: T; why_vi: string; why_en: string }) => ({
		value: rule.value,
		why: rule[`why_${lang}`]
	});
	return { rules: explained(file, say), updatedAt: file.updated };
}

type Say = <T>(rule: { value: T; why_vi: string; why_en: string }) => { value: T; why: string };

function explained(file: Omit<RulesFile, 'review'> & Partial<RulesFile>, say: Say): RulesView['rules'] {
	const { plausible, extraQuestions, quiz, review } = file;
	return {
		plausible: {
			wordsPerMinute: say(plausible.wordsPerMinute),
			secondsPerQuestion: say(plausible.secondsPerQuestion),
			shareOfLesson: say(plausible.shareOfLesson)
		},
		extraQuestions: say(extraQuestions),
		quiz: {
			officialPassPercent: say(quiz.officialPassPercent),
			defaultPassPercent: say(quiz.defaultPassPercent),
			defaultQuestions: say(quiz.defaultQuestions),
			bankFactor: say(quiz.bankFactor)
		},
		...(review && {
			review: {
				questions: say(review.questions),
				secondsPerQuestion: say(review.secondsPerQuestion),
				retireAfterDays: say(review.retireAfterDays)
			}
		})
	};
}
