import type { Lang } from '../platform/messages/index.ts';
import { skillIn, type Skill } from './framework.ts';
import type { CompiledPart } from './items.ts';
import { linksIn } from './links-in.ts';
import { questionIn, withoutKey } from './questions.ts';
import { find, idsOf, type Found, type Release } from './release.ts';
import type {
	CourseSummary,
	CourseView,
	GlossaryView,
	LessonPart,
	LessonSummary,
	LessonView,
	ProgrammeSummary,
	ProgrammeView
} from './schemas.ts';

/** The skill that a course or question names, or null when the framework has no such name. */
export function skillView(release: Release, ref: string, lang: Lang): Skill | null {
	const framework = find(release, 'framework', { id: 'framework', lang: 'vi' });
	return framework && skillIn(framework.compiled, ref, lang);
}

function skillViews(release: Release, refs: readonly string[], lang: Lang): Skill[] {
	return refs.map((ref) => skillView(release, ref, lang)).filter((skill) => skill !== null);
}

const inOrder = ['nguoi-dan', 'hoc-sinh', 'lao-dong', 'cong-chuc'];
const place = (id: string) => (inOrder.includes(id) ? inOrder.indexOf(id) : inOrder.length);

/** All programmes: the four groups in the order people are asked, then any others by id. */
export function programmeSummaries(release: Release, lang: Lang): ProgrammeSummary[] {
	return idsOf(release, 'programme')
		.sort((a, b) => place(a) - place(b))
		.map((id) => programmeView(release, id, lang))
		.filter((programme) => programme !== null)
		.map(({ id, group, title, summary, courses, translated }) => ({
			id,
			group,
			title,
			summary,
			minutes: courses.reduce((sum, course) => sum + course.minutes, 0),
			courseCount: courses.length,
			translated
		}));
}

export function programmeView(release: Release, id: string, lang: Lang): ProgrammeView | null {
	const found = find(release, 'programme', { id, lang });
	if (!found) return null;
	const { title, summary, about, introduction } = found.compiled;
	const { group, courses, updated } = found.base.compiled;
	return {
		id,
		group,
		title,
		summary,
		about,
		introduction: shownIn(found, introduction, lang),
		courses: courses.map((course) => courseSummary(release, course, lang)).filter((course) => course !== null),
		goal: about,
		updatedAt: updated,
		translated: found.translated
	};
}

function courseSummary(release: Release, id: string, lang: Lang): CourseSummary | null {
	const found = find(release, 'course', { id, lang });
	if (!found) return null;
	const { version, minutes, quiz } = found.base.compiled;
	const { title, summary, outcomes } = found.compiled;
	const lessonCount = lessonIds(release, id).length;
	return {
		id,
		version,
		title,
		summary,
		minutes,
		outcomes,
		lessonCount,
		quizQuestions: quiz.questions,
		translated: found.translated
	};
}

export function courseView(release: Release, id: string, lang: Lang): CourseView | null {
	const found = find(release, 'course', { id, lang });
	if (!found) return null;
	const { version, minutes, quiz, skills, updated } = found.base.compiled;
	const { title, summary, outcomes, introduction } = found.compiled;
	return {
		id,
		version,
		hash: found.hash,
		title,
		summary,
		introduction: shownIn(found, introduction, lang),
		minutes,
		outcomes,
		skills: skillViews(release, skills, lang),
		lessons: lessonSummaries(release, id, lang),
		passPercent: quiz.passPercent,
		quizQuestions: quiz.questions,
		updatedAt: updated,
		translated: found.translated,
		programmes: programmesWith(release, id, lang)
	};
}

function programmesWith(release: Release, courseId: string, lang: Lang): { id: string; title: string }[] {
	return idsOf(release, 'programme')
		.sort((a, b) => place(a) - place(b))
		.map((id) => ({ id, found: find(release, 'programme', { id, lang }) }))
		.filter(({ found }) => found?.base.compiled.courses.includes(courseId))
		.map(({ id, found }) => ({ id, title: found?.compiled.title ?? id }));
}

/** The lessons of a course that are published, in order. */
export function lessonIds(release: Release, courseId: string): string[] {
	return (release.lessons.get(courseId) ?? []).filter((id) => find(release, 'lesson', { id, lang: 'vi' }));
}

function lessonSummaries(release: Release, courseId: string, lang: Lang): LessonSummary[] {
	return lessonIds(release, courseId)
		.map((id) => ({ id, found: find(release, 'lesson', { id, lang }) }))
		.map(({ id, found }, i) => ({
			id,
			title: found?.compiled.title ?? id,
			minutes: found?.base.compiled.minutes ?? 0,
			summary: found?.compiled.summary ?? '',
			position: i + 1,
			translated: found?.translated ?? false
		}));
}

export function lessonView(
	release: Release,
	{ courseId, lessonId }: { courseId: string; lessonId: string },
	lang: Lang
): LessonView | null {
	const course = find(release, 'course', { id: courseId, lang });
	const found = find(release, 'lesson', { id: lessonId, lang });
	const siblings = lessonSummaries(release, courseId, lang);
	const at = siblings.findIndex((each) => each.id === lessonId);
	if (!course || !found || at < 0) return null;
	const { minutes, words, skills, updated } = found.base.compiled;
	const { title, summary, contents, parts, sources } = found.compiled;
	const link = (lesson: LessonSummary | undefined) => (lesson ? { id: lesson.id, title: lesson.title } : null);
	return {
		id: lessonId,
		hash: found.hash,
		courseId,
		courseTitle: course.compiled.title,
		position: at + 1,
		total: siblings.length,
		title,
		minutes,
		words,
		summary,
		skills: skillViews(release, skills, lang),
		contents,
		parts: parts.map((part) => partView(release, part, { found, lang })).filter((part) => part !== null),
		sources,
		updatedAt: updated,
		previous: link(siblings[at - 1]),
		next: link(siblings[at + 1]),
		translated: found.translated
	};
}

function partView(
	release: Release,
	part: CompiledPart,
	{ found, lang }: { found: Found<'lesson'>; lang: Lang }
): LessonPart | null {
	if (part.kind === 'html') return { kind: 'html', html: shownIn(found, part.html, lang) };
	const question = questionIn(release, part.questionId, lang);
	return question && { kind: 'question', question: withoutKey(question) };
}

export function glossaryView(release: Release, lang: Lang): GlossaryView | null {
	const found = find(release, 'glossary', { id: 'glossary', lang });
	if (!found) return null;
	const own = new Map(found.translated ? found.compiled.terms.map((term) => [term.id, term]) : []);
	const terms = found.base.compiled.terms.map((term) => {
		const translation = own.get(term.id);
		if (translation) return { ...translation, translated: true };
		return { ...term, meaning: linksIn(term.meaning, lang), translated: lang === 'vi' };
	});
	const order = new Intl.Collator(lang);
	return { terms: terms.sort((a, b) => order.compare(a.term, b.term)), translated: found.translated };
}

/** HTML as it is when it was written in the language of the page; otherwise with its links led there. */
function shownIn(found: { lang: Lang }, html: string, lang: Lang): string {
	return found.lang === lang ? html : linksIn(html, lang);
}
