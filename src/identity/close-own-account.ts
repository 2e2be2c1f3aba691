import type { FastifyReply, FastifyRequest } from 'fastify';
import { visitor, type Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import type { Writer } from '../platform/persistence/store.ts';
import { takeCookieBack } from '../platform/http/cookies.ts';
import { signInFirst } from '../platform/http/access.ts';
import { hasAdministrator, listGrants } from './account-queries.ts';
import { forgetPerson } from './people-here.ts';
import { findAccount, type Account } from './queries.ts';
import { lastAdministrator } from './refusals.ts';
import { clearTokens, cookieNames } from './tokens.ts';
import { forgetWaiting } from './vneid/trips.ts';

/**
 * Refuses, in the transaction that would close an account, where it was closed or given another password meanwhile, and
 * where nobody else is administrator of the whole country. Returns how many roles end with it.
 */
export async function refuseClosing(tx: Writer, account: Account): Promise<number> {
	if ((await findAccount(tx, account.id))?.passwordHash !== account.passwordHash) throw signInFirst();
	const held = await listGrants(tx, [account.id]);
	const isTop = held.some(({ role, placePath }) => role === 'administrator' && placePath === '/');
	if (isTop && !(await hasAdministrator(tx, { accountId: account.id }))) throw lastAdministrator();
	return held.length;
}

/** This device knows nothing of her any more: no session, no name, no learning. */
export function forgetHere(
	house: House,
	{ request, reply }: { request: FastifyRequest; reply: FastifyReply },
	{ accountId }: Actor
): void {
	if (accountId === null) takeCookieBack(reply, house.config, cookieNames.device);
	else {
		forgetWaiting(house, reply);
		clearTokens(house, reply);
		forgetPerson(house, { request, reply }, accountId);
	}
	request.actor = visitor(request.actor.lang);
}
