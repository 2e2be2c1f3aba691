import type { House } from '../platform/house.ts';
import { noSuchSession } from './refusals.ts';
import { isSignedOut } from './session-queries.ts';

const purpose = 'session-sign';

/**
 * A sign of a session that a phone keeps beside what waits on it to be sent. It opens nothing; with it the phone can
 * ask, whoever is signed in by then, whether somebody signed it out meanwhile.
 */
export function signOfSession({ secrets }: House, sessionId: string): string {
	return `${sessionId}.${secrets.mark(purpose, sessionId)}`;
}

/** Whether the session of a sign was ended by somebody: one that merely grew old was not. Refuses what is no sign. */
export async function readSign({ secrets, store }: House, sign: string): Promise<{ signedOut: boolean }> {
	const [sessionId = '', mark = ''] = sign.split('.');
	if (!secrets.isMarked(purpose, sessionId, mark)) throw noSuchSession();
	return { signedOut: await isSignedOut(store.read, sessionId) };
}
