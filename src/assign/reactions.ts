import type { Wiring } from '../platform/facts.ts';
import type { House } from '../platform/house.ts';
import { mergeMembers } from './members/merge-members.ts';

/** What this room does when something happens elsewhere. */
export function reactions({ store, clock }: House): Wiring {
	const mergeMemberships: Wiring[string][number] = {
		name: 'assign.merge-members',
		react: ({ fromLearnerId, intoLearnerId }) =>
			store.transact((tx) =>
				mergeMembers(tx, { from: String(fromLearnerId), into: String(intoLearnerId), at: clock.now() })
			)
	};
	return { 'identity.device-claimed': [mergeMemberships], 'community.learners-joined': [mergeMemberships] };
}
