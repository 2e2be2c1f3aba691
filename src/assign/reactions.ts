import type { Wiring } from '../platform/facts.ts';
import type { House } from '../platform/house.ts';
import { assignmentReactions } from './assignments/reactions.ts';
import { mergeDuties } from './assignments/follow-people.ts';
import { mergeMembers } from './members/merge-members.ts';

/** What this room does when something happens elsewhere. */
export function reactions({ store, clock }: House): Wiring {
	const merging: Wiring[string] = [
		{
			name: 'assign.merge-members',
			react: ({ fromLearnerId, intoLearnerId }) =>
				store.transact((tx) =>
					mergeMembers(tx, { from: String(fromLearnerId), into: String(intoLearnerId), at: clock.now() })
				)
		},
		{
			name: 'assign.merge-duties',
			react: ({ fromLearnerId, intoLearnerId }) =>
				mergeDuties({ store, clock }, { from: String(fromLearnerId), into: String(intoLearnerId) })
		}
	];
	return {
		...assignmentReactions({ store, clock }),
		'identity.device-claimed': merging,
		'community.learners-joined': merging
	};
}
