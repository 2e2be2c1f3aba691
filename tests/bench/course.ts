import { Browser } from './browser.ts';

/** What there is to learn where the server was started, as its own API tells. */
export interface Course {
	readonly id: string;
	/** Addresses of lesson pages: those of this course first, then of others, fifty at most. */
	readonly lessonPaths: readonly string[];
	/** Of this course: its lessons with their questions and options. */
	readonly lessons: readonly Lesson[];
}

interface Lesson {
	readonly id: string;
	readonly questions: readonly { id: string; optionIds: readonly string[] }[];
}

interface ProgrammeView {
	courses: { id: string; quizQuestions: number }[];
}
interface CourseView {
	lessons: { id: string }[];
}
interface LessonView {
	parts: ({ kind: 'html' } | { kind: 'question'; question: { id: string; options: { id: string }[] } })[];
}

const mostPaths = 50;
/** A handful of lessons is enough for somebody to have learnt. */
const mostLessons = 6;

/** Chooses the first course with a quiz of ten questions, and lessons to read. */
export async function findCourse(origin: string): Promise<Course> {
	const browser = new Browser(origin);
	const { programmes } = await browser.call<{ programmes: { id: string }[] }>('/programmes');
	const views = await Promise.all(programmes.map(({ id }) => browser.call<ProgrammeView>(`/programmes/${id}`)));
	const courses = [...new Map(views.flatMap((view) => view.courses).map((each) => [each.id, each])).values()];
	const chosen = courses.find(({ quizQuestions }) => quizQuestions === 10);
	if (!chosen) throw new Error('no course has a quiz of ten questions');
	const paths: string[] = [];
	for (const { id } of [chosen, ...courses.filter((each) => each !== chosen)]) {
		if (paths.length >= mostPaths) break;
		const { lessons } = await browser.call<CourseView>(`/courses/${id}`);
		paths.push(...lessons.map((lesson) => `/khoa-hoc/${id}/${lesson.id}`));
	}
	return { id: chosen.id, lessonPaths: paths.slice(0, mostPaths), lessons: await findLessons(browser, chosen.id) };
}

async function findLessons(browser: Browser, courseId: string): Promise<Lesson[]> {
	const { lessons } = await browser.call<CourseView>(`/courses/${courseId}`);
	return Promise.all(
		lessons.slice(0, mostLessons).map(async ({ id }) => {
			const { parts } = await browser.call<LessonView>(`/courses/${courseId}/lessons/${id}`);
			const questions = parts.flatMap((part) => (part.kind === 'question' ? part.question : []));
			return {
				id,
				questions: questions.map((question) => ({
					id: question.id,
					optionIds: question.options.map((option) => option.id)
				}))
			};
		})
	);
}
