import type { Wiring } from '../platform/facts.ts';
import type { House } from '../platform/house.ts';
import { mergeAttempts } from './merge-attempts.ts';

/** What this room does when something happens elsewhere. */
export function reactions(house: House): Wiring {
	return {
		'identity.device-claimed': [
			{
				name: 'assess.merge',
				react: ({ fromLearnerId, intoLearnerId }) =>
					mergeAttempts(house, { fromLearnerId: String(fromLearnerId), intoLearnerId: String(intoLearnerId) })
			}
		]
	};
}
