import type { Actor } from '../../platform/actor.ts';
import { doerOf, type Act } from '../../platform/audit.ts';
import { classKeepers } from '../community-house.ts';
import type { HelpedRow } from './queries.ts';

/** An act on a helped learner, for the trail of her place. */
export function actOnHelped(actor: Actor, action: Act['action'], row: Pick<HelpedRow, 'id' | 'placePath'>): Act {
	const { id, placePath } = row;
	return { doer: doerOf(actor, classKeepers, placePath), action, subject: { kind: 'helped-learner', id }, placePath };
}
