import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ask } from '$lib/api.ts';
import { readAs, refusedOrOut } from '$lib/entry.ts';
import { typedIn } from '$lib/forms.ts';
import { inLanguage } from '$lib/language.ts';
import type { ClassMarks, ClassView } from '../../../../../../community/index.ts';
import type { Actions } from './$types';

type Event = RequestEvent<{ id: string; course: string; lesson: string }>;
interface Marked {
	people: string[];
	questionId: string;
	mark: string | null;
}

const api = ({ params }: Event) => `/classes/${encodeURIComponent(params.id)}`;

async function send(event: Event, { people, questionId, mark }: Marked, where = '') {
	const { params, url, locals, fetch } = event;
	const asked = { courseId: params.course, lessonId: params.lesson, questionId, marks: people.map(() => mark) };
	const answer = await ask(fetch, `PUT ${api(event)}/marks`, { people, questions: [asked] });
	if (!answer.ok) return refusedOrOut(url, answer, {});
	const path = ['', 'lop', params.id, 'ghi', params.course, params.lesson].map(encodeURIComponent).join('/');
	redirect(303, `${inLanguage(locals.lang, path)}?cau=${encodeURIComponent(questionId)}${where}`);
}

/** Whom nobody has marked yet on this page: what somebody ticked one by one stays as it is. */
async function listUnmarked(event: Event, questionId: string): Promise<string[]> {
	const { people } = await readAs<ClassView>(event, api(event));
	const { lessons } = await readAs<ClassMarks>(event, `${api(event)}/marks`);
	const marks = lessons.find(({ lesson }) => lesson.id === event.params.lesson)?.marks ?? [];
	const mine = marks.filter((mark) => mark.mine && mark.questionId === questionId);
	return people.map(({ id }) => id).filter((id) => !mine.some(({ attendanceId }) => attendanceId === id));
}

export const actions: Actions = {
	/** One tap for one person. */
	one: async (event) => {
		const form = await event.request.formData();
		const line = typedIn(form, 'line');
		const marked = { people: [line], questionId: typedIn(form, 'question'), mark: typedIn(form, 'mark') || null };
		return send(event, marked, `#p-${encodeURIComponent(line)}`);
	},

	/** One tap for all of whom nothing is said yet. */
	all: async (event) => {
		const form = await event.request.formData();
		const questionId = typedIn(form, 'question');
		const people = await listUnmarked(event, questionId);
		return send(event, { people, questionId, mark: typedIn(form, 'mark') || null });
	},

	/** Takes one's own marks of this question back. */
	none: async (event) => {
		const questionId = typedIn(await event.request.formData(), 'question');
		const { people } = await readAs<ClassView>(event, api(event));
		return send(event, { people: people.map(({ id }) => id), questionId, mark: null });
	}
};
