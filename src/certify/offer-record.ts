import type { Writer } from '../platform/persistence/store.ts';
import { ensureOffer } from './queries.ts';

/** A passed quiz, as far as an offer needs it. */
export interface Passed {
	id: string;
	learnerId: string;
	courseId: string;
}

/** Offers the record of a passed quiz; doing it again changes nothing. */
export async function offerRecord(tx: Writer, { id, learnerId, courseId }: Passed, createdAt: Date): Promise<void> {
	await ensureOffer(tx, { attemptId: id, learnerId, courseId, createdAt });
}
