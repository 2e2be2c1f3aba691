import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import { fromNowhere, type Caller } from './caller.ts';
import { peopleWithPassword } from './guessing.ts';
import { readIdentifier } from './person.ts';
import { findAccount, listByIdentifier, type Account } from './queries.ts';
import { accountUnited, notKnownHere, whichPerson, wrongFields, wrongPassword } from './refusals.ts';
import type { SignIn, SignInAgain } from './schemas.ts';
import { addSession, declineLearner, endSession } from './session-queries.ts';
import type { Issued } from './tokens.ts';

/** From which device and where somebody wants in. */
export interface Entrance {
	/** As it is kept with the session. */
	device: string;
	caller?: Caller;
}

/**
 * Lets somebody in by phone number or username. A family shares a number, so everyone who has it is tried; where two
 * of them chose the same password, the answer says who they are and asks which. An unknown identifier takes as long
 * and says the same as a wrong password; whoever knows the one of an account that was united with another is told so.
 */
export async function signIn(house: House, actor: Actor, input: SignIn & Entrance): Promise<Issued> {
	const { password, accountId, caller = fromNowhere } = input;
	refuseBlank({ identifier: input.identifier.trim(), password });
	const sharing = await listByIdentifier(house.store.read, { ...readIdentifier(input.identifier), united: true });
	const people = sharing.filter(({ id }) => accountId === undefined || id === accountId);
	const known = await peopleWithPassword(house, { people, identifier: tryKey(input.identifier), password, caller });
	const right = known.filter(({ closedAt }) => closedAt === null);
	const [account] = right;
	if (!account) throw known.length > 0 ? accountUnited() : wrongPassword();
	if (right.length > 1)
		throw whichPerson({ extra: { people: right.map(({ id, name }) => ({ accountId: id, name })) } });
	return begin(house, actor, { account, device: input.device });
}

/**
 * Lets somebody in again who has signed in on this device before, by the password alone. People change places here, so
 * what was learnt on the device without an account is not hers unless she says so: nobody asks.
 */
export async function signInAgain(house: House, actor: Actor, input: SignInAgain & Entrance): Promise<Issued> {
	const { accountId, password, device, caller = fromNowhere } = input;
	refuseBlank({ password });
	const account = caller.knownIds.includes(accountId) ? await findAccount(house.store.read, accountId) : undefined;
	if (!account) throw notKnownHere();
	await peopleWithPassword(house, { people: [account], identifier: accountId, password, caller });
	const declined = actor.accountId === null ? actor.learnerId : actor.deviceLearnerId;
	return begin(house, actor, { account, device, declined });
}

/** A new session in place of the one that this device had. */
async function begin(
	house: House,
	actor: Actor,
	{ account, device, declined = null }: { account: Account; device: string; declined?: string | null }
): Promise<Issued> {
	return house.store.transact(async (tx) => {
		const now = house.clock.now();
		// The password may have been changed while it was checked.
		if ((await findAccount(tx, account.id))?.passwordHash !== account.passwordHash) throw wrongPassword();
		if (actor.sessionId !== null) await endSession(tx, actor.sessionId, now);
		const issued = await addSession(tx, { accountId: account.id, device, now });
		if (declined !== null) await declineLearner(tx, issued.sessionId, declined);
		return issued;
	});
}

/** What tries are counted under: the same for every way of writing one phone number. */
export function tryKey(identifier: string): string {
	const { phone, username } = readIdentifier(identifier);
	return phone ?? username;
}

function refuseBlank(typed: Record<string, string>): void {
	const fields = Object.entries(typed)
		.filter(([, text]) => text === '')
		.map(([field]) => ({ field, code: 'platform.field-required' }));
	if (fields.length > 0) throw wrongFields({ fields });
}
