import { all, one } from './page.ts';

const everyMs = 15_000;

/**
 * A list that changes while somebody watches it is fetched anew every few seconds. Not while she is at something in it:
 * what is typed or unfolded there stays. Without this script a link does the same.
 */
export function watchList(): void {
	const list = one('[data-watch]');
	const address = list?.dataset['watch'];
	if (!list || address === undefined) return;
	for (const told of all('[data-watching]')) told.hidden = false;
	setInterval(() => void renew(list, address), everyMs);
}

async function renew(list: HTMLElement, address: string): Promise<void> {
	if (document.hidden || isInUse(list)) return;
	const answer = await fetch(address).catch(() => null);
	if (!answer?.ok) return;
	const fresh = one('[data-watch]', new DOMParser().parseFromString(await answer.text(), 'text/html'));
	if (fresh && !isInUse(list)) list.replaceChildren(...fresh.childNodes);
}

function isInUse(list: HTMLElement): boolean {
	return list.contains(document.activeElement) || one('details[open]', list) !== null;
}
