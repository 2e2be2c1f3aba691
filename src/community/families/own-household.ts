import { findAccount } from '../../identity/index.ts';
import { findPlace } from '../../places/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import { tidy, vietnameseSortKey } from '../../platform/text.ts';
import { newClassCode, readClassCode } from '../class-code.ts';
import type { CommunityHouse } from '../community-house.ts';
import { placeFor } from '../plan-class.ts';
import { wrongFields } from '../refusals.ts';
import { actOnHousehold } from './acts.ts';
import { householdViews } from './household-views.ts';
import {
	addHousehold,
	addRelative,
	changeRelative,
	dropRelative,
	findByFamilyCode,
	findHouseholdOf,
	listRelatives,
	type HouseholdRow
} from './queries.ts';
import { householdFull, livesElsewhere, noSuchFamilyCode, noSuchRelative } from './refusals.ts';
import type { NewHousehold, OwnHousehold } from './schemas.ts';
import type { Joining } from './tables.ts';

const longestName = 60;
/** More than any house holds. */
const mostRelatives = 30;

/**
 * Makes a household. Without a place it is one's own, where one lives, and one is in it from then on; with a place it is
 * one that a helper writes down. Returns its id.
 */
export async function makeHousehold(house: CommunityHouse, actor: Actor, typed: NewHousehold): Promise<string> {
	const name = checkedName(typed.name);
	const { accountId, learnerId } = actor;
	if (accountId === null || learnerId === null) throw noSuchRelative();
	return house.store.transact(async (tx) => {
		const own = typed.placeId === undefined;
		const place = own
			? await ownPlace(tx, accountId)
			: await placeFor(tx, actor, { placeId: typed.placeId ?? '', day: dayInVietNam(house.clock.now()) });
		const row: HouseholdRow = {
			...{ id: newId(), name, nameSort: vietnameseSortKey(name), code: newClassCode() },
			...{ placeId: place.id, placePath: place.path, madeBy: accountId, madeAt: house.clock.now() }
		};
		await addHousehold(tx, row);
		if (own) await bringIn(house, tx, { household: row, learnerId, consent: 'self', addedBy: accountId });
		else await recordAct(tx, house, actOnHousehold(actor, 'community.household-made', row));
		return row.id;
	});
}

function checkedName(typed: string): string {
	const name = tidy(typed);
	const code = name === '' ? 'families.name-missing' : [...name].length > longestName ? 'families.name-long' : null;
	if (code !== null) throw wrongFields({ fields: [{ field: 'name', code }] });
	return name;
}

async function ownPlace(tx: Writer, accountId: string): Promise<{ id: string; path: string }> {
	const account = await findAccount(tx, accountId);
	const place = account?.placeId ? await findPlace(tx, account.placeId) : undefined;
	if (!place) throw wrongFields({ fields: [{ field: 'name', code: 'families.place-unknown' }] });
	return place;
}

interface Newcomer {
	household: HouseholdRow;
	learnerId: string;
	consent: Joining;
	addedBy: string;
}

/** Puts somebody into a household; being there already changes nothing, being in another one is refused. */
export async function bringIn(
	{ clock }: Pick<CommunityHouse, 'clock'>,
	tx: Writer,
	{ household, learnerId, consent, addedBy }: Newcomer
): Promise<void> {
	const before = await findHouseholdOf(tx, learnerId);
	if (before?.household.id === household.id) return;
	if (before) throw livesElsewhere({ values: { name: before.household.name } });
	if ((await listRelatives(tx, [household.id])).length >= mostRelatives) throw householdFull();
	const row = { id: newId(), householdId: household.id, learnerId, guides: false, consent, addedBy };
	await addRelative(tx, { ...row, joinedAt: clock.now() });
}

/** Comes into the household of those at home, with the code that they give one another. */
export async function joinHousehold(house: CommunityHouse, actor: Actor, typedCode: string): Promise<void> {
	const { accountId, learnerId } = actor;
	const code = readClassCode(typedCode);
	await house.store.transact(async (tx) => {
		const household = code === '' ? undefined : await findByFamilyCode(tx, code);
		if (!household || accountId === null || learnerId === null)
			throw noSuchFamilyCode({ fields: [{ field: 'code', code: 'families.no-such-code' }] });
		await bringIn(house, tx, { household, learnerId, consent: 'self', addedBy: accountId });
	});
}

/** Says of oneself whether one shows the others at home what one has learnt. */
export async function sayGuiding({ store }: CommunityHouse, actor: Actor, guides: boolean): Promise<void> {
	await store.transact(async (tx) => {
		const own = await findHouseholdOf(tx, actor.learnerId ?? '');
		if (!own) throw noSuchRelative();
		await changeRelative(tx, own.member.id, { guides });
	});
}

/** Leaves one's household, at any time. */
export async function leaveHousehold({ store }: CommunityHouse, actor: Actor): Promise<void> {
	await store.transact(async (tx) => {
		const own = await findHouseholdOf(tx, actor.learnerId ?? '');
		if (!own) throw noSuchRelative();
		await dropRelative(tx, own.member);
	});
}

/** One's own household with those who are in it. */
export async function readOwnHousehold(house: CommunityHouse, actor: Actor): Promise<OwnHousehold> {
	const { read } = house.store;
	const own = actor.learnerId === null ? undefined : await findHouseholdOf(read, actor.learnerId);
	const [household] = own ? await householdViews(house, read, { actor, rows: [own.household] }) : [];
	return { household: household ?? null };
}
