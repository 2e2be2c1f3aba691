import { all, one } from './page.ts';

/** Buttons that copy what stands in a field; they only appear where this script runs. */
export function offerCopying(): void {
	for (const button of all('[data-copy]')) {
		const field = document.getElementById(button.dataset['copy'] ?? '');
		const told = one('[data-copied]', button.closest('[data-copying]') ?? document);
		if (!(field instanceof HTMLTextAreaElement) || !told) continue;
		button.hidden = false;
		button.addEventListener('click', () => {
			void copy(field).then((done) => (told.textContent = told.dataset[done ? 'copied' : 'failed'] ?? ''));
		});
	}
}

/** False where the browser does not let it: then all of it is marked, to be copied by hand. */
async function copy(field: HTMLTextAreaElement): Promise<boolean> {
	field.select();
	try {
		await navigator.clipboard.writeText(field.value);
		return true;
	} catch {
		field.focus();
		return false;
	}
}
