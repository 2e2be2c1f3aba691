import { reviveLearner } from '../../identity/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import { rowsAgain } from '../../platform/persistence/kept-rows.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import type { CommunityHouse } from '../community-house.ts';
import { actOnHelped } from '../helped/acts.ts';
import { addCard, addHelped, findHelped, type HelpedRow } from '../helped/queries.ts';
import { noSuchHelped } from '../helped/refusals.ts';
import { helpedLearners, learnerCards } from '../tables.ts';
import { returnEntries } from '../visits/queries.ts';
import { partLearners } from './join-learners.ts';
import type { JoinedRows } from './joined-rows.ts';
import { lastMergeOf } from './last-merge.ts';
import { dropMerge, findMerge, isNameTaken } from './queries.ts';
import { nameTaken, noSuchMerge } from './refusals.ts';

/**
 * Parts two who were made one: both are as they were before, and what was learnt since stays with the one who was
 * kept. The latest merge first; an earlier one can be undone after it.
 */
export async function splitDoubles(
	house: CommunityHouse,
	actor: Actor,
	{ id, mergeId }: { id: string; mergeId: string }
): Promise<void> {
	await house.store.transact(async (tx) => {
		const kept = await findHelped(tx, actor, id);
		if (!kept) throw noSuchHelped();
		const last = await lastMergeOf(house, tx, { actor, helpedId: id });
		const merge = last?.id === mergeId ? await findMerge(tx, mergeId) : undefined;
		const [other] = merge ? rowsAgain(helpedLearners, merge.joined.helped) : [];
		if (!merge || !other) throw noSuchMerge();
		if (await isNameTaken(tx, other)) throw nameTaken({ values: { name: other.name } });
		await part(tx, merge.joined, { kept, other });
		await dropMerge(tx, mergeId);
		for (const row of [kept, other]) await recordAct(tx, house, actOnHelped(actor, 'community.helped-split', row));
	});
}

async function part(
	tx: Writer,
	joined: JoinedRows,
	{ kept, other }: { kept: HelpedRow; other: HelpedRow }
): Promise<void> {
	const claim = { fromLearnerId: other.learnerId, intoLearnerId: kept.learnerId };
	await reviveLearner(tx, other.learnerId);
	await addHelped(tx, other);
	for (const card of rowsAgain(learnerCards, joined.cards)) await addCard(tx, card);
	await returnEntries(tx, joined.entryIds, { from: kept.id, into: other.id });
	await partLearners(tx, claim, joined);
}
