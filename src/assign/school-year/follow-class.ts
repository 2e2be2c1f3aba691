import type { AssignHouse } from '../assign-house.ts';
import { followPerson } from '../assignments/follow-people.ts';
import { listLearnersEverIn } from './queries.ts';

/** What those of a class that ended have to do comes in line with where they belong now; again it changes nothing. */
export async function followClass(
	house: Pick<AssignHouse, 'store' | 'clock' | 'catalog'>,
	placeId: string
): Promise<void> {
	for (const learnerId of await listLearnersEverIn(house.store.read, placeId)) await followPerson(house, learnerId);
}
