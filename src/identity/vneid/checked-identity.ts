import type { Reader } from '../../platform/persistence/store.ts';
import type { Secrets } from '../../platform/secrets.ts';
import { unlocked } from './number-vault.ts';
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

/**
 * What the national provider calls whoever learns as this learner, where her identity was checked; null where it was
 * not, or where this installation's secret is another one than it was locked with.
 */
export async function findSubject(
	reader: Reader,
	secrets: Secrets,
	learnerId: string
): Promise<{ subject: string; simulated: boolean } | null> {
	const identity = await findIdentityOfLearner(reader, learnerId);
	if (!identity || identity.level < checkedFrom) return null;
	const locked = await unlocked(reader, secrets, identity);
	return locked && { subject: locked.subject, simulated: identity.simulated };
}
