import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import type { AssessHouse } from '../assess-house.ts';
import { close } from '../tests/settle.ts';
import { actOn } from './acts.ts';
import { closeSittingRow, listSat } from './queries.ts';
import { isGoingOn } from './sitting-times.ts';
import { getSitting, resumeAll } from './steer.ts';

/**
 * Closes a sitting: nobody can join any more. Who is at it goes on until her time is over, also who was paused; with
 * `endAll` all are ended now with what they answered. Closing again changes nothing.
 */
export async function closeSitting(
	house: AssessHouse,
	actor: Actor,
	{ id, endAll }: { id: string; endAll: boolean }
): Promise<void> {
	await house.store.transact(async (tx) => {
		const sitting = await getSitting(tx, actor, id);
		const now = house.clock.now();
		const open = (await listSat(tx, [id])).filter((each) => isGoingOn(each, now));
		if (endAll) for (const attempt of open) await close(tx, house, { attempt, finishedAt: now });
		else await resumeAll(tx, open, now);
		if (sitting.closedAt === null) await closeSittingRow(tx, id, { closedAt: now, closedBy: actor.accountId });
		else if (!endAll || open.length === 0) return;
		const details = { ended: endAll ? open.length : 0 };
		await recordAct(tx, house, actOn(actor, 'assess.sitting-closed', { sitting, details }));
	});
}
