import type { AnsweredCheck } from '../learning.ts';
import { all, filled, one } from './page.ts';

interface Shown {
	verdict: AnsweredCheck;
	/** What was chosen. */
	optionId: string;
	/** Whether to take the reader to the result. */
	focus: boolean;
}

/** The words and signs that answers are shown with stand in the page (ScriptParts.svelte). */
const parts = one('#phan-tra-loi') as HTMLTemplateElement | null; // only that component makes an element of this id
const word = (name: string) => parts?.dataset[name] ?? '';
const sign = (name: string) => parts?.content.querySelector(`[data-sign="${name}"] svg`)?.cloneNode(true) ?? '';

/** Shows right or not, and why, for every choice; the form comes back with "answer again". */
export function showAnswered(form: HTMLFormElement, { verdict, optionId, focus }: Shown): void {
	const choices = one('.options[role=radiogroup]', form);
	const send = one('button', form)?.parentElement;
	if (!choices || !send) return;
	all('.options:not([role]),.again-row', form).forEach((old) => old.remove());
	const list = document.createElement('ul');
	list.className = 'options';
	list.append(...all('label', choices).map((label) => explained(label, { verdict, optionId })));
	choices.hidden = send.hidden = true;
	choices.after(list);
	list.after(againRow(form, verdict, [choices, send]));
	const { answered, total } = verdict.lesson;
	const counted = document.createElement('span');
	counted.textContent = filled(word('answered'), { answered, total });
	const line = verdict.correct ? bold('check', word('right')) : bold('refresh', word('wrong'));
	const box = result(form, verdict.correct ? 'right' : 'again', [line, counted]);
	if (focus) box?.focus();
}

function explained(label: HTMLElement, { verdict, optionId }: Pick<Shown, 'verdict' | 'optionId'>): HTMLElement {
	const id = label.querySelector('input')?.value ?? '';
	const key = verdict.options.find((each) => each.id === id) ?? { correct: false, explanation: '' };
	const chosen = id === optionId;
	const item = document.createElement('li');
	item.className = `option answered ${key.correct ? 'right' : 'wrong'} ${chosen ? 'chosen' : ''}`;
	const text = document.createElement('span');
	const said = document.createElement('b');
	said.className = 'verdict';
	said.textContent = verdictWords(key.correct, chosen);
	text.append(said, ' ', label.querySelector('span')?.cloneNode(true) ?? '');
	const why = document.createElement('p');
	why.className = 'why';
	why.innerHTML = key.explanation; // sanitised when the content is compiled
	item.append(sign(key.correct ? 'check' : 'cross'), text, why);
	return item;
}

function verdictWords(correct: boolean, chosen: boolean): string {
	if (chosen) return word(correct ? 'yourRight' : 'yourWrong');
	return correct ? word('optionRight') : '';
}

function againRow(form: HTMLFormElement, { lesson }: AnsweredCheck, hidden: HTMLElement[]): HTMLElement {
	const row = document.createElement('p');
	row.className = 'buttons again-row';
	if (lesson.state === 'done' || lesson.state === 'more-questions') {
		const end = document.createElement('a');
		end.className = 'button quiet';
		end.href = '#cuoi-bai';
		end.textContent = word('toEnd');
		row.append(end);
	}
	const again = document.createElement('button');
	again.type = 'button';
	again.className = 'link';
	again.textContent = word('again');
	again.addEventListener('click', () => {
		all('.options:not([role]),.again-row', form).forEach((old) => old.remove());
		for (const element of hidden) element.hidden = false;
		result(form, '', []);
		form.reset();
		form.querySelector('input[type=radio]')?.closest('label')?.querySelector('input')?.focus();
	});
	row.append(again);
	return row;
}

/** The network is gone: the choice stays marked, and the page says that it is kept. */
export function showWaiting(form: HTMLFormElement): void {
	result(form, 'again', [bold('refresh', word('kept'))])?.focus();
}

export function showProblem(form: HTMLFormElement, sentence: string): void {
	result(form, 'problem', [bold('alert', sentence || word('failed'))])?.focus();
}

function result(form: HTMLFormElement, look: string, content: Node[]): HTMLElement | null {
	const box = one('.result', form);
	if (!box) return null;
	box.className = `result ${look}`;
	box.replaceChildren(...content);
	return box;
}

function bold(signName: string, words: string): HTMLElement {
	const line = document.createElement('b');
	line.append(sign(signName), words);
	return line;
}
