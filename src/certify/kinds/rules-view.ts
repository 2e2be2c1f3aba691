import { Type, type Static } from 'typebox';
import type { Catalog, RecordNeed, RecordRule } from '../../catalog/index.ts';
import type { House } from '../../platform/house.ts';
import type { Lang } from '../../platform/messages/index.ts';
import { rulesInForce } from './find-met.ts';

const Text = Type.String();
const Linked = Type.Object({ id: Text, title: Text });
const NeedView = Type.Object({
	course: Type.Optional(Linked),
	test: Type.Optional(Linked),
	level: Type.Optional(Text),
	percent: Type.Optional(Type.Integer()),
	skills: Type.Optional(Type.Array(Text)),
	questions: Type.Optional(Type.Integer())
});
const RecordRuleView = Type.Object({
	id: Text,
	kind: Type.Enum(['group', 'skill', 'merit']),
	version: Type.Integer(),
	since: Type.String({ format: 'date' }),
	title: Text,
	needs: Type.Array(NeedView),
	why: Text
});
export const RecordRuleList = Type.Object({
	rules: Type.Array(RecordRuleView),
	groupsWithout: Type.Array(Text, { description: 'The groups of the framework that no rule is about yet, by name.' })
});
export type RecordRuleList = Static<typeof RecordRuleList>;

/** The rules in force by which records are given that are not simply of a course, in the reader's language. */
export function listRecordRules(house: Pick<House, 'clock'> & { catalog: Catalog }, lang: Lang): RecordRuleList {
	const rules = rulesInForce(house);
	const groups = house.catalog.groups(lang).filter(({ code }) => !rules.some(({ group }) => group === code));
	return {
		rules: rules.map((rule) => viewOf(house.catalog, rule, lang)),
		groupsWithout: groups.map(({ name }) => name)
	};
}

function viewOf(catalog: Catalog, rule: RecordRule, lang: Lang): Static<typeof RecordRuleView> {
	const { id, kind, version, since, needs } = rule;
	const title = rule[`title_${lang}`];
	return {
		id,
		kind,
		version,
		since,
		title,
		needs: needs.map((need) => needView(catalog, need, lang)),
		why: rule[`why_${lang}`]
	};
}

function needView(catalog: Catalog, need: RecordNeed, lang: Lang): Static<typeof NeedView> {
	const { course, percent, skills, questions } = need;
	return {
		...(course !== undefined && { course: { id: course, title: catalog.course(course, lang)?.title ?? course } }),
		...testOf(catalog, need, lang),
		...(percent !== undefined && { percent }),
		...(skills && { skills: skills.map((ref) => catalog.skill(ref, lang)?.name ?? ref) }),
		...(questions !== undefined && { questions })
	};
}

/** The test and the name of the level that is wanted of it, where it is one. */
function testOf(catalog: Catalog, { test, level }: RecordNeed, lang: Lang): Static<typeof NeedView> {
	if (test === undefined) return {};
	const found = catalog.testView(test, lang);
	const name = level === undefined ? undefined : (found?.levels[level - 1]?.name ?? String(level));
	return { test: { id: test, title: found?.title ?? test }, ...(name !== undefined && { level: name }) };
}
