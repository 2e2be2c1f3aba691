/** A card that was opened on a device: a number that stays with it there, and the token that opens it. */
export interface OpenedToken {
	readonly number: number;
	readonly token: string;
}

/** What the cookie `the` says: the cards that were opened on this device, and as whom it learns now, if as one of them. */
export interface CardsHere {
	readonly current: OpenedToken | null;
	/** In the order in which they were opened. */
	readonly opened: readonly OpenedToken[];
}

/** A class around one phone; the one opened longest ago gives way. */
const most = 30;
const form = /^(\d{1,3})((?:~\d{1,3}\.[\w-]{32})+)$/;

/** Reads the cookie; what is broken is as if no card had been opened. Of before there were several it is one token. */
export function readCards(cookie: string | undefined): CardsHere {
	const [, current = '', list = ''] = form.exec(inThisForm(cookie ?? '')) ?? [];
	const opened = list
		.split('~')
		.slice(1)
		.map((entry) => {
			const [number = '', token = ''] = entry.split('.');
			return { number: Number(number), token };
		});
	return { current: opened.find(({ number }) => number === Number(current)) ?? null, opened };
}

const inThisForm = (cookie: string) => (/^[\w-]{32}$/.test(cookie) ? `1~1.${cookie}` : cookie);

export function writtenCards({ current, opened }: CardsHere): string {
	return `${current?.number ?? 0}${opened.map(({ number, token }) => `~${number}.${token}`).join('')}`;
}

/** With one more, as whom the device learns from now on; in place of a former token of hers it keeps her number. */
export function withCard({ opened }: CardsHere, token: string, former?: string): CardsHere {
	const same = opened.find((each) => each.token === former);
	const current = { number: same?.number ?? nextAfter(opened), token };
	const list = same ? opened.map((each) => (each === same ? current : each)) : [...opened, current];
	return { current, opened: list.slice(-most) };
}

/** Numbers are not given again as long as it goes; after 999 they begin anew with those that are free. */
function nextAfter(opened: readonly OpenedToken[]): number {
	const next = (opened.at(-1)?.number ?? 0) + 1;
	if (next <= 999) return next;
	return Array.from({ length: most + 1 }, (_, i) => i + 1).find((n) => opened.every(({ number }) => number !== n)) ?? 1;
}
