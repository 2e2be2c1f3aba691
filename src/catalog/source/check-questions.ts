import type { ContentIndex } from './content-index.ts';
import { courseIdOf } from './content-index.ts';
import { isId } from './check-document.ts';
import { checkSkills } from './check-skills.ts';
import type { ParsedFile } from './parse-file.ts';
import type { WrittenQuestion } from './questions.ts';

const levels = ['easy', 'medium', 'hard'];
const bankAttributes = ['id', 'skill', 'level', 'lesson'];
const checkAttributes = ['id', 'skill', 'level'];

/** Attributes of a file's questions, and what a file of its kind owes. */
export function checkQuestions(file: ParsedFile, index: ContentIndex): void {
	const { sheet, kind, questions } = file;
	const isBank = kind === 'quiz' || kind === 'exam';
	for (const question of questions) {
		checkAttributesOf(question, file, index);
		if (!isBank && kind !== 'lesson') {
			sheet.add(question.line, 'misplaced-directive', { name: question.reserve ? 'hoi-them' : 'hoi' });
		}
		if (isBank && question.reserve) sheet.add(question.line, 'misplaced-directive', { name: 'hoi-them' });
	}
	if (isBank) checkBank(file, index);
	else if (kind === 'lesson' && !questions.some((question) => !question.reserve)) {
		sheet.add(file.bodyLine, 'lesson-no-questions');
	}
}

function checkAttributesOf(question: WrittenQuestion, file: ParsedFile, index: ContentIndex): void {
	const { sheet } = file;
	const { attributes, line } = question;
	const name = question.reserve ? 'hoi-them' : 'hoi';
	const allowed = file.kind === 'lesson' ? checkAttributes : bankAttributes;
	const hint = '#ma-cau skill="p4.2" level="easy"';
	if (!attributes.id) sheet.add(line, 'attribute-missing', { name, attribute: '#mã', hint });
	else if (!isId(attributes.id)) sheet.add(line, 'bad-id', { id: attributes.id });
	for (const attribute of Object.keys(attributes)) {
		if (!allowed.includes(attribute)) {
			sheet.add(line, 'attribute-unknown', { name, attribute, known: ['#mã', ...allowed.slice(1)].join(', ') });
		}
	}
	// A translation takes skill and level from the Vietnamese question.
	if (attributes.level !== undefined && !levels.includes(attributes.level)) {
		sheet.add(line, 'field-wrong', { field: 'level', hint: 'easy, medium hoặc hard' });
	} else if (attributes.level === undefined && file.lang === 'vi') {
		sheet.add(line, 'attribute-missing', { name, attribute: 'level', hint });
	}
	if (attributes.skill !== undefined) checkSkills([attributes.skill], { file, line: () => line, index });
	else if (file.lang === 'vi') sheet.add(line, 'attribute-missing', { name, attribute: 'skill', hint });
}

function checkBank(file: ParsedFile, index: ContentIndex): void {
	const { sheet, blocks, questions, fields, kind } = file;
	if (questions.length === 0) sheet.add(file.bodyLine, 'no-questions');
	for (const block of blocks) if (block.kind !== 'question') sheet.add(block.line, 'only-questions');
	if (file.lang !== 'vi' || !fields) return;
	const { course = '', purpose } = fields;
	if (purpose !== kind) {
		const folder = kind === 'quiz' ? 'questions' : 'exam';
		sheet.add(file.lineOf('purpose'), 'wrong-purpose', { folder, purpose: kind });
	}
	if (kind === 'exam' && file.courseFolder !== null && fields.public !== true) {
		sheet.add(file.lineOf('public'), 'exam-not-public');
	}
	const known = index.courses.has(course);
	if (!known) sheet.add(file.lineOf('course'), 'unknown-course', { id: course });
	for (const question of questions) checkLesson(question, { file, index, course });
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
