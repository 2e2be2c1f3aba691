import { coversSkill } from '../test-view.ts';
import { courseOf } from './check-questions.ts';
import { checkSkills } from './check-skills.ts';
import type { ContentIndex } from './content-index.ts';
import type { ParsedFile } from './parse-file.ts';

/** A blueprint that can be followed: its shares make a hundred, its levels rise, and its banks hold enough of each. */
export function checkTest(file: ParsedFile, index: ContentIndex): void {
	const { fields, sheet, lineOf } = file;
	if (file.kind !== 'test' || file.lang !== 'vi' || !fields) return;
	const { shares = [], levels = [], kind } = fields;
	const total = shares.reduce((sum, { percent }) => sum + percent, 0);
	if (total !== 100) sheet.add(lineOf('shares'), 'test-shares', { total });
	shares.forEach(({ skills }, i) =>
		checkSkills(skills, { file, line: (at) => lineOf(`shares/${i}/skills/${at}`), index })
	);
	if (levels.some(({ percent }, i) => percent <= (levels[i - 1]?.percent ?? 0)))
		sheet.add(lineOf('levels'), 'test-levels-order');
	if (kind === 'final' && levels.length === 0) sheet.add(lineOf('kind'), 'test-no-levels');
	checkBank(file, index);
}

function checkBank({ fields, sheet, lineOf }: ParsedFile, index: ContentIndex): void {
	const { shares = [], banks = [], groups = [], questions = 1 } = fields ?? {};
	const purposeOf = (file: ParsedFile) => (file.kind === 'lesson' ? 'check' : file.kind);
	const asked = index.files
		.filter((file) => file.lang === 'vi' && banks.some((bank) => bank === purposeOf(file)))
		.filter((file) => index.courses.get(courseOf(file, index))?.fields?.groups?.some((each) => groups.includes(each)))
		.flatMap((file) => file.questions.filter(({ reserve }) => !reserve))
		.map(({ attributes }) => attributes.skill ?? '');
	shares.forEach(({ skills, percent }, i) => {
		const needed = Math.ceil((questions * percent) / 100);
		const count = asked.filter((skill) => coversSkill(skills, skill)).length;
		if (count < needed) sheet.add(lineOf(`shares/${i}`), 'test-bank-too-small', { count, needed });
	});
}
