import { keep, kept, one } from './page.ts';
import { passages } from './passages.ts';

const key = 'bdhvs-cho-doc';
const most = 30;

/** Remembers how far a lesson was read on this phone, and offers to go on there. */
export function rememberPlace(): void {
	const article = one('[data-article]');
	const name = one('[data-lesson]')?.dataset['lesson'];
	if (!article || !name) return;
	offer(article, kept<Record<string, number>>(key, {})[name]);
	let waiting = 0;
	const note = () => {
		const at = passages(article).findIndex((passage) => passage.getBoundingClientRect().bottom > 120);
		const { [name]: _old, ...others } = kept<Record<string, number>>(key, {});
		const latest = Object.entries(others).slice(-most);
		keep(key, Object.fromEntries([...latest, [name, at]]));
	};
	addEventListener(
		'scroll',
		() => {
			clearTimeout(waiting);
			waiting = window.setTimeout(note, 400);
		},
		{ passive: true }
	);
}

/** Only where there is something to skip, and nobody came to a certain place by the address. */
function offer(article: HTMLElement, place: number | undefined): void {
	const button = one('[data-resume]');
	if (!button || !place || place < 4 || location.hash) return;
	button.hidden = false;
	button.addEventListener('click', () => {
		const passage = passages(article)[place];
		if (!passage) return;
		passage.tabIndex = -1;
		passage.focus({ preventScroll: true });
		passage.scrollIntoView({ block: 'start' });
		button.hidden = true;
	});
}
