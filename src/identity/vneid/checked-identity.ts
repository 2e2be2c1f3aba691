import type { Reader } from '../../platform/persistence/store.ts';
import { findIdentityOfLearner, isSimulatedLearner } from './queries.ts';

/** From this level on somebody's identity was checked in person, not only declared (Decree 69/2024/NĐ-CP). */
const checkedFrom = 2;

/** What the national provider has to do with whoever learns as this learner. */
export interface Vouched {
	/** Under which name her identity was checked; null where none was. */
	name: string | null;
	/** By a stand-in, or her account was made through one: what she earns is practice. */
	simulated: boolean;
}

export async function findVouched(reader: Reader, learnerId: string): Promise<Vouched> {
	const madeSo = await isSimulatedLearner(reader, learnerId);
	const identity = await findIdentityOfLearner(reader, learnerId);
	if (!identity || identity.level < checkedFrom) return { name: null, simulated: madeSo };
	return { name: identity.name, simulated: madeSo || identity.simulated };
}
