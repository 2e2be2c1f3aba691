import { eq, isNull } from 'drizzle-orm';
import { country } from '../places/index.ts';
import { recordAct } from '../platform/audit.ts';
import type { House } from '../platform/house.ts';
import { hashToken, newId, randomToken } from '../platform/ids.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { addGrant, hasAdministrator } from './account-queries.ts';
import { fromNowhere, of } from './caller.ts';
import { guarded } from './guessing.ts';
import { setupLink } from './limits.ts';
import { hashPassword } from './password-hash.ts';
import { addAccount, addLearner } from './queries.ts';
import { setupLinkDead } from './refusals.ts';
import type { FirstAdministrator } from './schemas.ts';
import { addSession } from './session-queries.ts';
import type { Entrance } from './sign-in.ts';
import { accountFrom, checkedPerson, refuseKnown } from './sign-up.ts';
import { setupLinks } from './tables.ts';
import type { Issued } from './tokens.ts';

/**
 * The path by which the first administrator comes in, or null when there is one. Made anew at each start: a link left
 * in an old log opens nothing.
 */
export async function firstAdministratorLink({ store, clock }: House): Promise<string | null> {
	const token = randomToken(24);
	return store.transact(async (tx) => {
		await tx.delete(setupLinks).where(isNull(setupLinks.usedAt));
		if (await hasAdministrator(tx)) return null;
		await tx.insert(setupLinks).values({ tokenHash: hashToken(token), createdAt: clock.now() });
		return `/quan-tri/dau-tien?ma=${token}`;
	});
}

/** Makes the first administrator, of everything, and signs in; works once, whoever else holds the link. */
export async function createFirstAdministrator(house: House, input: FirstAdministrator & Entrance): Promise<Issued> {
	const tokenHash = hashToken(input.token);
	// Before the costly work, and once more inside the transaction.
	const { address } = input.caller ?? fromNowhere;
	const alive = async () => (await isAlive(house.store.read, tokenHash)) || undefined;
	if (!(await guarded(house, of(setupLink, address), alive))) throw setupLinkDead();
	const person = checkedPerson(house, input);
	await refuseKnown(house.store.read, person);
	const passwordHash = await hashPassword(input.password);
	return house.store.transact(async (tx) => {
		if (!(await isAlive(tx, tokenHash))) throw setupLinkDead();
		await refuseKnown(tx, person);
		const now = house.clock.now();
		await tx.update(setupLinks).set({ usedAt: now }).where(eq(setupLinks.tokenHash, tokenHash));
		const learnerId = await addLearner(tx, now);
		const account = accountFrom(person, { learnerId, passwordHash, place: null, now });
		await addAccount(tx, account);
		await addGrant(tx, {
			id: newId(),
			accountId: account.id,
			role: 'administrator',
			placeId: country,
			placePath: '/',
			grantedBy: null,
			grantedAt: now,
			endedAt: null
		});
		await recordAct(tx, house, {
			doer: { accountId: account.id, role: 'administrator', placeId: country },
			action: 'identity.first-administrator-made',
			subject: { kind: 'account', id: account.id },
			placePath: '/'
		});
		return addSession(tx, { accountId: account.id, device: input.device, now });
	});
}

async function isAlive(reader: Reader, tokenHash: string): Promise<boolean> {
	const [link] = await reader.select().from(setupLinks).where(eq(setupLinks.tokenHash, tokenHash));
	return link !== undefined && link.usedAt === null && !(await hasAdministrator(reader));
}
