import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../platform/messages/index.ts';
import type { Release } from './release.ts';
import type { DownloadView, LessonView } from './schemas.ts';
import { courseView, lessonView } from './views.ts';

/** What a lesson's page takes besides the lesson itself, measured over the lessons there are. */
const frameBytes = 25_000;

/** What a phone has to fetch to keep a course: its pages and all that they show, with how much that is. */
export function downloadView(release: Release, courseId: string, lang: Lang): DownloadView | null {
	const course = courseView(release, courseId, lang);
	if (!course) return null;
	const lessons = course.lessons
		.map((lesson) => lessonView(release, { courseId, lessonId: lesson.id }, lang))
		.filter((lesson) => lesson !== null);
	const media = [...new Set(lessons.flatMap(mediaIn))].filter((name) => release.media.has(name));
	const own = `/khoa-hoc/${courseId}`;
	// Each lesson to be read, and once more in steps for the big screen of a class.
	const pages = [own, ...lessons.flatMap(({ id }) => [`${own}/${id}`, `${own}/${id}/man-hinh`])];
	const text = lessons.reduce((sum, lesson) => sum + Buffer.byteLength(textOf(lesson)), 0);
	const seen = media.reduce((sum, name) => sum + sizeOf(join(release.mediaDir, name)), 0);
	return {
		courseId,
		title: course.title,
		lessons: lessons.length,
		bytes: pages.length * frameBytes + 2 * text + seen,
		pages,
		media: media.map((name) => `/media/${name}`)
	};
}

const textOf = ({ parts }: LessonView) =>
	parts
		.map((part) => (part.kind === 'html' ? part.html : part.question.options.map(({ text }) => text).join('')))
		.join('');

const mediaIn = (lesson: LessonView) =>
	[...textOf(lesson).matchAll(/"\/media\/([\w.-]+)"/g)].map(([, name = '']) => name);

/** A file that was lost counts for nothing: the page does without it, too. */
const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
