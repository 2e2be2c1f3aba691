import type { House } from '../platform/house.ts';
import { randomToken } from '../platform/ids.ts';
import { judgeToken } from './rotation.ts';
import { endSession, findOpenSession, noteUse } from './session-queries.ts';
import type { Issued } from './tokens.ts';

/**
 * Takes a refresh token and gives its successor, or null when the session is over. A token that was superseded is a
 * stolen copy, of the thief's or the owner's: the whole session ends, for both.
 */
export function renewSession({ store, clock }: House, presented: Issued): Promise<Issued | null> {
	return store.transact(async (tx) => {
		const session = await findOpenSession(tx, presented.sessionId);
		if (!session) return null;
		const verdict = judgeToken(session, presented);
		if (verdict === 'reuse') {
			await endSession(tx, session.id, clock.now());
			return null;
		}
		const { generation, tokenId } = presented;
		await noteUse(tx, session.id, { usedGeneration: generation, usedTokenId: tokenId, lastUsedAt: clock.now() });
		return { sessionId: session.id, generation: generation + 1, tokenId: randomToken(12) };
	});
}
