import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import { noSuchSession } from './refusals.ts';
import type { SessionStanding } from './schemas.ts';
import { isSignedOut } from './session-queries.ts';

const purpose = 'session-sign';

/**
 * A sign of a session that a phone keeps beside what waits on it to be sent. It opens nothing; with it the phone can
 * ask, whoever is signed in by then, whether somebody signed it out meanwhile.
 */
export function signOfSession({ secrets }: House, sessionId: string): string {
	return `${sessionId}.${secrets.mark(purpose, sessionId)}`;
}

/**
 * Whether the session of a sign was ended: one that merely grew old was not. A new password ends it, too, so the answer
 * brings the sign of the session that asks, for a phone on which she is in again. Refuses what is no sign.
 */
export async function readSign(house: House, { sessionId: own }: Actor, sign: string): Promise<SessionStanding> {
	const [sessionId = '', mark = ''] = sign.split('.');
	if (!house.secrets.isMarked(purpose, sessionId, mark)) throw noSuchSession();
	const signedOut = await isSignedOut(house.store.read, sessionId);
	return { signedOut, sign: own === null ? null : signOfSession(house, own) };
}
