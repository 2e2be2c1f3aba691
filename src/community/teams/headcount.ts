import { findPlace } from '../../places/index.ts';
import { mayActIn, type Actor } from '../../platform/actor.ts';
import { dayInVietNam, startOfDayInVietNam } from '../../platform/clock.ts';
import type { CommunityHouse } from '../community-house.ts';
import { notYourPlace, wrongFields } from '../refusals.ts';
import { nameOf } from '../rule-names.ts';
import { countOn } from './queries.ts';
import type { Headcount, HeadcountQuery } from './schemas.ts';
import { teamManagers } from './who-may.ts';

/** How many are in the teams of the actor's places now, and how many were on a day; by whom they come from. */
export async function readHeadcount(house: CommunityHouse, actor: Actor, asked: HeadcountQuery): Promise<Headcount> {
	const { read } = house.store;
	const today = dayInVietNam(house.clock.now());
	refuseDay(asked.day, today);
	const place = asked.placeId === undefined ? undefined : await findPlace(read, asked.placeId);
	if (asked.placeId !== undefined && (!place || !mayActIn(actor, teamManagers, place.path))) throw notYourPlace();
	const on = (day: string) => countOn(read, actor, { roles: teamManagers, day, path: place?.path });
	const [then, now] = [await on(asked.day), await on(today)];
	const { sponsors } = house.catalog.communityRules();
	const ids = [...new Set([...sponsors.map(({ id }) => id), ...then.keys(), ...now.keys()])];
	return {
		day: asked.day,
		then: sum(then),
		now: sum(now),
		sponsors: ids.map((id) => ({
			...nameOf(sponsors, id, actor.lang),
			then: then.get(id) ?? 0,
			now: now.get(id) ?? 0
		}))
	};
}

function refuseDay(day: string, today: string): void {
	const code = startOfDayInVietNam(day) === null ? 'community.day-wrong' : day > today ? 'teams.day-ahead' : null;
	if (code !== null) throw wrongFields({ fields: [{ field: 'day', code }] });
}

function sum(counts: Map<string, number>): number {
	return [...counts.values()].reduce((all, each) => all + each, 0);
}
