import type { AnsweredCheck, LessonStanding } from '../learning.ts';
import { showAnswered, showProblem, showWaiting } from './answered.ts';
import { all, api, one } from './page.ts';
import { isTurnOf, whosePage } from './reader.ts';
import { showStanding } from './standing.ts';
import { answersPath, sendWaiting, wait } from './waiting.ts';

/** Check questions answered in place, and kept on the phone while the network is gone. */
export function answerInPlace(): void {
	const page = one('[data-lesson]');
	const [course, lesson] = page?.dataset['lesson']?.split('/') ?? [];
	const openedAt = new Date().toISOString();
	const send = () =>
		sendWaiting(openedAt, (answer, verdict) => {
			if (answer.lesson === lesson) show(verdict, answer.optionId, false);
		});
	addEventListener('online', () => void send());
	void send();
	if (!page || !course || !lesson) return;
	const here = { course, lesson, openedAt };
	page.addEventListener('submit', (event) => {
		const form = event.target;
		if (!(form instanceof HTMLFormElement)) return;
		if (form.dataset['question']) {
			event.preventDefault();
			void answer(form, here);
		} else if ('way' in form.dataset && event.submitter instanceof HTMLButtonElement) {
			event.preventDefault();
			void declare(form, event.submitter.value, here);
		}
	});
}

type Here = { course: string; lesson: string; openedAt: string };

async function answer(form: HTMLFormElement, here: Here): Promise<void> {
	const data = new FormData(form);
	const questionId = String(data.get('question'));
	const optionId = String(data.get('option') ?? '');
	if (!optionId) return showProblem(form, form.dataset['choose'] ?? '');
	const button = form.querySelector('button');
	if (button) button.disabled = true;
	const whose = whosePage();
	const reply = await api<AnsweredCheck>(answersPath(here), { questionId, optionId, whose });
	if (button) button.disabled = false;
	if (!reply || hasToWait(reply, whose)) {
		wait({ ...here, questionId, optionId, whose, answeredAt: new Date().toISOString() });
		return showWaiting(form);
	}
	if (!reply.ok) return showProblem(form, reply.data.title ?? '');
	show(reply.data, optionId, true);
}

/** The site does not know yet that it became her turn while there was no signal. */
function hasToWait({ data }: { data: { code?: string } }, whose: string | undefined): boolean {
	return data.code === 'learn.somebody-elses' && isTurnOf(whose);
}

function show(verdict: AnsweredCheck, optionId: string, focus: boolean): void {
	const form = all('form[data-question]').find((each) => each.dataset['question'] === verdict.questionId);
	if (form instanceof HTMLFormElement) showAnswered(form, { verdict, optionId, focus });
	showStanding(verdict.lesson);
}

async function declare(form: HTMLFormElement, way: string, here: Here): Promise<void> {
	const reply = await api<LessonStanding>(answersPath(here).replace(/answers$/, 'way'), { way, whose: whosePage() });
	const line = one('[data-problem]', form);
	if (reply?.ok) return showStanding(reply.data, true);
	if (!line) return;
	line.hidden = false;
	const words = one('span', line);
	const { failed } = one('#phan-tra-loi')?.dataset ?? {};
	if (words) words.textContent = reply?.data.title ?? failed ?? '';
}
