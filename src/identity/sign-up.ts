import { findPlace } from '../places/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import { newId } from '../platform/ids.ts';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import { fold, vietnameseSortKey } from '../platform/text.ts';
import { fromNowhere, takeNew } from './caller.ts';
import { accountsPerDevice } from './limits.ts';
import { hashPassword } from './password-hash.ts';
import { passwordFault } from './password-rules.ts';
import { readPerson, type Person, type TypedPerson } from './person.ts';
import {
	addAccount,
	addLearner,
	countByPhone,
	forgetDevices,
	isUnclaimed,
	isUsernameTaken,
	listByIdentifier
} from './queries.ts';
import { accountExists, phoneFull, usernameTaken, wrongFields } from './refusals.ts';
import type { NewAccount } from './schemas.ts';
import { addSession, declineLearner, endSession } from './session-queries.ts';
import type { Entrance } from './sign-in.ts';
import type { Issued } from './tokens.ts';

/** How many people may share one phone number. */
const mostPerPhone = 12;

/** What belongs to making the account: both happen, or neither. */
interface Also {
	/** Through a stand-in for the national provider. */
	simulated?: boolean;
	also?: (tx: Writer, accountId: string) => Promise<void>;
}

/**
 * Makes an account and signs in with it. Somebody who says that the learning on this device is hers takes it along;
 * otherwise she starts afresh and the device keeps what it has.
 */
export async function signUp(house: House, actor: Actor, input: NewAccount & Entrance & Also): Promise<Issued> {
	const person = checkedPerson(house, input);
	await refuseKnown(house.store.read, person);
	const place = await existingPlace(house.store.read, input.placeId);
	await takeNew(house, input.caller ?? fromNowhere, accountsPerDevice);
	const passwordHash = await hashPassword(input.password);
	return house.store.transact(async (tx) => {
		await refuseKnown(tx, person);
		const now = house.clock.now();
		const onDevice = actor.accountId === null ? actor.learnerId : actor.deviceLearnerId;
		const adopted = input.takeDeviceLearning === true ? await adopt(tx, onDevice) : null;
		const learnerId = adopted ?? (await addLearner(tx, now));
		const account = accountFrom(person, { learnerId, passwordHash, place, now });
		await addAccount(tx, { ...account, simulated: input.simulated ?? false });
		await input.also?.(tx, account.id);
		if (actor.sessionId !== null) await endSession(tx, actor.sessionId, now);
		const issued = await addSession(tx, { accountId: account.id, device: input.device, now });
		if (input.takeDeviceLearning === false && onDevice !== null) await declineLearner(tx, issued.sessionId, onDevice);
		return issued;
	});
}

/** Who she says to be, or every fault at once, the password's among them. */
export function checkedPerson({ clock }: House, typed: TypedPerson & { password: string }): Person {
	const { person, faults } = readPerson(typed, clock.now());
	const code = passwordFault(typed.password, person);
	const fields = code === null ? faults : [...faults, { field: 'password', code }];
	if (fields.length > 0) throw wrongFields({ fields });
	return person;
}

export interface AccountParts {
	learnerId: string;
	passwordHash: string;
	place: { id: string; path: string } | null;
	now: Date;
}

export function accountFrom(person: Person, { learnerId, passwordHash, place, now }: AccountParts) {
	return {
		...person,
		id: newId(),
		learnerId,
		nameSort: vietnameseSortKey(person.name),
		nameFolded: fold(person.name),
		placeId: place?.id ?? null,
		placePath: place?.path ?? null,
		passwordHash,
		createdAt: now,
		closedAt: null,
		simulated: false
	};
}

/**
 * Refuses a username that is someone else's, a form that was sent before, and a number that too many share; `besides` is
 * the account that says so of itself.
 */
export async function refuseKnown(
	reader: Reader,
	{ name, birthYear, phone, username }: Person,
	besides?: string
): Promise<void> {
	if (username !== null && (await isUsernameTaken(reader, username, besides))) {
		const suggestion = await freeUsername(reader, username, birthYear);
		throw usernameTaken({
			values: { username, suggestion },
			fields: [{ field: 'username', code: 'identity.username-is-taken' }],
			extra: { suggestion }
		});
	}
	if (phone === null) return;
	const sharing = await listByIdentifier(reader, { phone, username: null });
	if (sharing.some(({ id }) => id === besides)) return;
	if (sharing.some((each) => each.nameFolded === fold(name) && each.birthYear === birthYear))
		throw accountExists({ fields: [{ field: 'phone', code: 'identity.phone-has-you' }] });
	if ((await countByPhone(reader, phone)) >= mostPerPhone)
		throw phoneFull({ fields: [{ field: 'phone', code: 'identity.phone-is-full' }] });
}

async function freeUsername(reader: Reader, username: string, birthYear: number): Promise<string> {
	const base = username.slice(0, 26);
	const year = String(birthYear);
	for (const candidate of [`${base}.${year.slice(2)}`, `${base}.${year}`, `${base}2`, `${base}3`])
		if (!(await isUsernameTaken(reader, candidate))) return candidate;
	return `${base}.${newId().slice(-5)}`;
}

export async function existingPlace(
	reader: Reader,
	placeId: string | undefined
): Promise<{ id: string; path: string } | null> {
	if (placeId === undefined) return null;
	const place = await findPlace(reader, placeId);
	if (!place || place.kind === 'country')
		throw wrongFields({ fields: [{ field: 'placeId', code: 'places.no-such-place' }] });
	return { id: place.id, path: place.path };
}

async function adopt(tx: Writer, learnerId: string | null): Promise<string | null> {
	if (learnerId === null || !(await isUnclaimed(tx, learnerId))) return null;
	await forgetDevices(tx, learnerId);
	return learnerId;
}
