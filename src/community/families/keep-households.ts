import { listPlacesByIds } from '../../places/index.ts';
import { whoFinished } from '../../learn/index.ts';
import { outermostGrants, type Actor } from '../../platform/actor.ts';
import { doerOf, recordAct } from '../../platform/audit.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import { vietnameseSortKey } from '../../platform/text.ts';
import { classKeepers, type CommunityHouse } from '../community-house.ts';
import { findHelped } from '../helped/queries.ts';
import { noSuchHelped } from '../helped/refusals.ts';
import { wrongFields } from '../refusals.ts';
import { teamManagers } from '../teams/who-may.ts';
import { actOnHousehold } from './acts.ts';
import { isDigitalFamily } from './digital-family.ts';
import { householdViews } from './household-views.ts';
import { bringIn } from './own-household.ts';
import {
	changeRelative,
	dropRelative,
	findHousehold,
	listForShares,
	listHouseholds,
	listRelatives,
	type HouseholdRow,
	type RelativeRow
} from './queries.ts';
import { noSuchHousehold, noSuchRelative } from './refusals.ts';
import type { HouseholdList, HouseholdShares, HouseholdView, NewRelative } from './schemas.ts';

const pageSize = 50;

interface Whose {
	id: string;
	memberId: string;
}

/** Households within the actor's places, by name; that they were listed is written down with it. */
export async function readHouseholds(house: CommunityHouse, actor: Actor, afterId?: string): Promise<HouseholdList> {
	return house.store.transact(async (tx) => {
		const after = afterId === undefined ? undefined : await findHousehold(tx, actor, afterId);
		if (afterId !== undefined && !after) throw noSuchHousehold();
		const found = await listHouseholds(tx, actor, { after, limit: pageSize + 1 });
		const page = found.slice(0, pageSize);
		for (const { placeId, placePath } of outermostGrants(actor, classKeepers))
			await recordAct(tx, house, {
				doer: doerOf(actor, classKeepers, placePath),
				action: 'community.households-listed',
				subject: { kind: 'place', id: placeId },
				placePath,
				details: { results: page.filter((row) => row.placePath.startsWith(placePath)).length }
			});
		const views = await householdViews(house, tx, { actor, rows: page });
		return {
			households: views.map(({ id, name, place, members, digital }) => ({ id, name, place, members, digital })),
			next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null
		};
	});
}

/** One household, for whoever looks after its place; that it was looked at is written down with it. */
export async function readHousehold(house: CommunityHouse, actor: Actor, id: string): Promise<HouseholdView> {
	return house.store.transact(async (tx) => {
		const household = await keptHousehold(tx, actor, id);
		await recordAct(tx, house, actOnHousehold(actor, 'community.household-viewed', household));
		const [view] = await householdViews(house, tx, { actor, rows: [household] });
		if (!view) throw noSuchHousehold();
		return view;
	});
}

/** Puts somebody whom a helper wrote down into a household, when she has said that she wants it. */
export async function addHelpedRelative(
	house: CommunityHouse,
	actor: Actor,
	{ id, helpedId, consent }: NewRelative & { id: string }
): Promise<void> {
	if (!consent) throw wrongFields({ fields: [{ field: 'consent', code: 'families.consent-missing' }] });
	await house.store.transact(async (tx) => {
		const household = await keptHousehold(tx, actor, id);
		const helped = await findHelped(tx, actor, helpedId);
		if (!helped || actor.accountId === null) throw noSuchHelped();
		const who = { learnerId: helped.learnerId, consent: 'spoken' as const, addedBy: actor.accountId };
		await bringIn(house, tx, { household, ...who });
		await recordAct(tx, house, actOnHousehold(actor, 'community.household-changed', household));
	});
}

/** Keeps that somebody shows the others at home what she has learnt, or no longer. */
export async function noteGuiding(
	house: CommunityHouse,
	actor: Actor,
	{ guides, ...whose }: Whose & { guides: boolean }
): Promise<void> {
	await house.store.transact(async (tx) => {
		const { household, member } = await relativeOf(tx, actor, whose);
		await changeRelative(tx, member.id, { guides });
		await recordAct(tx, house, actOnHousehold(actor, 'community.household-changed', household));
	});
}

/** Takes somebody out who said that she no longer wants to be in it. */
export async function removeRelative(house: CommunityHouse, actor: Actor, whose: Whose): Promise<void> {
	await house.store.transact(async (tx) => {
		const { household, member } = await relativeOf(tx, actor, whose);
		await dropRelative(tx, member);
		await recordAct(tx, house, actOnHousehold(actor, 'community.household-changed', household));
	});
}

/** Of each place of an officer: the households that are written down, and those that meet the rule. */
export async function readShares(house: CommunityHouse, actor: Actor): Promise<HouseholdShares> {
	const { read } = house.store;
	const rule = house.catalog.communityRules().digitalFamily;
	const lines = await listForShares(read, actor, teamManagers);
	const learnerIds = lines.flatMap(({ learnerId }) => learnerId ?? []);
	const finished = await whoFinished(house, read, { learnerIds, courseId: rule.course });
	const homes = homesIn(
		lines.map(({ learnerId, ...line }) => ({ ...line, learnt: finished.has(learnerId ?? '') })),
		rule
	);
	const places = await listPlacesByIds(read, [...new Set(homes.map(({ placeId }) => placeId))]);
	const key = ({ name }: { name: string }) => vietnameseSortKey(name);
	const counted = places
		.sort((a, b) => (key(a) < key(b) ? -1 : 1))
		.map(({ id, name }) => {
			const here = homes.filter(({ placeId }) => placeId === id);
			const digital = here.filter((home) => home.digital).length;
			return { place: { id, name }, households: here.length, digital };
		});
	return { places: counted, households: homes.length, digital: homes.filter((home) => home.digital).length };
}

type Line = { householdId: string; placeId: string; learnt: boolean; guides: boolean | null };

/** Each household once, with whether it meets the rule. */
function homesIn(lines: Line[], rule: Parameters<typeof isDigitalFamily>[1]) {
	const homes = new Map<string, Line[]>();
	for (const line of lines) homes.set(line.householdId, [...(homes.get(line.householdId) ?? []), line]);
	return [...homes.values()].map((people) => ({
		placeId: people[0]?.placeId ?? '',
		digital: isDigitalFamily(
			people.map(({ learnt, guides }) => ({ learnt, guides: guides === true })),
			rule
		)
	}));
}

async function keptHousehold(tx: Writer, actor: Actor, id: string): Promise<HouseholdRow> {
	const household = await findHousehold(tx, actor, id);
	if (!household) throw noSuchHousehold();
	return household;
}

async function relativeOf(
	tx: Writer,
	actor: Actor,
	{ id, memberId }: Whose
): Promise<{ household: HouseholdRow; member: RelativeRow }> {
	const household = await keptHousehold(tx, actor, id);
	const member = (await listRelatives(tx, [id])).find((each) => each.id === memberId);
	if (!member) throw noSuchRelative();
	return { household, member };
}
