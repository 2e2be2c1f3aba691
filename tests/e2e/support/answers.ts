import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const course = join(import.meta.dirname, '../../../content/courses/an-toan-so');

/** The right options of a question file, as the words on the page. */
function rightOptionsIn(folder: string): Set<string> {
	const files = readdirSync(join(course, folder)).filter((name) => name.endsWith('.md') && !name.endsWith('.en.md'));
	const right = files.flatMap((name) =>
		[...readFileSync(join(course, folder, name), 'utf8').matchAll(/^- \[x\] (.+)$/gm)].map(([, words]) =>
			plain(words ?? '')
		)
	);
	return new Set(right);
}

/** Words without Markdown's marks and with single spaces, for comparing with what a page shows. */
export function plain(words: string): string {
	return words.replace(/[*_`]/g, '').replace(/\s+/g, ' ').trim();
}

/** What an editor marked as right in the quiz; a learner who knows everything. */
export const rightInQuiz = rightOptionsIn('questions');
/** What is right among the check questions of the lessons. */
export const rightInLessons = rightOptionsIn('lessons');
