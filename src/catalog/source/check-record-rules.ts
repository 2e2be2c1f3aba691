import { knowsSkill } from '../framework.ts';
import type { RecordNeed, RecordRule } from '../record-rules.ts';
import type { RulesFile } from '../rules.ts';
import type { ContentIndex } from './content-index.ts';
import type { FaultSheet } from './fault.ts';
import type { Declared } from './front-matter.ts';

/** That the rules of records name courses, tests, skills and groups that there are, and each rule only once. */
export function checkRecordRules(rules: Declared<typeof RulesFile>, sheet: FaultSheet, index: ContentIndex): void {
	const seen = new Set<string>();
	rules.values.records?.forEach((rule, i) => {
		const at = `records/${i}`;
		if (seen.has(rule.id)) sheet.add(rules.lineOf(`${at}/id`), 'duplicate-id', { id: rule.id, other: 'rules.yaml' });
		seen.add(rule.id);
		checkRule({ rules, sheet, index }, rule, at);
	});
}

interface Checking {
	rules: Declared<typeof RulesFile>;
	sheet: FaultSheet;
	index: ContentIndex;
}

function checkRule({ rules, sheet, index }: Checking, rule: RecordRule, at: string): void {
	const { framework } = index;
	const groups = framework?.groups.map(({ code }) => code) ?? [];
	if (rule.group !== undefined && framework && !groups.includes(rule.group))
		sheet.add(rules.lineOf(`${at}/group`), 'unknown-group', { group: rule.group, known: groups.join(', ') });
	if (rule.kind === 'group' && rule.group === undefined)
		sheet.add(rules.lineOf(`${at}/kind`), 'field-missing', { field: 'group' });
	checkSkills({ rules, sheet, index }, rule.skills, `${at}/skills`);
	rule.needs.forEach((need, i) => checkNeed({ rules, sheet, index }, need, `${at}/needs/${i}`));
}

function checkNeed(checking: Checking, need: RecordNeed, at: string): void {
	const { rules, sheet, index } = checking;
	const { course, test, skills = [] } = need;
	const line = rules.lineOf(at);
	if ((course === undefined) === (test === undefined)) sheet.add(line, 'need-not-one');
	if (course !== undefined && !index.courses.has(course)) sheet.add(line, 'unknown-course', { id: course });
	if (test !== undefined) checkTest(checking, { id: test, level: need.level ?? 0 }, line);
	checkSkills(checking, skills, `${at}/skills`);
}

function checkTest({ sheet, index }: Checking, { id, level }: { id: string; level: number }, line: number): void {
	const test = index.files.find((file) => file.kind === 'test' && file.lang === 'vi' && file.id === id);
	if (test?.kind !== 'test') return sheet.add(line, 'unknown-test', { id });
	const levels = test.fields?.levels?.length ?? 0;
	if (level > levels) sheet.add(line, 'unknown-level', { level, id, levels });
}

function checkSkills({ rules, sheet, index }: Checking, skills: readonly string[], at: string): void {
	skills.forEach((skill, i) => {
		if (index.framework && !knowsSkill(index.framework, skill))
			sheet.add(rules.lineOf(`${at}/${i}`), 'unknown-skill', { skill });
	});
}
