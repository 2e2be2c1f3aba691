/** Brings what has just opened into view and the focus to its heading: the button that opened it is gone. */
export function arrive(heading: HTMLElement): void {
	heading.closest('[data-carrying]')?.scrollIntoView();
	heading.focus({ preventScroll: true });
}
