import type { Wiring } from '../platform/facts.ts';
import type { House } from '../platform/house.ts';
import { mergeHouseholds } from './families/merge-households.ts';
import { mergeAttendance } from './merge-attendance.ts';

/** What this room does when something happens elsewhere. */
export function reactions(house: House): Wiring {
	return {
		'identity.device-claimed': [
			{
				name: 'community.merge',
				react: ({ fromLearnerId, intoLearnerId }) =>
					mergeAttendance(house, { fromLearnerId: String(fromLearnerId), intoLearnerId: String(intoLearnerId) })
			},
			{
				name: 'community.merge-households',
				react: ({ fromLearnerId, intoLearnerId }) =>
					mergeHouseholds(house, { fromLearnerId: String(fromLearnerId), intoLearnerId: String(intoLearnerId) })
			}
		]
	};
}
