import type { Reader } from '../../platform/persistence/store.ts';
import { findIdentityOfLearner } from './queries.ts';

/** From this level on somebody's identity was checked in person, not only declared (Decree 69/2024/NĐ-CP). */
const checkedFrom = 2;

/** Under which name an identity was checked for this learner, and whether only by a stand-in; null where none was. */
export async function findCheckedIdentity(
	reader: Reader,
	learnerId: string
): Promise<{ name: string; simulated: boolean } | null> {
	const identity = await findIdentityOfLearner(reader, learnerId);
	if (!identity || identity.level < checkedFrom) return null;
	return { name: identity.name, simulated: identity.simulated };
}
