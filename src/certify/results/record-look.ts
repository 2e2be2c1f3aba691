import { outermostGrants, type Actor } from '../../platform/actor.ts';
import { doerOf, recordAct } from '../../platform/audit.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import type { CertifyHouse } from '../certify-house.ts';
import { elsewhereOfficers } from '../elsewhere/officers.ts';

/** Writes down that people were shown, once for each place she reaches, so that whoever administers it learns of it. */
export async function recordLook(
	tx: Writer,
	{ house, actor }: { house: Pick<CertifyHouse, 'clock' | 'secrets'>; actor: Actor },
	details: { results: number; further: boolean }
): Promise<void> {
	for (const { placeId, placePath } of outermostGrants(actor, elsewhereOfficers))
		await recordAct(tx, house, {
			doer: doerOf(actor, elsewhereOfficers, placePath),
			action: 'certify.results-listed',
			subject: { kind: 'place', id: placeId },
			placePath,
			details
		});
}
