import { one } from './page.ts';

/** After a form came back with a problem, its summary is where reading goes on. */
export function takeFocus(): void {
	one('[data-take-focus]')?.focus();
}
