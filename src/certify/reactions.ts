import { findPassedAttempt } from '../assess/index.ts';
import type { Wiring } from '../platform/facts.ts';
import type { House } from '../platform/house.ts';
import { offerRecord } from './offer-record.ts';
import { moveToLearner } from './queries.ts';

/** What this room does after facts of others; each can run again without harm. */
export function reactions({ store, clock }: Pick<House, 'store' | 'clock'>): Wiring {
	return {
		'assess.passed': [
			{
				name: 'certify.offer-record',
				react: ({ attemptId }) =>
					store.transact(async (tx) => {
						const attempt = await findPassedAttempt(tx, String(attemptId));
						if (attempt) await offerRecord(tx, attempt, clock.now());
					})
			}
		],
		// Records follow the learning they came from; two of the same course are two, both stay.
		'identity.device-claimed': [
			{
				name: 'certify.merge',
				react: ({ fromLearnerId, intoLearnerId }) =>
					store.transact((tx) => moveToLearner(tx, { from: String(fromLearnerId), into: String(intoLearnerId) }))
			}
		]
	};
}
