import type { LessonStanding } from '../learning.ts';
import { all, filled, localHref, one } from './page.ts';

type MoreQuestion = LessonStanding['moreQuestions'][number];

/** The end of the lesson as it now stands: done with the way on, or a few questions more. */
export function showStanding({ state, next, moreQuestions }: LessonStanding, focus = false): void {
	moreQuestions.forEach(addQuestion);
	showMore(state === 'more-questions');
	const done = one('[data-done]');
	if (done) done.hidden = state !== 'done';
	if (state === 'done') showDone(next);
	if (focus) one('[data-standing]')?.focus();
}

/** What was asked further stays in sight with its answer, without the words that asked for it. */
function showMore(asking: boolean): void {
	const more = one('[data-more]');
	if (!more) return;
	more.hidden = !asking && !one('[data-more-questions] form', more);
	for (const part of all('[data-while-more]', more)) part.hidden = !asking;
}

function showDone(next: LessonStanding['next']): void {
	one('[data-onward-next]')?.classList.replace('filled', 'quiet');
	one('[data-mark-lesson]')?.removeAttribute('hidden');
	const way = one('[data-next]');
	const label = one('[data-next] a span');
	if (!way || !label || !next) return;
	way.hidden = false;
	one('a', way)?.setAttribute('href', localHref(next.href));
	label.textContent = filled(way.dataset['words'], { title: next.title });
}

/** Further questions are made from the one in the page's template; what is there already stays. */
function addQuestion(question: MoreQuestion): void {
	const list = one('[data-more-questions]');
	const template = one('#cau-them');
	if (!list || !(template instanceof HTMLTemplateElement)) return;
	if (all('form', list).some((form) => form.dataset['question'] === question.id)) return;
	const copy = template.content.cloneNode(true) as DocumentFragment; // a template's content is one
	const form = copy.querySelector('form');
	const stem = copy.querySelector('.stem');
	const result = copy.querySelector('.result');
	const choices = copy.querySelector('[role=radiogroup]');
	const hidden = copy.querySelector<HTMLInputElement>('input[name=question]');
	if (!form || !stem || !result || !choices || !hidden) return;
	form.id = `hoi-${question.id}`;
	form.dataset['question'] = hidden.value = question.id;
	form.setAttribute('action', `?/answer#kq-${question.id}`);
	stem.id = `stem-${question.id}`;
	stem.innerHTML = question.stem; // sanitised when the content is compiled
	result.id = `kq-${question.id}`;
	choices.setAttribute('aria-labelledby', stem.id);
	choices.replaceChildren(...question.options.map(optionOf));
	list.append(copy);
}

function optionOf({ id, text }: MoreQuestion['options'][number]): HTMLElement {
	const label = document.createElement('label');
	label.className = 'option';
	const radio = document.createElement('input');
	Object.assign(radio, { type: 'radio', name: 'option', value: id, required: true });
	const words = document.createElement('span');
	words.innerHTML = text; // sanitised when the content is compiled
	label.append(radio, words);
	return label;
}
