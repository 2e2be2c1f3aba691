import { all, one } from './page.ts';

/** On the big screen, arrows and page keys (and the small remote that sends them) go from step to step. */
export function walkByKeys(): void {
	if (!one('[data-steps]')) return;
	addEventListener('keydown', (event) => {
		const link = hasModifier(event) ? null : linkFor(event.key);
		if (!link) return;
		event.preventDefault();
		link.click();
	});
}

function linkFor(key: string): HTMLElement | null {
	if (key === 'ArrowRight' || (key === 'PageDown' && isAtEnd())) return shown('[data-step-next]');
	return key === 'ArrowLeft' || (key === 'PageUp' && scrollY < 8) ? shown('[data-step-previous]') : null;
}

/** Of a page that holds all steps only one is on the screen. */
function shown(selector: string): HTMLElement | null {
	return all(selector).find((link) => link.getClientRects().length > 0) ?? null;
}

function hasModifier({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
	return altKey || ctrlKey || metaKey || shiftKey;
}

/** A step that is longer than the screen is read to its end first. */
function isAtEnd(): boolean {
	return scrollY + innerHeight >= document.documentElement.scrollHeight - 8;
}
