import type { FastifyRequest } from 'fastify';
import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import type { Asker } from '../platform/http/own-reads.ts';
import { cardActor, hasOpenCard } from './card-session.ts';
import { readDevice, tokenOf } from './device-cookie.ts';
import { readPeople } from './people-here.ts';
import { cookieNames } from './tokens.ts';

type Secrets = Pick<House, 'secrets'>;

/**
 * A sign of whose learning a request goes to, that tells nothing of the person: the account's, or the learner's of this
 * device or of the card that is open there, also before the first answer. A page notes it when it is opened, and sends
 * it along with an answer, so that what waited on a shared phone never lands with somebody else. It begins with `t`
 * where it is a certain person's, the same each time her card is opened. Null where there is nobody to tell apart.
 */
export function whoseLearning(house: Secrets, { actor, cookies }: Asker): string | null {
	if (actor.accountId !== null) return `t${house.secrets.mark('whose', actor.accountId).slice(0, 12)}`;
	if (actor.card !== null && actor.learnerId !== null) return signOfCard(house, actor.learnerId);
	const device = readDevice(house.secrets, cookies[cookieNames.device]);
	return device && `m${house.secrets.mark('whose', tokenOf(device)).slice(0, 12)}`;
}

/** The sign of somebody who learns by her card. */
export function signOfCard({ secrets }: Secrets, learnerId: string): string {
	return `t${secrets.mark('whose', `card ${learnerId}`).slice(0, 12)}`;
}

/**
 * Whether several people learn on the device of these cookies, as far as it remembers them. Pages that are opened there
 * say whose they are; on all others they are the same for everyone.
 */
export function isSharedDevice({ secrets }: Secrets, cookies: Asker['cookies']): boolean {
	const accounts = readPeople(secrets, cookies[cookieNames.people])?.people.length ?? 0;
	const signedIn = Boolean(cookies[cookieNames.access] ?? cookies[cookieNames.refresh]);
	const learners = readDevice(secrets, cookies[cookieNames.device])?.highest ?? 0;
	return hasOpenCard(cookies) || learners > 0 || accounts > (signedIn ? 1 : 0);
}

/**
 * Whether what a page sends is of whoever learns here now: `whose` is the sign the page was opened with, empty where it
 * was one for everyone. Such a page was opened before somebody else came where the device knows of several. A program
 * that sends no sign speaks for whoever it says it is.
 */
export function isForLearnerHere(house: Secrets, asker: Asker, whose: string | undefined): boolean {
	if (whose === undefined) return true;
	return whose === '' ? !isSharedDevice(house, asker.cookies) : whose === whoseLearning(house, asker);
}

/** For whom something is kept that waited on this device: who learns here now, or another whose card is open here; null for nobody. */
export async function forWhom(house: House, request: FastifyRequest, whose: string | undefined): Promise<Actor | null> {
	if (isForLearnerHere(house, request, whose)) return request.actor;
	return cardActor(house, request, ({ learnerId }) => signOfCard(house, learnerId) === whose);
}
