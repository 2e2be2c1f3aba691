import { endLearner } from '../../identity/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import { newId } from '../../platform/ids.ts';
import { keptRows } from '../../platform/persistence/kept-rows.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import type { CommunityHouse } from '../community-house.ts';
import { actOnHelped } from '../helped/acts.ts';
import { dropHelped, findHelped, listCards, type HelpedRow } from '../helped/queries.ts';
import { noSuchHelped } from '../helped/refusals.ts';
import { undoableSince } from '../recognised/undoable.ts';
import { notYourPlace } from '../refusals.ts';
import { moveEntries } from '../visits/queries.ts';
import { joinLearners } from './join-learners.ts';
import type { JoinedRows } from './joined-rows.ts';
import { addMerge, findLatestMerge } from './queries.ts';
import { mergedLately } from './refusals.ts';

/**
 * Makes one of two rows for one person: the one who is kept has what both have learnt; the other is no longer there,
 * and her card opens nothing. All in one transaction, with what it takes to part them again.
 */
export async function mergeDoubles(
	house: CommunityHouse,
	actor: Actor,
	{ id, otherId }: { id: string; otherId: string }
): Promise<void> {
	const { accountId } = actor;
	if (accountId === null) throw notYourPlace();
	await house.store.transact(async (tx) => {
		const kept = await findHelped(tx, actor, id);
		const other = await findHelped(tx, actor, otherId);
		if (!kept || !other || kept.id === other.id) throw noSuchHelped();
		const at = house.clock.now();
		if (await findLatestMerge(tx, other.id, undoableSince(at))) throw mergedLately({ values: { name: other.name } });
		await addMerge(tx, {
			id: newId(),
			helpedId: kept.id,
			otherName: other.name,
			otherPlacePath: other.placePath,
			mergedBy: accountId,
			mergedAt: at,
			joined: await join(house, tx, { kept, other, at })
		});
		for (const row of [kept, other]) await recordAct(tx, house, actOnHelped(actor, 'community.helped-merged', row));
	});
}

async function join(
	house: CommunityHouse,
	tx: Writer,
	{ kept, other, at }: { kept: HelpedRow; other: HelpedRow; at: Date }
): Promise<JoinedRows> {
	const joined = {
		helped: keptRows([other]),
		cards: keptRows(await listCards(tx, other.id)),
		entryIds: await moveEntries(tx, { from: other.id, into: kept.id }),
		...(await joinLearners(tx, house, { fromLearnerId: other.learnerId, intoLearnerId: kept.learnerId }))
	};
	await dropHelped(tx, other.id);
	await endLearner(tx, { from: other.learnerId, into: kept.learnerId, at });
	return joined;
}
