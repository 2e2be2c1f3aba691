import { checkDocument } from './check-document.ts';
import { checkQuestions, courseOf } from './check-questions.ts';
import { checkSkills } from './check-skills.ts';
import { checkTest } from './check-test.ts';
import { checkTranslation } from './check-translation.ts';
import type { ContentIndex } from './content-index.ts';
import { givenId, lineOf } from './markdown.ts';
import type { Declarations, ParsedFile } from './parse-file.ts';
import { checkSentences } from './prose.ts';

/** Checks every file by itself and against the others; what is found stands on the files' sheets. */
export function checkFiles(index: ContentIndex): void {
	for (const file of index.files) {
		if (file.sheet.faults.some((fault) => fault.code === 'not-utf8')) continue;
		checkDocument(file);
		checkQuestions(file, index);
		checkFields(file, index);
		if (file.lang !== 'vi') checkTranslation(file, index);
	}
	checkDuplicates(index);
	for (const course of index.courses.values()) checkBankSize(course, index);
}

function checkFields(file: ParsedFile, index: ContentIndex): void {
	const { fields, sheet } = file;
	if (!fields) return;
	checkFieldSentences(fields, file);
	checkSkills(fields.skills ?? [], { file, line: (i) => file.lineOf(`skills/${i}`), index });
	checkGroups(file, index);
	fields.courses?.forEach((id, i) => {
		if (!index.courses.has(id)) sheet.add(file.lineOf(`courses/${i}`), 'unknown-course', { id });
	});
	if (file.kind === 'lesson') checkLessonFile(file, index);
	checkTest(file, index);
	if (file.kind === 'glossary') checkTerms(file);
}

function checkFieldSentences(fields: Declarations, { lineOf, sheet }: ParsedFile): void {
	for (const field of ['summary', 'about'] as const) checkSentences(fields[field] ?? '', lineOf(field), sheet);
	fields.outcomes?.forEach((outcome, i) => checkSentences(outcome, lineOf(`outcomes/${i}`), sheet));
}

function checkLessonFile(file: ParsedFile, index: ContentIndex): void {
	if (file.blocks.length === 0) file.sheet.add(file.bodyLine, 'empty-body');
	if (file.lang === 'vi' && !index.courses.has(courseOf(file, index))) {
		file.sheet.add(1, 'lesson-no-course', { folder: `courses/${file.courseFolder}` });
	}
}

function checkGroups({ fields, sheet, lineOf }: ParsedFile, { framework }: ContentIndex): void {
	const known = framework?.groups.map((group) => group.code) ?? [];
	const check = (group: string | undefined, line: number) => {
		if (group !== undefined && known.length > 0 && !known.includes(group)) {
			sheet.add(line, 'unknown-group', { group, known: known.join(', ') });
		}
	};
	check(fields?.group, lineOf('group'));
	fields?.groups?.forEach((group, i) => check(group, lineOf(`groups/${i}`)));
}

function checkTerms({ blocks, sheet }: ParsedFile): void {
	const tokens = blocks.flatMap((block) => (block.kind === 'markdown' ? block.tokens : []));
	const solid = tokens.filter((token) => token.type !== 'space');
	for (const [i, token] of solid.entries()) {
		if (token.type !== 'heading') continue;
		const term = String(token.text);
		if (!givenId(token)) sheet.add(lineOf(token), 'term-no-id', { term });
		const next = solid[i + 1];
		if (!next || next.type === 'heading') sheet.add(lineOf(token), 'term-no-meaning', { term });
	}
}

/** Ids are unique in the whole content, per kind; the later file is told. */
function checkDuplicates({ files }: ContentIndex): void {
	const seen = new Map<string, string>();
	const claim = (key: string, id: string, { file, line }: { file: ParsedFile; line: number }) => {
		const other = seen.get(key);
		if (other === undefined) seen.set(key, `${file.path}:${line}`);
		else file.sheet.add(line, 'duplicate-id', { id, other });
	};
	for (const file of files) {
		if (file.lang !== 'vi') continue;
		const line = file.lineOf('id');
		if (file.id !== null && file.kind !== 'glossary') claim(`${file.kind} ${file.id}`, file.id, { file, line });
	}
	for (const file of files) {
		for (const { id, line } of file.questions) {
			if (id) claim(`question ${file.lang} ${id}`, id, { file, line });
		}
	}
}

function checkBankSize(course: ParsedFile, index: ContentIndex): void {
	if (!course.fields) return;
	const asked = course.fields.quiz?.questions ?? index.rules?.quiz.defaultQuestions.value ?? 10;
	const needed = Math.ceil(asked * (index.rules?.quiz.bankFactor.value ?? 2));
	const count = index.files
		.filter((file) => file.kind === 'quiz' && file.lang === 'vi' && courseOf(file, index) === course.id)
		.reduce((sum, file) => sum + file.questions.length, 0);
	if (count < needed) course.sheet.add(course.lineOf('quiz'), 'bank-too-small', { asked, count, needed });
}
