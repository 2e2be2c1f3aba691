import type { Wiring } from '../platform/facts.ts';
import type { AssignHouse } from './assign-house.ts';
import { assignmentReactions } from './assignments/reactions.ts';
import { followMerged } from './assignments/follow-merged.ts';
import { leaveClosed } from './members/leave-closed.ts';
import { mergeMembers } from './members/merge-members.ts';
import { followClass } from './school-year/follow-class.ts';

/** What this room does when something happens elsewhere. */
export function reactions(house: AssignHouse): Wiring {
	const mergeMemberships: Wiring[string][number] = {
		name: 'assign.merge-members',
		react: ({ fromLearnerId, intoLearnerId }) =>
			house.store.transact((tx) =>
				mergeMembers(tx, { from: String(fromLearnerId), into: String(intoLearnerId), at: house.clock.now() })
			)
	};
	const assigned = assignmentReactions(house);
	const claimed = assigned['identity.device-claimed'] ?? [];
	return {
		...assigned,
		'places.closed': [{ name: 'assign.leave-closed', react: ({ placeId }) => leaveClosed(house, String(placeId)) }],
		'places.merged': [
			{
				name: 'assign.follow-merged',
				react: ({ fromId, intoId }) => followMerged(house, { fromId: String(fromId), intoId: String(intoId) })
			}
		],
		'assign.class-ended': [
			{ name: 'assign.follow-class', react: ({ placeId }) => followClass(house, String(placeId)) }
		],
		'identity.device-claimed': [mergeMemberships, ...claimed],
		'community.learners-joined': [mergeMemberships, ...claimed]
	};
}
