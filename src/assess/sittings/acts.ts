import { doerOf, type Act } from '../../platform/audit.ts';
import type { Actor } from '../../platform/actor.ts';
import type { SittingRow } from './queries.ts';
import { supervisors } from './supervisors.ts';

/** An act on a sitting, for the trail of its place. Reasons and names are not in it. */
export function actOn(
	actor: Actor,
	action: Act['action'],
	{ sitting, details }: { sitting: Pick<SittingRow, 'id' | 'placePath'>; details?: NonNullable<Act['details']> }
): Act {
	const { id, placePath } = sitting;
	const subject = { kind: 'sitting', id };
	return { doer: doerOf(actor, supervisors, placePath), action, subject, placePath, ...(details && { details }) };
}
