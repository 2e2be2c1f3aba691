import { endCardSessions, selfOfLearner } from '../../identity/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { CommunityHouse } from '../community-house.ts';
import { placeFor } from '../plan-class.ts';
import { notYourPlace } from '../refusals.ts';
import { actOnHelped } from './acts.ts';
import { drawCard, keepCard } from './make-card.ts';
import { printed, refuseKnown } from './make-helped.ts';
import { changeHelpedRow, endCards, findHelped } from './queries.ts';
import { noSuchHelped } from './refusals.ts';
import type { ChangedHelped, PrintedCard } from './schemas.ts';
import { readHelped } from './typed-helped.ts';

/** Changes what was written down of her. A village that was merged meanwhile may stay, or be chosen anew. */
export async function changeHelped(
	house: CommunityHouse,
	actor: Actor,
	{ id, ...typed }: ChangedHelped & { id: string }
): Promise<void> {
	const now = house.clock.now();
	const person = readHelped(typed, now);
	await house.store.transact(async (tx) => {
		const row = await findHelped(tx, actor, id);
		if (!row) throw noSuchHelped();
		const place =
			row.placeId === typed.placeId
				? { id: row.placeId, path: row.placePath }
				: await placeFor(tx, actor, { placeId: typed.placeId, day: dayInVietNam(now) });
		await refuseKnown(tx, { ...person, placeId: place.id }, id);
		await changeHelpedRow(tx, id, { ...person, placeId: place.id, placePath: place.path });
		await recordAct(tx, house, actOnHelped(actor, 'community.helped-changed', { id, placePath: place.path }));
	});
}

/** Makes a new card; from then on the old one opens nothing, and no phone that it opened goes on as her. */
export async function makeNewCard(house: CommunityHouse, actor: Actor, id: string): Promise<PrintedCard> {
	const card = await drawCard(house);
	const row = await house.store.transact(async (tx) => {
		const found = await findHelped(tx, actor, id);
		if (!found) throw noSuchHelped();
		const { accountId } = actor;
		if (accountId === null) throw notYourPlace();
		const now = house.clock.now();
		await endCards(tx, id, now);
		await endCardSessions(tx, found.learnerId);
		await keepCard(tx, card, { helpedId: id, madeBy: accountId, madeAt: now });
		await recordAct(tx, house, actOnHelped(actor, 'community.card-made', found));
		return found;
	});
	return printed(house, row, card);
}

/**
 * She takes her consent back, has asked for it on paper, or was written down by mistake: all that is kept of her is deleted,
 * and no phone goes on as her. Whoever was shown a record of hers can still check it; nothing leads from it to her.
 */
export async function removeHelped(house: CommunityHouse, actor: Actor, id: string): Promise<void> {
	await house.store.transact(async (tx) => {
		const row = await findHelped(tx, actor, id);
		if (!row) throw noSuchHelped();
		await house.ownData.erase(tx, await selfOfLearner(tx, row.learnerId), house.clock.now());
		await recordAct(tx, house, actOnHelped(actor, 'community.helped-removed', row));
	});
}
