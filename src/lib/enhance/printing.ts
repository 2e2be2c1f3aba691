/** Buttons that print the page; they only appear where this script runs. */
export function offerPrinting(): void {
	for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
		button.hidden = false;
		button.addEventListener('click', () => window.print());
	}
}
