import type { Actor } from '../../platform/actor.ts';
import { doerOf, type Act } from '../../platform/audit.ts';
import { givers } from '../assign-house.ts';

/** An act on what was given out, for the trail of its place. */
export function actOnAssignment(
	actor: Actor,
	action: Act['action'],
	{ id, placePath }: { id: string; placePath: string }
): Act {
	return { doer: doerOf(actor, givers, placePath), action, subject: { kind: 'assignment', id }, placePath };
}

/** An act on what one person has to do. */
export function actOnDuty(
	actor: Actor,
	action: Act['action'],
	{ id, placePath }: { id: string; placePath: string }
): Act {
	return { doer: doerOf(actor, givers, placePath), action, subject: { kind: 'duty', id }, placePath };
}
