import { all, one } from './page.ts';

const everyMs = 15_000;

/**
 * A list that changes while somebody watches it is fetched anew every few seconds (`data-watch-ms`, where it changes
 * quickly). Not while she is at something in it: what is typed or unfolded there stays. Without this script a link does
 * the same. One with an id is watched until it comes without `data-watch`: then it is over, and that is said.
 */
export function watchList(): void {
	const list = one('[data-watch]');
	const address = list?.dataset['watch'];
	if (!list || address === undefined) return;
	for (const told of all('[data-watching]')) told.hidden = false;
	const every = Number(list.dataset['watchMs'] ?? everyMs);
	const timer = setInterval(() => void renew(list, address).then((over) => over && clearInterval(timer)), every);
}

/** True when there is nothing to watch any more. */
async function renew(list: HTMLElement, address: string): Promise<boolean> {
	const fresh = document.hidden || isInUse(list) ? null : await fetched(list, address);
	if (!fresh || isInUse(list)) return false;
	const over = fresh.dataset['watch'] === undefined;
	list.replaceChildren(...fresh.childNodes);
	const told = one('[data-watch-over]');
	if (over && told) told.textContent = one('h1', list)?.textContent ?? '';
	return over;
}

/** The same list in the page as it is now. */
async function fetched({ id }: HTMLElement, address: string): Promise<HTMLElement | null> {
	const answer = await fetch(address).catch(() => null);
	if (!answer?.ok) return null;
	const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
	return one(id === '' ? '[data-watch]' : `#${id}`, page);
}

function isInUse(list: HTMLElement): boolean {
	return list.contains(document.activeElement) || one('details[open]', list) !== null;
}
