import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import { say } from '../platform/messages/index.ts';
import { noSuchSession } from './refusals.ts';
import { endSession, endSessions, findOpenSession, listOpenSessions } from './session-queries.ts';
import { sessionLifetimeMs } from './tokens.ts';

/** Where somebody is signed in, newest use first, each with a name its owner recognises. */
export async function listSessions({ store, clock }: House, actor: Actor) {
	const usedAfter = new Date(clock.now().getTime() - sessionLifetimeMs);
	const open = await listOpenSessions(store.read, actor.accountId ?? '', usedAfter);
	return {
		sessions: open.map(({ device, createdAt, lastUsedAt, id }) => ({
			id,
			device: device
				.split(' ')
				.map((word) => say(actor.lang, `identity.device-${word}`))
				.join(', '),
			createdAt: createdAt.toISOString(),
			lastUsedAt: lastUsedAt.toISOString(),
			current: id === actor.sessionId
		}))
	};
}

/** Signs out on one device, one's own. */
export async function endOneSession({ store, clock }: House, actor: Actor, sessionId: string): Promise<void> {
	await store.transact(async (tx) => {
		const session = await findOpenSession(tx, sessionId);
		if (!session || session.accountId !== actor.accountId) throw noSuchSession();
		await endSession(tx, sessionId, clock.now());
	});
}

/** Signs out on this device; where nobody is signed in there is nothing to do. */
export async function signOut({ store, clock }: House, actor: Actor): Promise<void> {
	const { sessionId } = actor;
	if (sessionId !== null) await store.transact((tx) => endSession(tx, sessionId, clock.now()));
}

/** Signs out on every device. */
export async function signOutEverywhere({ store, clock }: House, actor: Actor): Promise<void> {
	await store.transact((tx) => endSessions(tx, actor.accountId ?? '', { at: clock.now() }));
}
