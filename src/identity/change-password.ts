import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import { signInFirst } from '../platform/http/access.ts';
import { countTry } from './guessing.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { passwordFault } from './password-rules.ts';
import { findAccount, setPasswordHash } from './queries.ts';
import { wrongCurrentPassword, wrongFields } from './refusals.ts';
import type { PasswordChange } from './schemas.ts';
import { addSession, endSessions } from './session-queries.ts';
import type { Issued } from './tokens.ts';

/**
 * Changes the password of whoever knows the present one, and signs out everywhere but here; here, too, the session
 * is a new one, so that a copy of the old cookies is worth nothing.
 */
export async function changePassword(
	house: House,
	actor: Actor,
	{ current, next, device }: PasswordChange & { device: string }
): Promise<Issued> {
	const account = await findAccount(house.store.read, actor.accountId ?? '');
	if (!account) throw signInFirst();
	const code = passwordFault(next, account);
	if (code !== null) throw wrongFields({ fields: [{ field: 'next', code }] });
	const tried = await countTry(house, `account ${account.id}`);
	if (!(await isPassword(current, account.passwordHash)))
		throw wrongCurrentPassword({ fields: [{ field: 'current', code: 'identity.current-is-wrong' }] });
	await tried.giveBack();
	// Who shares a number is tried together with the others of it, and a right password is no failed try: choosing one
	// password after another and signing in with each would be a way of guessing theirs.
	if (account.phone !== null) await countTry(house, account.phone);

	const passwordHash = await hashPassword(next);
	return house.store.transact(async (tx) => {
		const now = house.clock.now();
		if ((await findAccount(tx, account.id))?.passwordHash !== account.passwordHash) throw signInFirst();
		await setPasswordHash(tx, account.id, passwordHash);
		await endSessions(tx, account.id, { at: now });
		return addSession(tx, { accountId: account.id, device, now });
	});
}
