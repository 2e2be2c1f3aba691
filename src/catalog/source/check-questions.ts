import { findQuestionType, questionTypeNames } from '../question-type.ts';
import type { ContentIndex } from './content-index.ts';
import { courseIdOf } from './content-index.ts';
import { isId } from './check-document.ts';
import { checkSkills } from './check-skills.ts';
import type { Declarations, ParsedFile } from './parse-file.ts';
import type { WrittenQuestion } from './questions.ts';

const levels = ['easy', 'medium', 'hard'];
const bankAttributes = ['id', 'skill', 'level', 'lesson', 'type', 'grade'];
const checkAttributes = ['id', 'skill', 'level'];
/** The grades of school, as the framework's plans part them; “cd” is college and university. */
const bands = ['1-3', '4-5', '6-9', '10-12', 'cd'];

/** Attributes of a file's questions, and what a file of its kind owes. */
export function checkQuestions(file: ParsedFile, index: ContentIndex): void {
	const { sheet, kind, questions } = file;
	const isBank = kind === 'quiz' || kind === 'exam';
	for (const question of questions) {
		checkId(question, file);
		checkLevel(question, file);
		checkSkill(question, file, index);
		checkKind(question, file);
		const atHome = isBank ? !question.reserve : kind === 'lesson';
		if (!atHome) sheet.add(question.line, 'misplaced-directive', { name: nameOf(question) });
	}
	if (isBank) checkBank(file, index);
	const hasOwn = questions.some((question) => !question.reserve);
	if (kind === 'lesson' && !hasOwn) sheet.add(file.bodyLine, 'lesson-no-questions');
}

const nameOf = (question: WrittenQuestion) => (question.reserve ? 'hoi-them' : 'hoi');
const hint = '#ma-cau skill="p4.2" level="easy"';

function checkId(question: WrittenQuestion, { sheet, kind }: ParsedFile): void {
	const { attributes, line, id } = question;
	const allowed = kind === 'lesson' ? checkAttributes : [...bankAttributes, ...(question.type.attributes ?? [])];
	if (!id) sheet.add(line, 'attribute-missing', { name: nameOf(question), attribute: '#mã', hint });
	else if (!isId(id)) sheet.add(line, 'bad-id', { id });
	for (const attribute of Object.keys(attributes).filter((each) => !allowed.includes(each))) {
		const known = ['#mã', ...allowed.slice(1)].join(', ');
		sheet.add(line, 'attribute-unknown', { name: nameOf(question), attribute, known });
	}
}

/** A translation takes skill and level from the Vietnamese question. */
function checkLevel(question: WrittenQuestion, { sheet, lang }: ParsedFile): void {
	const { attributes, line } = question;
	if (attributes.level === undefined) {
		if (lang === 'vi') sheet.add(line, 'attribute-missing', { name: nameOf(question), attribute: 'level', hint });
	} else if (!levels.includes(attributes.level)) {
		sheet.add(line, 'field-wrong', { field: 'level', hint: 'easy, medium hoặc hard' });
	}
}

function checkKind({ attributes, line }: WrittenQuestion, { sheet }: ParsedFile): void {
	const { type, grade } = attributes;
	if (type !== undefined && !findQuestionType(type))
		sheet.add(line, 'field-wrong', { field: 'type', hint: questionTypeNames().join(', ') });
	if (grade !== undefined && !bands.includes(grade))
		sheet.add(line, 'field-wrong', { field: 'grade', hint: bands.join(', ') });
}

function checkSkill(question: WrittenQuestion, file: ParsedFile, index: ContentIndex): void {
	const { attributes, line } = question;
	if (attributes.skill !== undefined) checkSkills([attributes.skill], { file, line: () => line, index });
	else if (file.lang === 'vi') {
		file.sheet.add(line, 'attribute-missing', { name: nameOf(question), attribute: 'skill', hint });
	}
}

function checkBank(file: ParsedFile, index: ContentIndex): void {
	const { sheet, blocks, questions, fields } = file;
	if (questions.length === 0) sheet.add(file.bodyLine, 'no-questions');
	for (const block of blocks) if (block.kind !== 'question') sheet.add(block.line, 'only-questions');
	if (file.lang !== 'vi' || !fields) return;
	checkPurpose(fields, file);
	const { course = '' } = fields;
	if (!index.courses.has(course)) sheet.add(file.lineOf('course'), 'unknown-course', { id: course });
	for (const question of questions) checkLesson(question, { file, index, course });
}

function checkPurpose(
	{ purpose, public: isPublic }: Declarations,
	{ sheet, kind, courseFolder, lineOf }: ParsedFile
): void {
	if (purpose !== kind) {
		const folder = kind === 'quiz' ? 'questions' : 'exam';
		sheet.add(lineOf('purpose'), 'wrong-purpose', { folder, purpose: kind });
	}
	const inRepository = courseFolder !== null;
	if (kind === 'exam' && inRepository && isPublic !== true) sheet.add(lineOf('public'), 'exam-not-public');
}

function checkLesson(
	{ attributes, line }: WrittenQuestion,
	{ file, index, course }: { file: ParsedFile; index: ContentIndex; course: string }
): void {
	const { lesson } = attributes;
	// An exam question need not come from one lesson.
	if (!lesson && file.kind === 'quiz') file.sheet.add(line, 'question-no-lesson');
	if (lesson && index.lessons.get(lesson)?.courseId !== course) {
		file.sheet.add(line, 'question-unknown-lesson', { lesson, course });
	}
}

/** The course a file's questions belong to. */
export function courseOf(file: ParsedFile, index: ContentIndex): string {
	return file.fields?.course ?? courseIdOf(file, index.files);
}
