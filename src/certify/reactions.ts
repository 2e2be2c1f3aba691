import { findPassedAttempt } from '../assess/index.ts';
import { findAccount } from '../identity/index.ts';
import type { Wiring } from '../platform/facts.ts';
import type { Writer } from '../platform/persistence/store.ts';
import type { CertifyHouse } from './certify-house.ts';
import { offerRecord } from './offer-record.ts';
import { moveToLearner } from './queries.ts';
import { hurryLine } from './register/queries.ts';
import { giveResults } from './results/queries.ts';
import { withdrawOfVoid } from './withdraw-void.ts';

/** What this room does after facts of others; each can run again without harm. */
export function reactions(house: Pick<CertifyHouse, 'store' | 'clock' | 'facts' | 'catalog'>): Wiring {
	const { store, clock } = house;
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
		'assess.voided': [
			{
				name: 'certify.withdraw',
				react: ({ attemptId }) => withdrawOfVoid(house, String(attemptId))
			}
		],
		// What waited because nobody had vouched for her can be sent now.
		'identity.joined': [
			{
				name: 'certify.hurry-confirmations',
				react: ({ accountId }) =>
					store.transact(async (tx) => {
						const account = await findAccount(tx, String(accountId));
						if (account) await hurryLine(tx, account.learnerId, clock.now());
					})
			}
		],
		// Records follow the learning they came from; two of the same course are two, both stay.
		'identity.device-claimed': [
			{
				name: 'certify.merge',
				react: ({ fromLearnerId, intoLearnerId }) =>
					store.transact((tx) => moveAll(tx, { from: String(fromLearnerId), into: String(intoLearnerId) }))
			}
		]
	};
}

async function moveAll(tx: Writer, claim: { from: string; into: string }): Promise<void> {
	await moveToLearner(tx, claim);
	await giveResults(tx, claim);
}
