import type { House } from '../platform/house.ts';
import type { Asker } from '../platform/http/own-reads.ts';
import { readDevice, tokenOf } from './device-cookie.ts';
import { cookieNames } from './tokens.ts';

/**
 * A sign of whose learning a request goes to, that tells nothing of the person: the account's, or the learner's of this
 * device or of the card that is open there, also before the first answer. A page notes it when it is opened, and sends
 * it along with an answer, so that what waited on a shared phone never lands with somebody else. It begins with `t`
 * where it is a certain person's, the same each time her card is opened. Null where there is nobody to tell apart.
 */
export function whoseLearning({ secrets }: House, { actor, cookies }: Asker): string | null {
	if (actor.accountId !== null) return `t${secrets.mark('whose', actor.accountId).slice(0, 12)}`;
	if (actor.card !== null) return `t${secrets.mark('whose', `card ${actor.learnerId}`).slice(0, 12)}`;
	const device = readDevice(secrets, cookies[cookieNames.device]);
	return device && `m${secrets.mark('whose', tokenOf(device)).slice(0, 12)}`;
}
