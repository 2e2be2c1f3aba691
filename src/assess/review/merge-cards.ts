import { keptRows, rowsAgain, sameRows, type KeptRows } from '../../platform/persistence/kept-rows.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { reviewCards } from '../tables.ts';
import type { Claim } from '../claim.ts';
import { dropCard, findCards, keepCard, type ReviewCard } from './queries.ts';

/** What two learners had to review before one was given the other's, and what the one had then. */
export interface JoinedCards {
	readonly kept: KeptRows;
	readonly other: KeptRows;
	readonly merged: KeptRows;
}

/**
 * Gives one learner what another had to review. Of two cards of one question the one touched last goes on; of two that
 * were touched on one day the one that comes back sooner.
 */
export async function giveCards(tx: Writer, { fromLearnerId, intoLearnerId }: Claim): Promise<void> {
	const own = new Map((await findCards(tx, intoLearnerId)).map((card) => [card.questionId, card]));
	for (const theirs of await findCards(tx, fromLearnerId)) {
		const mine = own.get(theirs.questionId);
		await keepCard(tx, { ...(mine ? goesOn(mine, theirs) : theirs), learnerId: intoLearnerId });
		await dropCard(tx, theirs);
	}
}

function goesOn(a: ReviewCard, b: ReviewCard): ReviewCard {
	if (touchedOn(a) !== touchedOn(b)) return touchedOn(a) > touchedOn(b) ? a : b;
	return comesOn(b) < comesOn(a) ? b : a;
}

const touchedOn = ({ missedOn, answeredOn }: ReviewCard) => [missedOn ?? '', answeredOn ?? ''].sort().at(-1) ?? '';
/** After every day there is, where it comes back no more. */
const comesOn = ({ dueOn }: ReviewCard) => dueOn ?? 'z';

/** The cards of a learner as they lie in what it takes to undo a merge. */
export async function keptCards(reader: Reader, learnerId: string): Promise<KeptRows> {
	return keptRows(await findCards(reader, learnerId));
}

/**
 * Parts them: the other has again what she had. A card that was answered since stays as it is with the one who was
 * kept; the rest is as she had it.
 */
export async function partCards(tx: Writer, claim: Claim, { kept, other, merged }: JoinedCards): Promise<void> {
	const now = await keptCards(tx, claim.intoLearnerId);
	for (const card of rowsAgain(reviewCards, merged)) {
		const of = (rows: KeptRows) => rows.filter(({ questionId }) => questionId === card.questionId);
		if (!sameRows(of(now), of(merged))) continue;
		await dropCard(tx, card);
		for (const before of rowsAgain(reviewCards, of(kept))) await keepCard(tx, before);
	}
	for (const card of rowsAgain(reviewCards, other)) await keepCard(tx, card);
}
