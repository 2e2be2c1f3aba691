import { responseIn } from '../response.ts';
import { showSteps } from './fields.ts';
import { all, api, filled, notice, one } from './page.ts';

/**
 * A quiz without a new page for each question: the page brings all of them, each in a template, and only the answers go
 * over the network. What needs words the page doesn't have (no choice made, a refusal) is left to the form itself.
 */
export function takeQuizInPlace(): void {
	const quiz = one('[data-attempt]');
	const shown = quiz?.querySelector('form');
	if (!quiz || !shown) return;
	const forms = new Map([[positionOf(shown), shown]]);
	let here = positionOf(shown);

	const show = (position: number, moved = true): boolean => {
		const form = forms.get(position) ?? formFrom(position);
		if (!form) return false;
		forms.get(here)?.replaceWith(form);
		showSteps(form);
		forms.set(position, form);
		here = position;
		document.title = document.title.replace(/^[^–]*/, `${form.dataset['title'] ?? ''} `);
		numbers(quiz).forEach((number, at) => mark(number, at === here));
		if (moved) history.pushState(null, '', `?cau=${position + 1}`);
		one('h1', form)?.focus();
		return true;
	};
	quiz.addEventListener('submit', (event) => {
		const form = event.target;
		if (!(form instanceof HTMLFormElement) || Object.keys(responseIn(new FormData(form))).length === 0) return;
		event.preventDefault();
		void answer(form, quiz).then((kept) => {
			if (!kept) return;
			const next = numbers(quiz).findIndex((number, at) => at > here && !number.classList.contains('answered'));
			if (next < 0 || !show(next)) location.assign('?cau=xem-lai');
		});
	});
	quiz.addEventListener('click', (event) => {
		const link = event.target instanceof Element ? event.target.closest('a') : null;
		const position = positionIn(link?.getAttribute('href'));
		if (position !== null && show(position)) event.preventDefault();
	});
	addEventListener('popstate', () => {
		const position = positionIn(location.search);
		if (position === null || !show(position, false)) location.reload();
	});
}

const positionOf = (form: HTMLFormElement) => Number(form.dataset['position']);

/** `?cau=3` is the question at position 2; anything else is a page of its own. */
function positionIn(query: string | null | undefined): number | null {
	const number = /^\?cau=(\d+)$/.exec(query ?? '')?.[1];
	return number === undefined ? null : Number(number) - 1;
}

function formFrom(position: number): HTMLFormElement | null {
	const template = one(`template[data-position="${position}"]`);
	const copy = template instanceof HTMLTemplateElement ? template.content.cloneNode(true) : null;
	return copy instanceof DocumentFragment ? copy.querySelector('form') : null;
}

const numbers = (quiz: HTMLElement) => all('a[data-answered]', quiz);

function mark(number: HTMLElement, current: boolean): void {
	if (current) number.setAttribute('aria-current', 'step');
	else number.removeAttribute('aria-current');
}

/** Sends one answer; true once it is kept. Without network it says so, and sends it once there is one. */
async function answer(form: HTMLFormElement, quiz: HTMLElement): Promise<boolean> {
	const data = new FormData(form);
	const button = form.querySelector('button');
	if (button) button.disabled = true;
	const path = `/attempts/${quiz.dataset['attempt']}/answers/${encodeURIComponent(String(data.get('question')))}`;
	const reply = await api(path, { response: responseIn(data), whose: String(data.get('whose')) }, 'PUT');
	if (button) button.disabled = false;
	notice(reply ? null : 'offline');
	if (!reply) addEventListener('online', () => form.isConnected && form.requestSubmit(), { once: true });
	if (reply?.ok) count(quiz, positionOf(form));
	else if (reply) form.submit();
	return reply?.ok ?? false;
}

function count(quiz: HTMLElement, position: number): void {
	const all = numbers(quiz);
	const number = all[position];
	number?.classList.add('answered');
	number?.setAttribute('aria-label', number.dataset['answered'] ?? '');
	const counted = one('[data-counted]', quiz);
	const answered = all.filter((each) => each.classList.contains('answered')).length;
	if (counted) counted.textContent = filled(counted.dataset['counted'], { answered });
}
