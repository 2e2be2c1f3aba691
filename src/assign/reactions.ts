import type { Wiring } from '../platform/facts.ts';
import type { House } from '../platform/house.ts';
import { assignmentReactions } from './assignments/reactions.ts';

/** What this room does when something happens elsewhere. */
export function reactions(house: House): Wiring {
	return assignmentReactions(house);
}
