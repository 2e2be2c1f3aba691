import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import { signInFirst } from '../platform/http/access.ts';
import { newId } from '../platform/ids.ts';
import { tidy } from '../platform/text.ts';
import { mayBeChild } from './ages.ts';
import { addConsent, endConsents, listConsents } from './consent-queries.ts';
import { isOneself, isPersonName } from './person.ts';
import { findAccount, type Account } from './queries.ts';
import { wrongFields } from './refusals.ts';
import type { ConsentList, NewConsent } from './schemas.ts';
import { purposes, type Purpose } from './tables.ts';

/** What one agreed to and what not; nothing is agreed to by itself. */
export async function readConsents({ store, clock }: House, actor: Actor): Promise<ConsentList> {
	const account = await ownAccount(store.read, actor);
	const rows = await listConsents(store.read, [account.id]);
	return {
		guardianNeeded: mayBeChild(account.birthYear, clock.now()),
		hasPhone: account.phone !== null,
		purposes: purposes.map((purpose) => {
			const given = rows.find((row) => row.purpose === purpose && row.withdrawnAt === null);
			return {
				purpose,
				given: given !== undefined,
				guardian: given?.guardian ?? null,
				since: given?.givenAt.toISOString() ?? null
			};
		})
	};
}

/** Agrees to one purpose; whoever may be a child names the guardian who says so. Agreeing again changes nothing. */
export async function giveConsent(
	house: House,
	actor: Actor,
	{ purpose, guardian: typed = '' }: NewConsent & { purpose: Purpose }
): Promise<void> {
	await house.store.transact(async (tx) => {
		const { id: accountId, birthYear, name } = await ownAccount(tx, actor);
		const guardian = tidy(typed) || null;
		const now = house.clock.now();
		if (guardian === null && mayBeChild(birthYear, now))
			throw wrongFields({ fields: [{ field: 'guardian', code: 'privacy.guardian-missing' }] });
		if (guardian !== null && !isPersonName(guardian))
			throw wrongFields({ fields: [{ field: 'guardian', code: 'identity.name-wrong' }] });
		if (guardian !== null && isOneself(guardian, name))
			throw wrongFields({ fields: [{ field: 'guardian', code: 'identity.guardian-oneself' }] });
		const held = await listConsents(tx, [accountId]);
		if (held.some((row) => row.purpose === purpose && row.withdrawnAt === null)) return;
		const givenBy = guardian === null ? ('self' as const) : ('guardian' as const);
		await addConsent(tx, { id: newId(), accountId, purpose, givenBy, guardian, givenAt: now, withdrawnAt: null });
	});
}

/** Takes it back, at any time, without anybody's leave; what rested on it ends at once. */
export async function withdrawConsent({ store, clock }: House, actor: Actor, purpose: Purpose): Promise<void> {
	await store.transact(async (tx) => {
		const { id } = await ownAccount(tx, actor);
		await endConsents(tx, { accountId: id, purpose }, clock.now());
	});
}

async function ownAccount(reader: Parameters<typeof findAccount>[0], { accountId }: Actor): Promise<Account> {
	const account = await findAccount(reader, accountId ?? '');
	if (!account) throw signInFirst();
	return account;
}
