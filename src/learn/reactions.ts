import type { Catalog } from '../catalog/index.ts';
import type { Wiring } from '../platform/facts.ts';
import type { House } from '../platform/house.ts';
import { mergeLearning } from './merge-learning.ts';

/** What this room does when something happens elsewhere. */
export function reactions(house: House & { catalog: Catalog }): Wiring {
	return {
		'identity.device-claimed': [
			{
				name: 'learn.merge',
				react: ({ fromLearnerId, intoLearnerId }) =>
					mergeLearning(house, { fromLearnerId: String(fromLearnerId), intoLearnerId: String(intoLearnerId) })
			}
		]
	};
}
