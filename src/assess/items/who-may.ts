import { mayActIn, type Actor } from '../../platform/actor.ts';
import { notAllowed } from '../../platform/http/access.ts';

/** Who writes questions, and who sees that they do. They may see keys: they wrote them. */
export const itemReaders = ['editor', 'administrator'] as const;

/** What is taught lies in the space of everyone, so it takes a role that reaches everywhere. */
const space = '/';

/** Refuses everyone but editors and administrators of the space that the questions lie in. */
export function refuseOthers(actor: Actor): void {
	if (!mayActIn(actor, itemReaders, space)) throw notAllowed();
}
