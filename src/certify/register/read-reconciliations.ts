import type { Actor } from '../../platform/actor.ts';
import {
	findReconciliation,
	listMismatches,
	listReconciliations,
	type Mismatch,
	type Reconciliation
} from './reconcile-queries.ts';
import { noSuchMismatch } from './refusals.ts';
import type { RegisterHouse } from './register-house.ts';
import { remediesOf } from './remedy.ts';
import type { MismatchList, MismatchView, ReconciliationList, ReconciliationView } from './schemas.ts';
import type { ConfirmationState } from './states.ts';

const most = 60;
const pageSize = 50;

/** The comparisons of the last two months, the newest first. */
export async function readReconciliations({ store }: RegisterHouse): Promise<ReconciliationList> {
	return { reconciliations: (await listReconciliations(store.read, most)).map(reconciliationView) };
}

export function reconciliationView(row: Reconciliation): ReconciliationView {
	const { id, askedAt, askedBy, finishedAt, here, there, same, differing, fault } = row;
	return {
		...{ id, here, there, same, differing, fault, nightly: askedBy === null },
		askedAt: askedAt.toISOString(),
		finishedAt: finishedAt?.toISOString() ?? null
	};
}

/** What a comparison found within the actor's places, a page at a time. */
export async function readMismatches(
	{ store }: RegisterHouse,
	actor: Actor,
	{ id, after = '' }: { id: string; after?: string | undefined }
): Promise<MismatchList> {
	const reconciliation = await findReconciliation(store.read, id);
	if (!reconciliation) throw noSuchMismatch();
	const rows = await listMismatches(store.read, actor, { reconciliationId: id, after, limit: pageSize });
	return {
		reconciliation: reconciliationView(reconciliation),
		mismatches: rows.map(mismatchView),
		next: rows.length === pageSize ? (rows.at(-1)?.id ?? null) : null
	};
}

function mismatchView(row: Mismatch): MismatchView {
	const { id, recordCode: code, remedy, reason, settledAt } = row;
	return {
		...{ id, code, remedy, reason, kind: kindOf(row), settledAt: settledAt?.toISOString() ?? null },
		// They were written down by compare.ts, which knows no other words.
		...{ here: row.here as ConfirmationState | null, there: row.there as ConfirmationState | null },
		remedies: remedy === null ? remediesOf(row) : []
	};
}

function kindOf({ here, there, someoneElse }: Mismatch): MismatchView['kind'] {
	if (here === null) return 'only-there';
	if (there === null) return 'only-here';
	return someoneElse ? 'someone-else' : 'different';
}
