import { callApi, isNoAnswer, lang, type Answer } from './call-api.ts';
import { readOwner, whoIsHere, type Here } from './owner.ts';
import { phoneStore, type Owner, type Row } from './phone-store.ts';
import { open, seal } from './sealed.ts';

/** Something done without signal: what to send, and what to call it. */
interface Work {
	kind: 'class' | 'helped' | 'visit' | 'desk';
	title: string;
	call: string;
	body: unknown;
	/** As it stands on the screen, to go on from. */
	draft: unknown;
	/** The language of the page it was written on: the service worker has none. */
	lang?: string | undefined;
	/** What the server said. */
	said?: string | undefined;
	/** Other helpers who wrote about the same. */
	others?: string[] | undefined;
}

export type Kept = Pick<Row, 'id' | 'state' | 'changedAt'> & Work;

/** How long what was sent is still told. */
const toldMs = 7 * 24 * 3600_000;

/** Everything on this phone, in the order it was begun. */
export async function listWork({ key }: Owner): Promise<Kept[]> {
	const rows = await (await phoneStore()).getAll('work');
	return Promise.all(
		rows.map(async ({ id, state, changedAt, sealed }) => ({ ...(await open<Work>(key, sealed)), id, state, changedAt }))
	);
}

/** Keeps a piece of work in place of what it was before; fails where the phone is full, and then nothing is lost. */
export async function keepWork({ key, seenAt }: Owner, kept: Omit<Kept, 'changedAt'>): Promise<void> {
	const { id, state, kind, title, call, body, draft, said, others, lang: language = lang() } = kept;
	const sealed = await seal(key, { kind, title, call, body, draft, said, others, lang: language } satisfies Work);
	const store = await phoneStore();
	const tx = store.transaction('work', 'readwrite');
	const order = await tx.store.index('id').getKey(id);
	const row: Row = {
		id,
		state,
		sealed,
		changedAt: Math.max(Date.now(), seenAt),
		...(order !== undefined && { order })
	};
	await Promise.all([tx.store.put(row), tx.done]);
}

export async function dropWork(id: string): Promise<void> {
	const store = await phoneStore();
	const order = await store.getKeyFromIndex('work', 'id', id);
	if (order !== undefined) await store.delete('work', order);
}

/** How many pieces of work are on this phone and nowhere else. */
export async function countUnsent(): Promise<number> {
	const rows = await (await phoneStore()).getAll('work');
	return rows.filter(({ state }) => state !== 'sent').length;
}

/** How sending went: `done` also where there was nothing; otherwise why something still waits. */
export type Outcome = 'done' | Exclude<Here, 'she'>;

/**
 * Sends what waits, in its order. Each call can be sent again without harm, so what may have arrived is sent until an
 * answer comes. What is refused stays, with what was said; what comes after it goes on. One page or worker sends at a
 * time, and the next looks again at what is left: whoever was sending may have been closed half way.
 */
export async function sendWaiting(): Promise<Outcome> {
	const outcome = await navigator.locks.request('bdhvs-gui', sendAll);
	const line = new BroadcastChannel(channel);
	line.postMessage(outcome);
	line.close();
	return outcome;
}

/** Where it is told, to every page that is open, that something was sent or tried. */
const channel = 'bdhvs-gui';

/** Says how it went whenever a page or the service worker has sent. */
export function whenSent(tell: (outcome: Outcome) => void): void {
	new BroadcastChannel(channel).addEventListener('message', ({ data }) => tell(data));
}

async function sendAll(): Promise<Outcome> {
	const owner = await readOwner();
	if (!owner) return 'done';
	const who = await whoIsHere(owner);
	if (who === 'signed-out' || who === 'offline') return who;
	const waiting = (await listWork(owner)).filter(({ state }) => state === 'waiting');
	if (waiting.length === 0) return 'done';
	if (who !== 'she') return who;
	for (const work of waiting) {
		const answer = await callApi<{ others?: string[] }>(work.call, work.body, work.lang);
		if (isNoAnswer(answer)) return 'offline';
		if (answer.status === 401) return 'nobody';
		await settle(owner, work, answer);
	}
	return 'done';
}

/** Notes what became of it, unless it was changed on the screen meanwhile: then it waits again. */
async function settle(owner: Owner, work: Kept, answer: NonNullable<Answer<{ others?: string[] }>>): Promise<void> {
	const now = (await listWork(owner)).find(({ id }) => id === work.id);
	if (!now || now.changedAt !== work.changedAt) return;
	if (answer.ok) await keepWork(owner, { ...work, state: 'sent', others: answer.data.others, said: undefined });
	else await keepWork(owner, { ...work, state: 'refused', said: answer.data.title });
}

/** Lets go of what was sent some time ago. */
export async function tidyWork(owner: Owner): Promise<void> {
	for (const { id, state, changedAt } of await listWork(owner))
		if (state === 'sent' && owner.seenAt - changedAt > toldMs) await dropWork(id);
}
