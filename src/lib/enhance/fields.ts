import { all } from './page.ts';

/** Lets a place on a picture press its box, and shows of linked steps those that were come to. */
export function helpFillIn(): void {
	for (const form of document.forms) showSteps(form);
	document.addEventListener('change', ({ target }) => {
		if (!(target instanceof HTMLInputElement) || !target.form) return;
		showSteps(target.form);
		for (const place of all(`[data-presses="${target.name}"]`, target.form))
			if (place.dataset['value'] === target.value) place.classList.toggle('chosen', target.checked);
	});
	document.addEventListener('click', ({ target }) => {
		const place = target instanceof Element ? target.closest('[data-presses]') : null;
		const boxes = place?.closest('form')?.elements.namedItem(place.getAttribute('data-presses') ?? '');
		if (!place || !(boxes instanceof RadioNodeList)) return;
		for (const box of boxes)
			if (box instanceof HTMLInputElement && box.value === place.getAttribute('data-value')) box.click();
	});
}

/** Of a story whose options lead to its steps, the steps that were come to by what is chosen; others wait. */
export function showSteps(form: HTMLFormElement): void {
	const steps = all('[data-field]', form);
	if (!steps[0]?.querySelector('[data-leads-to]')) return;
	for (const hint of all('.option .hint', form)) hint.classList.add('waits');
	const reached = reachedIn(steps);
	for (const step of steps) {
		const waits = !reached.includes(step);
		step.classList.toggle('waits', waits);
		for (const input of step.querySelectorAll('input')) input.disabled = waits;
	}
}

/** The way from the first step on; options lead onwards only. */
function reachedIn([step, ...further]: readonly HTMLElement[]): HTMLElement[] {
	const next = step?.querySelector<HTMLInputElement>('input:checked')?.dataset['leadsTo'];
	const at = further.findIndex((each) => next && each.dataset['field'] === next);
	return step ? [step, ...(at < 0 ? [] : reachedIn(further.slice(at)))] : [];
}
