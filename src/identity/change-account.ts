import { take } from '../platform/allowance.ts';
import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import { signInFirst } from '../platform/http/access.ts';
import { fold, vietnameseSortKey } from '../platform/text.ts';
import { newPassword } from './limits.ts';
import { readPerson } from './person.ts';
import { changeAccountRow, findAccount } from './queries.ts';
import { wrongFields } from './refusals.ts';
import type { ChangedAccount } from './schemas.ts';
import { existingPlace, refuseKnown } from './sign-up.ts';

/**
 * Corrects what somebody's own account says of her; what is left out is taken away. Records that were issued stay as they
 * are signed. Moving to a number that others use counts as choosing a password among them: see limits.ts.
 */
export async function changeAccount(house: House, actor: Actor, typed: ChangedAccount): Promise<{ name: string }> {
	const { store, clock } = house;
	const own = await findAccount(store.read, actor.accountId ?? '');
	if (!own) throw signInFirst();
	const { person, faults } = readPerson(typed, clock.now());
	if (faults.length > 0) throw wrongFields({ fields: faults });
	// A village that was merged meanwhile may stay.
	const stays = typed.placeId !== undefined && typed.placeId === own.placeId;
	const place = stays ? { id: own.placeId, path: own.placePath } : await existingPlace(store.read, typed.placeId);
	await refuseKnown(store.read, person, own.id);
	if (person.phone !== null && person.phone !== own.phone) await take(house, [[newPassword, person.phone]]);
	return store.transact(async (tx) => {
		await refuseKnown(tx, person, own.id);
		if (!(await findAccount(tx, own.id))) throw signInFirst();
		await changeAccountRow(tx, own.id, {
			...person,
			...{ nameSort: vietnameseSortKey(person.name), nameFolded: fold(person.name) },
			...{ placeId: place?.id ?? null, placePath: place?.path ?? null }
		});
		return { name: person.name };
	});
}
