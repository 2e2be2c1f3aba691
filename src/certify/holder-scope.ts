import { findLearnerPlacePath } from '../identity/index.ts';
import { mayActIn, type Actor } from '../platform/actor.ts';
import type { Reader } from '../platform/persistence/store.ts';

/** Where the holder of a record belongs: the place of her account, or everyone's where she has none. */
export async function placePathOf(reader: Reader, learnerId: string): Promise<string> {
	return (await findLearnerPlacePath(reader, learnerId)) ?? '/';
}

/** Whether the actor administers the place that the holder belongs to; who learns on a device belongs to no place below `/`. */
export async function administersHolder(
	reader: Reader,
	actor: Actor,
	{ learnerId }: { learnerId: string }
): Promise<boolean> {
	return mayActIn(actor, ['administrator'], await placePathOf(reader, learnerId));
}
