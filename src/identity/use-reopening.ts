import type { Actor } from '../platform/actor.ts';
import { recordAct } from '../platform/audit.ts';
import type { House } from '../platform/house.ts';
import { endReopenings, listUnused, markUsed } from './account-queries.ts';
import { forget, type Counted } from '../platform/allowance.ts';
import { fromNowhere, wrongFrom } from './caller.ts';
import { guarded } from './guessing.ts';
import { passwordByStrangers, reopeningCode } from './limits.ts';
import { reopeningHash } from './make-reopening.ts';
import { hashPassword } from './password-hash.ts';
import { passwordFault } from './password-rules.ts';
import { readIdentifier } from './person.ts';
import { listByIdentifier, setPasswordHash, type Account } from './queries.ts';
import { wrongCode, wrongFields } from './refusals.ts';
import type { ReopeningUse } from './schemas.ts';
import { addSession, endSession, endSessions } from './session-queries.ts';
import { tryKey, type Entrance } from './sign-in.ts';
import type { Issued } from './tokens.ts';

/**
 * Opens an account with the one-time code from a sheet: a new password, signed out everywhere, signed in here. Codes
 * are guessed as slowly as passwords, and a password that can't be chosen does not use the code up.
 */
export async function useReopening(house: House, actor: Actor, input: ReopeningUse & Entrance): Promise<Issued> {
	refuseBlank(input);
	const found = await findByCode(house, input);
	if (!found) throw wrongCode();
	const code = passwordFault(input.password, found.account);
	if (code !== null) throw wrongFields({ fields: [{ field: 'password', code }] });

	const passwordHash = await hashPassword(input.password);
	const accountId = found.account.id;
	const issued = await house.store.transact(async (tx) => {
		const now = house.clock.now();
		const unused = await listUnused(tx, [accountId]);
		if (!unused.some(({ id, expiresAt }) => id === found.reopeningId && expiresAt > now)) throw wrongCode();
		await markUsed(tx, found.reopeningId, now);
		await endReopenings(tx, accountId, now);
		await setPasswordHash(tx, accountId, passwordHash);
		await endSessions(tx, accountId, { at: now });
		if (actor.sessionId !== null) await endSession(tx, actor.sessionId, now);
		await recordAct(tx, house, {
			doer: { accountId, role: 'learner', placeId: found.account.placeId },
			action: 'identity.reopening-used',
			subject: { kind: 'account', id: accountId },
			placePath: found.account.placePath ?? '/',
			details: { reopeningId: found.reopeningId }
		});
		return addSession(tx, { accountId, device: input.device, now });
	});
	await forget(house, [passwordByStrangers, tryKey(input.identifier)]);
	return issued;
}

function refuseBlank({ identifier, code, password }: ReopeningUse): void {
	const fields = Object.entries({ identifier: identifier.trim(), code: code.trim(), password })
		.filter(([, text]) => text === '')
		.map(([field]) => ({ field, code: 'platform.field-required' }));
	if (fields.length > 0) throw wrongFields({ fields });
}

/**
 * Whose good code this is, among the people of one phone number or username. Where one of them has signed in on this
 * device before, strangers who guess elsewhere can't use up the tries.
 */
async function findByCode(house: House, { identifier, code, caller = fromNowhere }: ReopeningUse & Entrance) {
	const people = await listByIdentifier(house.store.read, readIdentifier(identifier));
	const known = people.some(({ id }) => caller.knownIds.includes(id)) ? ` ${caller.deviceId}` : '';
	const counted: Counted = [reopeningCode, tryKey(identifier) + known];
	return guarded(house, [counted, ...wrongFrom(caller)], () => ownerOf(house, people, code));
}

async function ownerOf(house: House, people: readonly Account[], code: string) {
	const unused = await listUnused(
		house.store.read,
		people.map(({ id }) => id)
	);
	const now = house.clock.now();
	for (const account of people) {
		const codeHash = reopeningHash(house, account.id, code);
		const reopening = unused.find(
			(each) => each.accountId === account.id && each.codeHash === codeHash && each.expiresAt > now
		);
		if (reopening) return { account, reopeningId: reopening.id };
	}
	return undefined;
}
