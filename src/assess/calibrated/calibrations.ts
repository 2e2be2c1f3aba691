import type { Store } from '../../platform/persistence/store.ts';
import { findNewestRun, listFound, type Found } from './queries.ts';

/** What calibrations have found, in the memory of this process: looking something up asks nobody. */
export interface Calibrations {
	/** Another one whenever anything may be known that was not; null before anything is. */
	runId(): string | null;
	/** What is known of a version of a question; undefined where its level is all there is. */
	of(hash: string): Found | undefined;
	/** Takes up the newest calibration of the database; costs one small query when it is loaded already. */
	load(): Promise<void>;
}

/** The calibrations of this process; nothing is known until `load` has run. */
export function createCalibrations({ store }: { readonly store: Store }): Calibrations {
	let current: { runId: string | null; found: ReadonlyMap<string, Found> } = { runId: null, found: new Map() };
	return {
		runId: () => current.runId,
		of: (hash) => current.found.get(hash),
		async load() {
			const runId = await findNewestRun(store.read);
			if (runId === current.runId) return;
			// One that comes between the two queries is only taken up again at the next look.
			const found = await listFound(store.read);
			current = { runId, found: new Map(found.map((each) => [each.hash, each])) };
		}
	};
}
