import type { Actor } from '../../platform/actor.ts';
import { doerOf, type Act } from '../../platform/audit.ts';
import { supervisors } from '../sittings/supervisors.ts';
import type { PaperRow } from './queries.ts';

/** An act on a printed paper, for the trail of its place. Names and answers are not in it. */
export function actOnPaper(
	actor: Actor,
	action: Act['action'],
	{ paper, details }: { paper: Pick<PaperRow, 'id' | 'placePath'>; details?: NonNullable<Act['details']> }
): Act {
	const { id, placePath } = paper;
	const subject = { kind: 'paper', id };
	return { doer: doerOf(actor, supervisors, placePath), action, subject, placePath, ...(details && { details }) };
}
