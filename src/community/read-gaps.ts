import { findPlace, listPlacesByIds, listVillagesWithin, type Place } from '../places/index.ts';
import { mayActIn, outermostGrants, type Actor } from '../platform/actor.ts';
import { dayInVietNam, startOfDayInVietNam } from '../platform/clock.ts';
import { classKeepers, type CommunityHouse } from './community-house.ts';
import { gapsOf, type Gaps } from './gaps.ts';
import { pathsAbove } from './paths.ts';
import { notYourPlace } from './refusals.ts';
import { listHad, listRules, type RuleRow } from './rule-queries.ts';
import type { GapList } from './schemas.ts';
import { ruleSetters } from './set-rule.ts';

const mostListed = 200;
/** A province has a few thousand villages. */
const mostVillages = 5_000;
const mostTold = 6;

type Charge = { place: Place; rule: RuleRow };
type Had = Awaited<ReturnType<typeof listHad>>;

/** Weeks, months and least numbers that are lacking within the actor's places, or within one of them. */
export async function readGaps(house: CommunityHouse, actor: Actor, placeId?: string): Promise<GapList> {
	const { read } = house.store;
	const now = house.clock.now();
	const paths = await pathsFor(house, actor, placeId);
	const rules = await listRules(read, paths);
	const charges = await chargesOf(house, paths, rules);
	const oldest = rules.map(({ since }) => since).sort()[0];
	const since = oldest === undefined ? now : (startOfDayInVietNam(oldest) ?? now);
	const had = byPath(charges.length === 0 ? [] : await listHad(read, { paths, since, until: now }));
	const lacking = charges
		.map((charge) => ({ ...charge, gaps: gapsOf(charge.rule, had.get(charge.place.path) ?? [], now) }))
		.filter(({ gaps }) => gaps.missing.length > 0 || gaps.short > 0);
	const above = [...charges.map(({ place }) => place.parentId ?? ''), ...rules.map((rule) => rule.placeId)];
	const names = new Map((await listPlacesByIds(read, [...new Set(above)])).map(({ id, name }) => [id, name]));
	return {
		places: lacking.slice(0, mostListed).map((each) => told(each, names)),
		more: lacking.length > mostListed,
		rules: rules.map((rule) => ({
			...ruleView(rule),
			place: { id: rule.placeId, name: names.get(rule.placeId) ?? '' },
			mayRemove: mayActIn(actor, ruleSetters, rule.placePath)
		}))
	};
}

async function pathsFor({ store }: CommunityHouse, actor: Actor, placeId?: string): Promise<string[]> {
	if (placeId === undefined) return outermostGrants(actor, classKeepers).map(({ placePath }) => placePath);
	const place = await findPlace(store.read, placeId);
	if (!place || !mayActIn(actor, classKeepers, place.path)) throw notYourPlace();
	return [place.path];
}

/** The places with a rule: their own, or for villages the nearest one above that is about each village. */
async function chargesOf({ store, clock }: CommunityHouse, paths: string[], rules: RuleRow[]): Promise<Charge[]> {
	const own = new Map(rules.filter(({ covers }) => covers === 'place').map((rule) => [rule.placeId, rule]));
	const each = rules
		.filter(({ covers }) => covers === 'villages')
		.sort((a, b) => b.placePath.length - a.placePath.length);
	const day = dayInVietNam(clock.now());
	const villages = each.length === 0 ? [] : await listVillagesWithin(store.read, { paths, day, limit: mostVillages });
	const named = await listPlacesByIds(store.read, [...own.keys()]);
	const all = [...named, ...villages.filter(({ id }) => !own.has(id))];
	return all.flatMap((place) => {
		const rule = own.get(place.id) ?? each.find(({ placePath }) => place.path.startsWith(placePath));
		return rule ? [{ place, rule }] : [];
	});
}

/** The sessions of each path: what is held in a village counts for its commune and its province too. */
function byPath(had: Had): Map<string, Had> {
	const all = new Map<string, Had>();
	for (const session of had)
		for (const path of [...pathsAbove(session.placePath), session.placePath]) {
			const known = all.get(path);
			if (known) known.push(session);
			else all.set(path, [session]);
		}
	return all;
}

function told({ place, rule, gaps }: Charge & { gaps: Gaps }, names: Map<string, string>) {
	return {
		place: { id: place.id, name: place.name },
		within: names.get(place.parentId ?? '') ?? null,
		rule: ruleView(rule),
		held: gaps.held,
		short: gaps.short,
		missing: gaps.missing.length,
		latest: gaps.missing.slice(0, mostTold)
	};
}

function ruleView({ covers, rhythm, since, minimum, minimumBy }: RuleRow) {
	return { covers, rhythm, since, minimum, minimumBy };
}
