import { mount } from 'svelte';
import { readerHere } from '../enhance/reader.ts';
import Carrying from './Carrying.svelte';
import Downloads from './Downloads.svelte';
import { keepFrame, keptCourses } from './site-cache.ts';
import Turns from './Turns.svelte';
import { countUnsent } from './work.ts';
import { readOwner } from './owner.ts';

/*
 * The second script of the site, only on the pages about being without signal: what is on this phone, and what was done
 * with it. Everything starts from `data-` attributes in the page.
 */
const works = 'serviceWorker' in navigator && 'caches' in window && crypto.subtle !== undefined;
const place = (name: string) => document.querySelector<HTMLElement>(`[data-${name}]`);

if (works) {
	void navigator.serviceWorker.register('/service-worker.js');
	const downloads = place('downloads');
	if (downloads) replace(downloads, Downloads);
	const carrying = place('carrying');
	if (carrying) replace(carrying, Carrying);
	const turns = place('turns');
	if (turns) replace(turns, Turns);
	void warnBeforeLeaving();
	void renewFrame();
	void readerHere(); // whose answers will wait on this phone
}

/** Puts what the script makes where the page said what it is about. */
function replace(target: HTMLElement, component: typeof Downloads | typeof Carrying | typeof Turns): void {
	target.replaceChildren();
	mount(component, { target });
}

/** Whoever signs out hears what would go with the key. */
async function warnBeforeLeaving(): Promise<void> {
	const line = place('unsent');
	if (!line || !(await readOwner())) return;
	const count = await countUnsent();
	line.hidden = count === 0;
	line.textContent = (line.dataset.unsent ?? '').replace('{count}', String(count));
}

/** What stands round everything is of today's site again, where anything is kept at all. */
async function renewFrame(): Promise<void> {
	if (!navigator.onLine) return;
	if ((await readOwner()) || (await keptCourses()).length > 0) await keepFrame();
}
