import { countUp, toldWait, waitFor, type Counted } from '../platform/allowance.ts';
import type { House } from '../platform/house.ts';
import { normalisePhone } from '../platform/text.ts';
import { inTurn } from '../platform/turns.ts';
import { wrongFrom, type Caller } from './caller.ts';
import { passwordByStrangers, passwordWhereKnown } from './limits.ts';
import { checkNobodysPassword, isPassword } from './password-hash.ts';
import type { Account } from './queries.ts';
import { tooManyHere, tooManyTries, wrongPassword } from './refusals.ts';

/**
 * Checks a secret that could be guessed; what is wrong counts, what is right costs nothing and writes nothing. Tries
 * that are sent at once take turns, so that each is counted before the next is checked.
 */
export async function guarded<T>(
	house: House,
	counted: readonly Counted[],
	check: () => Promise<T | undefined>
): Promise<T | undefined> {
	const [first] = counted;
	if (!first) return check();
	return inTurn(house.store, turnOf(first), async () => {
		const wait = await waitFor(house, counted);
		if (wait > 0) throw tooManyTries(toldWait(wait));
		const found = await check();
		if (found === undefined) await countUp(house, counted);
		return found;
	});
}

const turnOf = ([limit, who]: Counted) => `${limit.name} ${who}`;

export interface PasswordTry {
	/** Everybody it could be. */
	people: readonly Account[];
	/** What was typed to say who it is, in one form. */
	identifier: string;
	password: string;
	caller: Caller;
}

/**
 * The people whose password this is; refuses when it is nobody's. Where one of them has signed in on the device
 * before, her tries there have an allowance of their own: strangers who guess elsewhere can't lock her out.
 */
export async function peopleWithPassword(house: House, input: PasswordTry): Promise<Account[]> {
	const groups = groupsOf(input);
	const known = groups.some(({ known }) => known);
	const turn = `password ${input.identifier}${known ? ` ${input.caller.deviceId}` : ''}`;
	return inTurn(house.store, turn, async () => {
		await refuseWideGuessing(house, input.caller, known);
		const waits = await Promise.all(groups.map(({ counted }) => waitFor(house, [counted])));
		const open = groups.filter((_group, i) => waits[i] === 0);
		if (open.length === 0) throw tooManyTries(toldWait(Math.min(...waits)));
		const right: Account[] = [];
		// One after another: the queue is everyone's.
		for (const { people } of open) right.push(...(await withPassword(house, people, input)));
		if (right.length > 0) return right;
		await countUp(house, [...open.map(({ counted }) => counted), ...wrongFrom(input.caller)]);
		const closed = waits.filter((wait) => wait > 0);
		throw closed.length > 0 ? tooManyTries(toldWait(Math.min(...closed))) : wrongPassword();
	});
}

interface Group {
	people: readonly Account[];
	counted: Counted;
	known: boolean;
}

function groupsOf({ people, identifier, caller }: PasswordTry): Group[] {
	const isKnown = ({ id }: Account) => caller.knownIds.includes(id);
	const known = people.filter(isKnown).map((person): Group => {
		return { people: [person], counted: [passwordWhereKnown, `${caller.deviceId} ${person.id}`], known: true };
	});
	const strangers = people.filter((person) => !isKnown(person));
	if (known.length > 0 && strangers.length === 0) return known;
	return [...known, { people: strangers, counted: [passwordByStrangers, identifier], known: false }];
}

/** One password tried on many numbers; whoever signed in on this device before does not pay for her neighbours. */
async function refuseWideGuessing(house: House, caller: Caller, known: boolean): Promise<void> {
	const wait = await waitFor(house, wrongFrom(known ? { ...caller, address: null } : caller));
	if (wait > 0) throw tooManyHere(toldWait(wait));
}

async function withPassword(
	house: House,
	people: readonly Account[],
	{ identifier, password }: PasswordTry
): Promise<Account[]> {
	const nobodies = people.length > 0 ? 0 : inventedFamily(house, identifier);
	for (let nobody = 0; nobody < nobodies; nobody++) await checkNobodysPassword(password);
	const right: Account[] = [];
	for (const person of people) if (await isPassword(password, person.passwordHash)) right.push(person);
	return right;
}

/**
 * How many people an unknown number pretends to belong to: as often several as a known one, and always the same for one
 * number. Otherwise the time that checking takes would tell which numbers families share here.
 */
function inventedFamily({ secrets }: House, identifier: string): number {
	if (normalisePhone(identifier) === null) return 1;
	const [byte = 0] = Buffer.from(secrets.mark('invented-family', identifier), 'base64url');
	return [176, 224, 246].filter((most) => byte >= most).length + 1;
}
