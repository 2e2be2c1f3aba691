import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { largeLesson, largeQuestions } from './large-lesson.ts';
import { aVoice, capital, sentence, title } from './large-words.ts';

const shipped = join(import.meta.dirname, '../../content');
const copied = ['framework.json', 'provinces.json', 'glossary.md', 'glossary.en.md'];
const groups = ['nguoi-dan', 'hoc-sinh', 'lao-dong', 'cong-chuc'];
const lessonsPerCourse = 14;
/** One in so many lessons, with its questions, and courses has an English translation. */
const translatedEvery = 10;

export interface LargeContent {
	lessons: number;
	/** All questions together: check, reserve and quiz. At least four for each lesson. */
	questions: number;
}

/**
 * Writes a content folder of any size that passes the content check: the same numbers always give the same bytes.
 * Courses are called `khoa-0001`…, lessons `bai-00001`…, their questions `bai-00001-1`… and `q-bai-00001-1`….
 */
export function writeLargeContent(folder: string, { lessons, questions }: LargeContent): void {
	if (lessons < 1 || questions < 4 * lessons) throw new RangeError('every lesson needs four questions');
	mkdirSync(folder, { recursive: true });
	for (const file of copied) copyFileSync(join(shipped, file), join(folder, file));
	const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
	// The rules name courses; here the first one stands for each.
	const rules = readFileSync(join(shipped, 'rules.yaml'), 'utf8');
	const ofLearning = rules.slice(0, rules.indexOf('\nrecords:'));
	write('rules.yaml', ofLearning.replace(/^(\s+course:) .*$/gm, `$1 ${numbered('khoa', 0, 4)}`));
	const courses = Math.ceil(lessons / lessonsPerCourse);
	for (let course = 0; course < courses; course++) {
		const from = course * lessonsPerCourse;
		const own = Array.from({ length: Math.min(lessonsPerCourse, lessons - from) }, (_, i) => from + i);
		const shares = own.map(
			(lesson) => Math.floor(((lesson + 1) * questions) / lessons) - Math.floor((lesson * questions) / lessons)
		);
		writeCourse(course, shares, (path, text) => {
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			write(path, text);
		});
	}
	mkdirSync(join(folder, 'programmes'), { recursive: true });
	for (const [i, group] of groups.entries()) write(`programmes/${group}.md`, programme(group, i, courses));
}

type Write = (path: string, text: string) => void;

const numbered = (name: string, n: number, digits: number) => `${name}-${String(n + 1).padStart(digits, '0')}`;

/** `shares` says how many questions each lesson has. */
function writeCourse(course: number, shares: readonly number[], write: Write): void {
	const id = numbered('khoa', course, 4);
	const folder = `courses/${id}`;
	write(`${folder}/course.md`, courseFile(id, course, shares));
	if (course % translatedEvery === 0) write(`${folder}/course.en.md`, courseWords(id));
	for (const [i, share] of shares.entries()) {
		const lesson = {
			id: numbered('bai', course * lessonsPerCourse + i, 5),
			courseId: id,
			share
		};
		const file = `${String(i + 1).padStart(2, '0')}-${lesson.id}`;
		write(`${folder}/lessons/${file}.md`, largeLesson(lesson, 'vi'));
		write(`${folder}/questions/${file}.md`, bank(id, largeQuestions(lesson, 'vi')));
		if ((course * lessonsPerCourse + i) % translatedEvery !== 0) continue;
		write(`${folder}/lessons/${file}.en.md`, largeLesson(lesson, 'en'));
		write(`${folder}/questions/${file}.en.md`, bank(id, largeQuestions(lesson, 'en')));
	}
}

const bank = (course: string, questions: string) => `---\ncourse: ${course}\npurpose: quiz\n---\n\n${questions}`;

/** Every course is for one group; every fifth is for all. */
const groupsOf = (course: number) => (course % 5 === 0 ? groups : [groups[course % groups.length] ?? 'nguoi-dan']);

function courseFile(id: string, course: number, shares: readonly number[]): string {
	const voice = aVoice('vi', { topic: id, seed: id });
	const quiz = shares.reduce((sum, share) => sum + Math.ceil(share / 2), 0);
	const outcomes = [0, 1, 2].map(() => `  - "${capital(voice.say('deeds'))} ${voice.say('ways')}."`);
	return `---
id: ${id}
version: 1
title: "${title(voice)}"
summary: "${sentence(voice)}"
minutes: ${shares.length * 6}
groups: [${groupsOf(course).join(', ')}]
skills: ["p4.2", "1.2"]
outcomes:
${outcomes.join('\n')}
quiz: { questions: ${Math.min(10, Math.floor(quiz / 2))}, passPercent: 80 }
updated: "2026-11-23"
---

${sentence(voice)} ${sentence(voice)}
`;
}

function courseWords(id: string): string {
	const voice = aVoice('en', { topic: id, seed: id });
	const outcomes = [0, 1, 2].map(() => `  - "${sentence(voice)}"`);
	return `---
id: ${id}
title: "${title(voice)}"
summary: "${sentence(voice)}"
outcomes:
${outcomes.join('\n')}
---

${sentence(voice)} ${voice.say('advice')}.
`;
}

function programme(group: string, i: number, courses: number): string {
	const voice = aVoice('vi', { topic: group, seed: group });
	const own = Array.from({ length: courses }, (_, course) => course).filter((course) =>
		groupsOf(course).includes(group)
	);
	// A very small folder has too few courses for every group.
	const listed = own.length > 0 ? own : [i % courses];
	return `---
id: ${group}
group: ${group}
title: "${title(voice)}"
summary: "${sentence(voice)}"
about: "${sentence(voice)}"
courses: [${listed.map((course) => numbered('khoa', course, 4)).join(', ')}]
updated: "2026-11-23"
---

${sentence(voice)}
`;
}
