import type { LessonStanding } from '../learning.ts';
import { all, filled, localHref, one } from './page.ts';

type MoreQuestion = LessonStanding['moreQuestions'][number];

/** The end of the lesson as it now stands: done with the way on, or a few questions more. */
export function showStanding({ state, next, moreQuestions }: LessonStanding, focus = false): void {
	const end = one('[data-standing]');
	const done = end && one('[data-done]', end);
	const more = end && one('[data-more]', end);
	if (!end || !done || !more) return;
	done.hidden = state !== 'done';
	// What was asked further stays in sight with its answer, without the words that asked for it.
	more.hidden = state !== 'more-questions' && !one('[data-more-questions] form', more);
	for (const part of all('[data-while-more]', more)) part.hidden = state !== 'more-questions';
	if (state === 'done') {
		const way = one('[data-next]', done);
		const link = way && one('a', way);
		const label = link && one('span', link);
		if (way && link && label && next) {
			way.hidden = false;
			link.setAttribute('href', localHref(next.href));
			label.textContent = filled(way.dataset['words'], { title: next.title });
		}
		one('[data-onward-next]')?.classList.replace('filled', 'quiet');
		one('[data-mark-lesson]')?.removeAttribute('hidden');
	}
	moreQuestions.forEach(addQuestion);
	if (focus) end.focus();
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
