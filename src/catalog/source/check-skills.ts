import { knowsSkill, meansOneSkill } from '../framework.ts';
import { courseIdOf, type ContentIndex } from './content-index.ts';
import type { ParsedFile } from './parse-file.ts';

/** Every skill must be in the framework, and mean the same in every group of the course. */
export function checkSkills(
	refs: readonly string[],
	{ file, line, index }: { file: ParsedFile; line: (at: number) => number; index: ContentIndex }
): void {
	const { framework } = index;
	if (!framework) return;
	const groups = groupsFor(file, index);
	refs.forEach((skill, i) => {
		if (!knowsSkill(framework, skill)) file.sheet.add(line(i), 'unknown-skill', { skill });
		else if (groups.length > 0 && !meansOneSkill(framework, skill, groups)) {
			file.sheet.add(line(i), 'skill-differs', { skill });
		}
	});
}

/** The groups of the test, or of the course the file belongs to; none when that is not known. */
function groupsFor(file: ParsedFile, index: ContentIndex): readonly string[] {
	const courseId = file.fields?.course ?? courseIdOf(file, index.files);
	const own = file.kind === 'course' || file.kind === 'test';
	const course = own ? file : index.courses.get(courseId);
	const known = index.framework?.groups.map((group) => group.code) ?? [];
	return (course?.fields?.groups ?? []).filter((group) => known.includes(group));
}
