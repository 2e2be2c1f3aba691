import type { FastifyReply, FastifyRequest } from 'fastify';
import { beginCardSession, callerOf, findAccount, handCardSession, uniteLearners } from '../../identity/index.ts';
import { mayActIn, type Actor } from '../../platform/actor.ts';
import { doerOf, recordAct } from '../../platform/audit.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { fold } from '../../platform/text.ts';
import { classKeepers, type CommunityHouse } from '../community-house.ts';
import { actOnHelped } from './acts.ts';
import { checkCard, type OpenedCard } from './check-card.ts';
import { changeCard, dropHelped, findCardByMark, findHelped, listHelpedByLearner, type HelpedRow } from './queries.ts';
import { cardOfAnother, noSuchHelped, notForHelpers, wrongCard } from './refusals.ts';
import type { CardHere, TakingOver, TypedCard } from './schemas.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply };

/** With card and PIN: this device learns as her from now on, until it is handed back. */
export async function openCard(house: CommunityHouse, exchange: Exchange, typed: TypedCard): Promise<CardHere> {
	const { request } = exchange;
	const { card, helped } = await checkCard(house, callerOf(house, request), typed);
	const opening = { learnerId: helped.learnerId, helpedBy: null };
	const token = await house.store.transact(async (tx) => {
		await refuseEnded(tx, card.codeMark);
		await changeCard(tx, card.id, { lastUsedAt: house.clock.now() });
		return beginCardSession(tx, { house, request }, opening);
	});
	handCardSession(house, exchange, { ...opening, token });
	return { open: { name: helped.name, helped: false } };
}

/** "Cùng học trên máy này": the helper's device learns as her; what is done there is marked as done with help. */
export async function learnTogether(house: CommunityHouse, exchange: Exchange, id: string): Promise<CardHere> {
	const { request } = exchange;
	const { actor } = request;
	const { row, token } = await house.store.transact(async (tx) => {
		const row = await findHelped(tx, actor, id);
		if (!row) throw noSuchHelped();
		const opening = { learnerId: row.learnerId, helpedBy: actor.accountId };
		const token = await beginCardSession(tx, { house, request }, opening);
		await recordAct(tx, house, actOnHelped(actor, 'community.learnt-together', row));
		return { row, token };
	});
	handCardSession(house, exchange, { learnerId: row.learnerId, helpedBy: actor.accountId, token });
	return { open: { name: row.name, helped: true } };
}

/** Whose card is open on this device. */
export async function readCardHere({ store }: CommunityHouse, actor: Actor): Promise<CardHere> {
	if (actor.card === null || actor.learnerId === null) return { open: null };
	const [helped] = await listHelpedByLearner(store.read, [actor.learnerId]);
	return { open: helped ? { name: helped.name, helped: actor.card.helpedBy !== null } : null };
}

/**
 * Takes what was learnt by a card over into the account of whoever has card and PIN. Where name or year differ she is
 * asked first whether it is she; of a helper who looks after her it is refused. The card opens nothing any more.
 */
export async function takeOver(house: CommunityHouse, request: FastifyRequest, typed: TakingOver): Promise<void> {
	const { card, helped } = await checkCard(house, callerOf(house, request), typed);
	await house.store.transact(async (tx) => {
		await refuseEnded(tx, card.codeMark);
		await refuseAnother(tx, request.actor, { helped, sure: typed.sure === true });
		await move(house, tx, { actor: request.actor, helped });
	});
	await house.facts.runDue();
}

/** A card may be replaced while its PIN is checked. */
async function refuseEnded(tx: Writer, codeMark: string): Promise<OpenedCard> {
	const found = await findCardByMark(tx, codeMark);
	if (!found) throw wrongCard();
	return found;
}

async function refuseAnother(
	reader: Reader,
	actor: Actor,
	{ helped, sure }: { helped: HelpedRow; sure: boolean }
): Promise<void> {
	const account = await findAccount(reader, actor.accountId ?? '');
	const same = account?.birthYear === helped.birthYear && fold(account.name) === helped.nameFolded;
	if (same) return;
	if (mayActIn(actor, classKeepers, helped.placePath)) throw notForHelpers();
	if (!sure) throw cardOfAnother({ extra: { name: helped.name }, values: { name: helped.name } });
}

async function move(
	house: CommunityHouse,
	tx: Writer,
	{ actor, helped }: { actor: Actor; helped: HelpedRow }
): Promise<void> {
	const { learnerId } = actor;
	if (learnerId === null) throw wrongCard();
	await dropHelped(tx, helped.id);
	await uniteLearners(tx, house, { from: helped.learnerId, into: learnerId });
	await recordAct(tx, house, {
		doer: doerOf(actor, [], helped.placePath),
		action: 'community.helped-taken-over',
		subject: { kind: 'helped-learner', id: helped.id },
		placePath: helped.placePath
	});
}
