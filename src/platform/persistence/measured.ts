import { transactionRetries, transactions, transactionSeconds } from '../metrics.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from './store.ts';

const committed = transactions.labels({ outcome: 'committed' });
const refused = transactions.labels({ outcome: 'refused' });
const failed = transactions.labels({ outcome: 'failed' });

/** The same store, with its transactions counted and timed. */
export function measured(store: Store): Store {
	return {
		...store,
		async transact(work) {
			const start = performance.now();
			let runs = 0;
			try {
				const result = await store.transact((tx) => {
					runs++;
					return work(tx);
				});
				committed.inc();
				return result;
			} catch (error) {
				(error instanceof Refusal ? refused : failed).inc();
				throw error;
			} finally {
				transactionSeconds.observe((performance.now() - start) / 1000);
				if (runs > 1) transactionRetries.inc(runs - 1);
			}
		}
	};
}
