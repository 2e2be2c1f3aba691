import { mayActIn, type Actor } from '../platform/actor.ts';
import { doerOf, recordAct } from '../platform/audit.ts';
import type { House } from '../platform/house.ts';
import { newId } from '../platform/ids.ts';
import { addReopening, caretakers, endReopenings, findReachable, listGrants } from './account-queries.ts';
import { maskPhone } from './person.ts';
import { noSuchAccount, reopenNeedsAdministrator } from './refusals.ts';
import { newReopeningCode, readReopeningCode } from './reopening-code.ts';

const validMs = 7 * 24 * 3_600_000;

/**
 * Makes the code of a "Giấy mở lại tài khoản" for somebody who forgot the password; older codes die. Whoever opens an
 * account could act in its owner's name, so the account of someone who holds a role is opened only by an administrator
 * of the whole country.
 */
export async function makeReopening(house: House, actor: Actor, { accountId }: { accountId: string }) {
	const code = newReopeningCode();
	const account = await house.store.transact(async (tx) => {
		const found = await findReachable(tx, actor, accountId);
		if (!found || actor.accountId === null) throw noSuchAccount();
		const holdsRole = (await listGrants(tx, [accountId])).length > 0;
		if (holdsRole && !mayActIn(actor, ['administrator'], '/')) throw reopenNeedsAdministrator();
		const createdAt = house.clock.now();
		const expiresAt = new Date(createdAt.getTime() + validMs);
		await endReopenings(tx, accountId, createdAt);
		const codeHash = reopeningHash(house, accountId, code);
		const row = { id: newId(), accountId, codeHash, madeBy: actor.accountId, createdAt, expiresAt };
		await addReopening(tx, row);
		const placePath = found.placePath ?? '/';
		await recordAct(tx, house, {
			doer: holdsRole ? doerOf(actor, ['administrator'], '/') : doerOf(actor, caretakers, placePath),
			action: 'identity.reopening-made',
			subject: { kind: 'account', id: accountId },
			placePath,
			details: { reopeningId: row.id }
		});
		return { ...found, expiresAt };
	});
	const { name, expiresAt, username, phone } = account;
	// Whoever was given the sheet knows the number; whoever prints it need not.
	const identifier = username ?? maskPhone(phone) ?? '';
	return { code, expiresAt: expiresAt.toISOString(), name, identifier };
}

/** Keyed, because 50 bits can be tried out by whoever has the hash alone. */
export function reopeningHash({ secrets }: House, accountId: string, typedCode: string): string {
	return secrets.mark('reopening', `${accountId} ${readReopeningCode(typedCode)}`);
}
