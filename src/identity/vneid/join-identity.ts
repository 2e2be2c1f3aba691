import type { FastifyRequest } from 'fastify';
import { recordAct } from '../../platform/audit.ts';
import type { Actor } from '../../platform/actor.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import { signInFirst } from '../../platform/http/access.ts';
import { isUniqueViolation } from '../../platform/persistence/dialect.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import { tidy } from '../../platform/text.ts';
import { consentsAlone } from '../ages.ts';
import { isOneself, isPersonName, type Fault } from '../person.ts';
import { findAccount } from '../queries.ts';
import { wrongFields } from '../refusals.ts';
import { ageOn, isSame, maskNumber, type VouchedPerson } from './claims.ts';
import { hashesOf, keptOf, unlocked } from './number-vault.ts';
import { findBothAccounts } from './other-account.ts';
import { addIdentity, findIdentity, findIdentityOf, removeIdentity } from './queries.ts';
import { accountClosed, hasAnother, identityTaken, nothingWaits, noIdentity } from './refusals.ts';
import type { Joining, OwnIdentity, WaitingView } from './schemas.ts';
import { waitingIn, type Waiting } from './trips.ts';
import type { VneidHouse } from './vneid-house.ts';

/** Who waits in this browser, as she may see herself. */
export async function readWaiting(house: VneidHouse, request: FastifyRequest): Promise<WaitingView> {
	const { id: waiting, person, next } = await whoWaits(house, request);
	const { accountId } = request.actor;
	const account = accountId === null ? undefined : await findAccount(house.store.read, accountId);
	const both = await findBothAccounts(house, house.store.read, request);
	return {
		waiting,
		...viewOf(person),
		number: maskNumber(person.number),
		child: isChild(house, person),
		same: account ? isSame(account, person) : null,
		other: both && { name: both.other.name, since: both.other.createdAt.toISOString() },
		next
	};
}

export async function whoWaits(house: VneidHouse, request: FastifyRequest, shown?: string): Promise<Waiting> {
	const waiting = await waitingIn(house, request, shown);
	if (!waiting) throw nothingWaits();
	return waiting;
}

/** Joins the identity that waits to the account that is signed in, with her consent. */
export async function joinWaiting(house: VneidHouse, request: FastifyRequest, given: Joining): Promise<void> {
	const { person } = await whoWaits(house, request, given.waiting);
	const { accountId } = request.actor;
	const account = accountId === null ? undefined : await findAccount(house.store.read, accountId);
	if (!account) throw signInFirst();
	const faults = consentFaults(house, person, given);
	if (!isSame(account, person) && given.differs !== true)
		faults.push({ field: 'differs', code: 'identity.vneid-differs-needed' });
	if (faults.length > 0) throw wrongFields({ fields: faults });
	const joined = { accountId: account.id, person, guardian: guardianOf(house, person, given) };
	try {
		await house.store.transact((tx) => join(house, tx, joined));
	} catch (error) {
		// PostgreSQL may say of two joins at once that the identity exists, rather than that they conflict.
		if (isUniqueViolation(error)) throw identityTaken();
		throw error;
	}
}

export interface Joined {
	accountId: string;
	person: VouchedPerson;
	guardian: string | null;
}

/** One identity for one account, and one account for one identity. */
export async function join(house: VneidHouse, tx: Writer, { accountId, person, guardian }: Joined): Promise<void> {
	const known = await findIdentity(tx, await hashesOf(tx, house.secrets, person));
	if (known && known.accountId !== accountId) throw known.closedAt === null ? identityTaken() : accountClosed();
	if (known) return; // it was sent twice
	if (await findIdentityOf(tx, accountId)) throw hasAnother();
	const now = house.clock.now();
	const { name, birthDate, level, simulated, issuer } = person;
	const kept = await keptOf(tx, house, person);
	const identity = { ...kept, ...{ accountId, issuer, name, birthDate, level, simulated } };
	await addIdentity(tx, { ...identity, guardian, consentedAt: now, checkedAt: now });
	await house.facts.record(tx, 'identity.joined', { accountId });
	await recordAct(tx, house, {
		doer: { accountId, role: 'learner', placeId: null },
		action: 'identity.identity-joined',
		subject: { kind: 'account', id: accountId },
		placePath: '/',
		details: { level, simulated, guardian: guardian !== null }
	});
}

/** What is missing in the consent; nothing is taken for granted. */
export function consentFaults(house: VneidHouse, person: VouchedPerson, given: Joining): Fault[] {
	const faults: Fault[] = [];
	if (!given.consent) faults.push({ field: 'consent', code: 'identity.vneid-consent-needed' });
	const guardian = guardianOf(house, person, given);
	if (guardian !== null && !isPersonName(guardian))
		faults.push({ field: 'guardian', code: 'identity.vneid-guardian-needed' });
	else if (guardian !== null && isOneself(guardian, person.name))
		faults.push({ field: 'guardian', code: 'identity.guardian-oneself' });
	return faults;
}

export function guardianOf(house: VneidHouse, person: VouchedPerson, given: Joining): string | null {
	return isChild(house, person) ? tidy(given.guardian ?? '') : null;
}

/** The identity of whoever is signed in, as she may see it. */
export async function readOwnIdentity(house: VneidHouse, actor: Actor): Promise<OwnIdentity> {
	const found = await findIdentityOf(house.store.read, actor.accountId ?? '');
	const offered = house.provider !== null;
	if (!found) return { offered, identity: null };
	const { guardian, checkedAt, consentedAt } = found;
	return {
		offered,
		identity: {
			...viewOf({ ...found, level: found.level === 2 ? 2 : 1 }),
			number: maskNumber((await unlocked(house.store.read, house.secrets, found))?.number ?? ''),
			guardian,
			checkedAt: checkedAt.toISOString(),
			consentedAt: consentedAt.toISOString()
		}
	};
}

/** Takes the consent back: what the provider told is deleted. She goes on with her other way in; records stay as issued. */
export async function leaveIdentity(house: VneidHouse, actor: Actor): Promise<void> {
	const accountId = actor.accountId ?? '';
	await house.store.transact(async (tx) => {
		if (!(await findIdentityOf(tx, accountId))) throw noIdentity();
		await removeIdentity(tx, accountId);
		await recordAct(tx, house, {
			doer: { accountId, role: 'learner', placeId: null },
			action: 'identity.identity-left',
			subject: { kind: 'account', id: accountId },
			placePath: '/'
		});
	});
}

type Seen = Pick<VouchedPerson, 'name' | 'birthDate' | 'level' | 'guardian' | 'simulated'>;

function viewOf({ name, birthDate, level, guardian, simulated }: Seen): Seen {
	return { name, birthDate, level, guardian, simulated };
}

function isChild({ clock }: VneidHouse, { birthDate }: VouchedPerson): boolean {
	return ageOn(birthDate, dayInVietNam(clock.now())) < consentsAlone;
}
