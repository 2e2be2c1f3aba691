import { Type, type Static } from 'typebox';
import type { Lang } from '../platform/messages/index.ts';

const FrameworkSkill = Type.Object({
	code: Type.String(),
	name_vi: Type.String(),
	name_en: Type.String(),
	summary_vi: Type.String(),
	summary_en: Type.String(),
	seen: Type.Boolean(),
	evidence: Type.String()
});

/** The part of content/framework.json that the platform reads. Nothing in it may be shown as the official table: see `status`. */
export const Framework = Type.Object({
	source: Type.Object({
		title_vi: Type.String(),
		title_en: Type.String(),
		number: Type.String(),
		issued: Type.String(),
		issuer: Type.String(),
		urls: Type.Array(Type.String())
	}),
	version: Type.String(),
	status: Type.Object({
		official_skill_tables_verified: Type.Boolean(),
		official_assessment_rules_verified: Type.Boolean(),
		text_vi: Type.String(),
		text_en: Type.String(),
		code_rule: Type.String(),
		evidence_values: Type.Record(Type.String(), Type.String())
	}),
	groups: Type.Array(
		Type.Object({
			code: Type.String(),
			name_vi: Type.String(),
			name_en: Type.String(),
			skill_table_status: Type.String(),
			skill_groups: Type.Array(
				Type.Object({
					code: Type.String(),
					name_vi: Type.String(),
					name_en: Type.String(),
					seen: Type.Boolean(),
					evidence: Type.String(),
					skills: Type.Array(FrameworkSkill)
				})
			)
		})
	)
});
export type Framework = Static<typeof Framework>;

/** A skill as a page shows it. `verified` is false as long as nobody has read its name in the decision itself. */
export interface Skill {
	/** As the content names it: `p4.2`, or `nguoi-dan/p7.5` where it exists in one group only. */
	ref: string;
	code: string;
	/** The group it belongs to, or null when it means the same in all of them. */
	group: string | null;
	name: string;
	summary: string;
	verified: boolean;
}

type RawSkill = Static<typeof FrameworkSkill>;

/** The skill that `ref` names (`p4.2` or `nguoi-dan/p7.5`), or null when the framework has none of that name. */
export function skillIn(framework: Framework, ref: string, lang: Lang): Skill | null {
	const [group, code] = ref.includes('/') ? splitRef(ref) : [null, ref];
	const found = rawSkills(framework, group, code)[0];
	if (!found) return null;
	return {
		ref,
		code,
		group,
		name: found[`name_${lang}`],
		summary: found[`summary_${lang}`],
		verified: found.seen
	};
}

/** The group of skills that `ref` belongs to, or null when the framework has none of that name. */
export function skillGroupIn(framework: Framework, ref: string, lang: Lang): { code: string; name: string } | null {
	const [group, code] = ref.includes('/') ? splitRef(ref) : [null, ref];
	const found = framework.groups
		.filter((each) => group === null || each.code === group)
		.flatMap((each) => each.skill_groups)
		.find(({ skills }) => skills.some((skill) => skill.code === code));
	return found ? { code: found.code, name: found[`name_${lang}`] } : null;
}

/** Whether `ref` means one and the same skill for everyone a course of these groups is for. */
export function meansOneSkill(framework: Framework, ref: string, groups: readonly string[]): boolean {
	if (ref.includes('/')) {
		const [group, code] = splitRef(ref);
		return rawSkills(framework, group, code).length > 0;
	}
	const names = groups.map((group) => rawSkills(framework, group, ref)[0]?.name_vi);
	return names[0] !== undefined && names.every((name) => name === names[0]);
}

/** Whether some group has a skill of this code. */
export function knowsSkill(framework: Framework, ref: string): boolean {
	const [group, code] = ref.includes('/') ? splitRef(ref) : [null, ref];
	return rawSkills(framework, group, code).length > 0;
}

function splitRef(ref: string): [string, string] {
	const slash = ref.indexOf('/');
	return [ref.slice(0, slash), ref.slice(slash + 1)];
}

function rawSkills(framework: Framework, group: string | null, code: string): RawSkill[] {
	return framework.groups
		.filter((each) => group === null || each.code === group)
		.flatMap((each) => each.skill_groups)
		.flatMap((each) => each.skills)
		.filter((each) => each.code === code);
}
