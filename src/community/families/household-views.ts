import { listPeopleByLearner } from '../../identity/index.ts';
import { whoFinished } from '../../learn/index.ts';
import { listPlacesByIds } from '../../places/index.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { writtenClassCode } from '../class-code.ts';
import type { CommunityHouse } from '../community-house.ts';
import { listHelpedByLearner } from '../helped/queries.ts';
import { isDigitalFamily } from './digital-family.ts';
import { listRelatives, type HouseholdRow, type RelativeRow } from './queries.ts';
import type { HouseholdView, Relative } from './schemas.ts';

/** Households with who lives there, and whether each meets the rule. */
export async function householdViews(
	house: CommunityHouse,
	reader: Reader,
	{ actor, rows }: { actor: Actor; rows: HouseholdRow[] }
): Promise<HouseholdView[]> {
	const rule = house.catalog.communityRules().digitalFamily;
	const relatives = await listRelatives(
		reader,
		rows.map(({ id }) => id)
	);
	const people = await peopleOf(house, reader, { actor, relatives });
	const places = await listPlacesByIds(reader, [...new Set(rows.map(({ placeId }) => placeId))]);
	const names = new Map(places.map(({ id, name }) => [id, name]));
	return rows.map(({ id, name, placeId, code }) => {
		const here = relatives.flatMap((row) => (row.householdId === id ? (people.get(row.id) ?? []) : []));
		return {
			...{ id, name, code: writtenClassCode(code), people: here },
			place: { id: placeId, name: names.get(placeId) ?? '' },
			members: here.length,
			digital: isDigitalFamily(here, rule)
		};
	});
}

async function peopleOf(
	house: CommunityHouse,
	reader: Reader,
	{ actor, relatives }: { actor: Actor; relatives: RelativeRow[] }
): Promise<Map<string, Relative>> {
	const learnerIds = relatives.map(({ learnerId }) => learnerId);
	const courseId = house.catalog.communityRules().digitalFamily.course;
	const finished = await whoFinished(house, reader, { learnerIds, courseId });
	const known = [
		...(await listHelpedByLearner(reader, learnerIds)),
		...(await listPeopleByLearner(reader, learnerIds))
	];
	const names = new Map(known.map(({ learnerId, name }) => [learnerId, name]));
	return new Map(
		relatives.map(({ id, learnerId, guides, consent }) => {
			const [learnt, mine] = [finished.has(learnerId), learnerId === actor.learnerId];
			return [id, { id, name: names.get(learnerId) ?? null, learnt, guides, consent, mine }];
		})
	);
}
