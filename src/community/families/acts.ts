import type { Actor } from '../../platform/actor.ts';
import { doerOf, type Act } from '../../platform/audit.ts';
import { classKeepers } from '../community-house.ts';
import type { HouseholdRow } from './queries.ts';

/** An act on a household, for the trail of its place. */
export function actOnHousehold(
	actor: Actor,
	action: Act['action'],
	{ id, placePath }: Pick<HouseholdRow, 'id' | 'placePath'>
): Act {
	return { doer: doerOf(actor, classKeepers, placePath), action, subject: { kind: 'household', id }, placePath };
}
