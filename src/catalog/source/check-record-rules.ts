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

function checkNeed({ rules, sheet, index }: Checking, need: RecordNeed, at: string): void {
	const { course, test, level, skills = [] } = need;
	const line = rules.lineOf(at);
	if ((course === undefined) === (test === undefined)) sheet.add(line, 'need-not-one');
	if (course !== undefined && !index.courses.has(course)) sheet.add(line, 'unknown-course', { id: course });
	const found = index.files.find((file) => file.kind === 'test' && file.lang === 'vi' && file.id === test);
	if (test !== undefined && !found) sheet.add(line, 'unknown-test', { id: test });
	const levels = found?.kind === 'test' ? (found.fields?.levels?.length ?? 0) : 0;
	if (level !== undefined && found && level > levels)
		sheet.add(line, 'unknown-level', { level, id: test ?? '', levels });
	checkSkills({ rules, sheet, index }, skills, `${at}/skills`);
}

function checkSkills({ rules, sheet, index }: Checking, skills: readonly string[], at: string): void {
	skills.forEach((skill, i) => {
		if (index.framework && !knowsSkill(index.framework, skill))
			sheet.add(rules.lineOf(`${at}/${i}`), 'unknown-skill', { skill });
	});
}
