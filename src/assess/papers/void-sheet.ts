import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import type { AssessHouse } from '../assess-house.ts';
import { voidAttempt } from '../sittings/steer.ts';
import { getPaper } from './about-papers.ts';
import { actOnPaper } from './acts.ts';
import { listSheets } from './queries.ts';
import { noSuchSheet } from './refusals.ts';

/**
 * Declares that a sheet does not count, and why: because it was typed in wrongly, for instance. Doing it again changes
 * nothing; afterwards the sheet can be typed in anew.
 */
export async function voidSheet(
	house: AssessHouse,
	actor: Actor,
	{ paperId, attemptId, reason }: { paperId: string; attemptId: string; reason: string }
): Promise<void> {
	await house.store.transact(async (tx) => {
		const { paper, versions } = await getPaper(tx, actor, paperId);
		const sheets = await listSheets(
			tx,
			versions.map(({ code }) => code)
		);
		const attempt = sheets.find(({ id, learnerId }) => id === attemptId && learnerId !== actor.learnerId);
		if (!attempt) throw noSuchSheet();
		if (await voidAttempt(tx, house, { attempt, reason }))
			await recordAct(tx, house, actOnPaper(actor, 'assess.paper-sheet-voided', { paper }));
	});
}
