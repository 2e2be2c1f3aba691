import type { Actor } from '../../platform/actor.ts';
import { doerOf, type Act } from '../../platform/audit.ts';
import { managers } from '../who-may.ts';

/** An act on an organisation, for the trail of its place. */
export function actOnOrganisation(
	actor: Actor,
	action: Act['action'],
	{ id, path, details = {} }: { id: string; path: string; details?: NonNullable<Act['details']> }
): Act {
	return { doer: doerOf(actor, managers, path), action, subject: { kind: 'place', id }, placePath: path, details };
}

/** An act on somebody's belonging to an organisation. */
export function actOnMember(
	actor: Actor,
	action: Act['action'],
	{ id, placePath }: { id: string; placePath: string }
): Act {
	return { doer: doerOf(actor, managers, placePath), action, subject: { kind: 'membership', id }, placePath };
}
