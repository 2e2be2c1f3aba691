import type { LessonStanding, NextStep, Progress } from '../learning.ts';
import { all, api, filled, localHref, one } from './page.ts';
import { readerHere } from './reader.ts';
import { showStanding } from './standing.ts';

/** Marks what this reader has done and where she is, wherever the page shows lessons or courses. */
export async function markProgress(): Promise<void> {
	if (!one('[data-mark],[data-progress],[data-continue],[data-lesson],[data-onward],[data-review]')) return;
	const answer = await readerHere();
	if (!answer?.ok || !answer.data.learner.known) return;
	const { courses, next } = answer.data;
	courses.forEach(markCourse);
	markHere(next);
	offerContinue(next, courses);
	courses.forEach((course) => leadOnward(course, next));
	await offerDuties();
	await offerReview();
	await recallStanding(courses);
}

/** A lesson that waits for further questions asks them again when it is opened. */
async function recallStanding(courses: readonly Course[]): Promise<void> {
	const [courseId, lessonId] = one('[data-lesson]')?.dataset['lesson']?.split('/') ?? [];
	const course = courses.find((each) => each.courseId === courseId);
	if (course?.lessons.find((each) => each.lessonId === lessonId)?.state !== 'more-questions') return;
	const answer = await api<LessonStanding>(`/courses/${courseId}/lessons/${lessonId}/standing`);
	if (answer?.ok) showStanding(answer.data);
}

type Course = Progress['courses'][number];

function markCourse(course: Course): void {
	const { courseId, lessonsDone, lessonsTotal, lessons, quiz } = course;
	for (const { lessonId, state } of lessons) if (state === 'done') markDone(`${courseId}/${lessonId}`);
	const passed = quiz.best?.passed ?? false;
	if (passed) markDone(`${courseId}/kiem-tra`);
	if (passed || (lessonsTotal > 0 && lessonsDone === lessonsTotal)) markDone(courseId);
	for (const box of all(`[data-progress="${courseId}"]`)) showCount(box, lessonsDone, lessonsTotal);
}

function showCount(box: HTMLElement, done: number, total: number): void {
	const line = one('p', box);
	if (line) line.textContent = filled(box.dataset['text'], { done, total });
	fillBar(one('progress', box), done, total);
	box.hidden = false;
}

function fillBar(bar: HTMLElement | null, value: number, max: number): void {
	if (!(bar instanceof HTMLProgressElement)) return;
	bar.max = max;
	bar.value = value;
	bar.hidden = false;
}

function markDone(name: string): void {
	for (const step of all(`.path [data-mark="${name}"]`)) say(step, 'done', 'tag good');
	if (one('[data-lesson]')?.dataset['lesson'] === name) one('[data-mark-lesson]')?.removeAttribute('hidden');
}

/** "Here" is where the next step leads: the lesson or quiz, and the course around it. */
function markHere({ href }: NextStep): void {
	const [, course, part] = /^\/khoa-hoc\/([^/]+)\/([^/?]+)/.exec(href) ?? [];
	for (const name of [`${course}/${part}`, course]) {
		for (const step of all(`.path [data-mark="${name}"]:not(.done)`)) say(step, 'here', 'tag warn');
	}
}

function say(step: HTMLElement, name: 'done' | 'here', look: string): void {
	step.classList.add(name === 'done' ? 'done' : 'now');
	const words = step.closest<HTMLElement>('.path')?.dataset[name];
	const line = one('p.state', step);
	if (!line || !words) return;
	const tag = document.createElement('span');
	tag.className = look;
	tag.textContent = words;
	line.replaceChildren(tag);
}

/** The home page's card: where she stopped, in place of the invitation to begin. */
function offerContinue(next: NextStep, courses: readonly Course[]): void {
	const card = one('[data-continue]');
	if (!card || next.kind === 'start') return;
	const put = (selector: string, words: string) => {
		const element = one(selector, card);
		if (element) element.textContent = words;
	};
	put('[data-title]', next.title);
	put('[data-detail]', next.detail);
	one('a', card)?.setAttribute('href', localHref(next.href));
	const course = courses.find(({ courseId }) => next.href.startsWith(`/khoa-hoc/${courseId}/`));
	if (course) fillBar(one('progress', card), course.lessonsDone, course.lessonsTotal);
	for (const other of all('[data-without-continue]')) other.hidden = true;
	card.hidden = false;
}

/** What she was given to do, where something of it is open. */
async function offerDuties(): Promise<void> {
	const card = one('[data-duties]');
	if (!card) return;
	const answer = await api<{ open: number; headline: string }>('/me/duties/open');
	if (!answer?.ok || answer.data.open === 0) return;
	const line = one('[data-headline]', card);
	if (line) line.textContent = `${answer.data.headline}.`;
	card.hidden = false;
}

/** What was missed and comes back today, where there is something. */
async function offerReview(): Promise<void> {
	const card = one('[data-review]');
	if (!card) return;
	const answer = await api<{ questions: number; minutes: number }>('/me/review');
	if (!answer?.ok || answer.data.questions === 0) return;
	const heading = one('h2', card);
	if (heading) heading.textContent = filled(card.dataset['review'], answer.data);
	card.hidden = false;
}

/** The course page's button leads to the first lesson not done, then to the quiz. */
function leadOnward({ courseId, lessons }: Course, next: NextStep): void {
	const link = one(`[data-onward="${courseId}"]`);
	if (!link) return;
	const own = next.href.startsWith(`/khoa-hoc/${courseId}/`) ? next.href : null;
	const open = lessons.find(({ state }) => state !== 'done');
	link.setAttribute('href', localHref(own ?? `/khoa-hoc/${courseId}/${open?.lessonId ?? 'kiem-tra'}`));
	const label = one('span', link);
	if (label) label.textContent = link.dataset['words'] ?? '';
}
