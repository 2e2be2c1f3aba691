import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import { countTry } from './guessing.ts';
import { checkNobodysPassword, isPassword } from './password-hash.ts';
import { readIdentifier } from './person.ts';
import { findAccount, listByIdentifier, type Account } from './queries.ts';
import { whichPerson, wrongFields, wrongPassword } from './refusals.ts';
import type { SignIn } from './schemas.ts';
import { addSession, endSession } from './session-queries.ts';
import type { Issued } from './tokens.ts';

/**
 * Lets somebody in by phone number or username. A family shares a number, so everyone who has it is tried; where two
 * of them chose the same password, the answer says who they are and asks which. An unknown identifier takes as long
 * and says the same as a wrong password.
 */
export async function signIn(house: House, actor: Actor, input: SignIn & { device: string }): Promise<Issued> {
	refuseBlank(input);
	const identifier = readIdentifier(input.identifier);
	const tried = await countTry(house, tryKey(input.identifier));
	const people = await listByIdentifier(house.store.read, identifier);
	const nobodies = people.length > 0 ? 0 : inventedFamily(house, identifier.phone);
	const right = await withPassword(people, { nobodies, password: input.password }).catch(async (error: unknown) => {
		await tried.giveBack(); // nothing was checked, or nothing is told of it
		throw error;
	});
	const chosen = input.accountId === undefined ? right : right.filter(({ id }) => id === input.accountId);
	const [account] = chosen;
	if (!account) throw wrongPassword();
	await tried.giveBack();
	if (chosen.length > 1)
		throw whichPerson({ extra: { people: chosen.map(({ id, name }) => ({ accountId: id, name })) } });

	return house.store.transact(async (tx) => {
		const now = house.clock.now();
		// The password may have been changed while it was checked.
		if ((await findAccount(tx, account.id))?.passwordHash !== account.passwordHash) throw wrongPassword();
		if (actor.sessionId !== null) await endSession(tx, actor.sessionId, now);
		return addSession(tx, { accountId: account.id, device: input.device, now });
	});
}

/** What tries are counted under: the same for every way of writing one phone number. */
export function tryKey(identifier: string): string {
	const { phone, username } = readIdentifier(identifier);
	return phone ?? username;
}

function refuseBlank({ identifier, password }: SignIn): void {
	const fields = Object.entries({ identifier: identifier.trim(), password })
		.filter(([, text]) => text === '')
		.map(([field]) => ({ field, code: 'platform.field-required' }));
	if (fields.length > 0) throw wrongFields({ fields });
}

/**
 * How many people an unknown number pretends to belong to: as often several as a known one, and always the same for one
 * number. Otherwise the time that checking takes would tell which numbers families share here.
 */
function inventedFamily({ secrets }: House, phone: string | null): number {
	if (phone === null) return 1;
	const [byte = 0] = Buffer.from(secrets.mark('invented-family', phone), 'base64url');
	return [176, 224, 246].filter((most) => byte >= most).length + 1;
}

async function withPassword(
	people: Account[],
	{ nobodies, password }: { nobodies: number; password: string }
): Promise<Account[]> {
	for (let nobody = 0; nobody < nobodies; nobody++) await checkNobodysPassword(password);
	const right: Account[] = [];
	// One after another: the queue is everyone's.
	for (const person of people) if (await isPassword(password, person.passwordHash)) right.push(person);
	return right;
}
