import type { FastifyReply, FastifyRequest } from 'fastify';
import {
	beginCardSessions,
	callerOf,
	changeToCard,
	findAccount,
	handCardSession,
	listOpenCards,
	signOfCard,
	uniteLearners
} from '../../identity/index.ts';
import { mayActIn, type Actor } from '../../platform/actor.ts';
import { doerOf, recordAct } from '../../platform/audit.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { fold } from '../../platform/text.ts';
import { classKeepers, type CommunityHouse } from '../community-house.ts';
import { findClass } from '../queries.ts';
import { noSuchClass } from '../refusals.ts';
import { actOnHelped } from './acts.ts';
import { checkCard, type OpenedCard } from './check-card.ts';
import {
	changeCard,
	dropHelped,
	findCardByMark,
	listHelpedByLearner,
	listReachableHelped,
	listTickedHelped,
	type HelpedRow
} from './queries.ts';
import { cardOfAnother, nobodyToOpen, noSuchHelped, notForHelpers, notOpenHere, wrongCard } from './refusals.ts';
import { mostTogether, type CardHere, type CardsHere, type TakingOver, type TypedCard } from './schemas.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply };

/** With card and PIN: this device learns as her from now on, until it is handed back. */
export async function openCard(house: CommunityHouse, exchange: Exchange, typed: TypedCard): Promise<CardHere> {
	const { request } = exchange;
	const { card, helped } = await checkCard(house, callerOf(house, request), typed);
	const begun = await house.store.transact(async (tx) => {
		await refuseEnded(tx, card.codeMark);
		await changeCard(tx, card.id, { lastUsedAt: house.clock.now() });
		return beginCardSessions(tx, { house, request }, [{ learnerId: helped.learnerId, helpedBy: null }]);
	});
	handCardSession(house, exchange, begun);
	return { open: { name: helped.name, helped: false } };
}

/**
 * "Cùng học trên máy này": the helper's device learns as her, or as whom of several it is changed to; what is done
 * there is marked as done with help. All of them or, where one is not hers to open, none.
 */
export function learnTogether(house: CommunityHouse, exchange: Exchange, ids: string[]): Promise<CardHere> {
	return openTogether(house, exchange, async (tx, actor) => {
		const found = await listReachableHelped(tx, actor, ids);
		const rows = ids.flatMap((id) => found.find((each) => each.id === id) ?? []);
		if (rows.length === 0 || rows.length < ids.length) throw noSuchHelped();
		return rows;
	});
}

/** The same with those who were ticked at a session, in the order in which they came. */
export function learnWithClass(house: CommunityHouse, exchange: Exchange, classId: string): Promise<CardHere> {
	return openTogether(house, exchange, async (tx, actor) => {
		if (!(await findClass(tx, actor, classId))) throw noSuchClass();
		const rows = await listTickedHelped(tx, actor, classId);
		if (rows.length === 0) throw nobodyToOpen();
		return rows.slice(0, mostTogether);
	});
}

async function openTogether(
	house: CommunityHouse,
	exchange: Exchange,
	whom: (tx: Writer, actor: Actor) => Promise<HelpedRow[]>
): Promise<CardHere> {
	const { request } = exchange;
	const { actor } = request;
	const { rows, begun } = await house.store.transact(async (tx) => {
		const rows = await whom(tx, actor);
		const openings = rows.map(({ learnerId }) => ({ learnerId, helpedBy: actor.accountId }));
		const begun = await beginCardSessions(tx, { house, request }, openings);
		for (const row of rows) await recordAct(tx, house, actOnHelped(actor, 'community.learnt-together', row));
		return { rows, begun };
	});
	handCardSession(house, exchange, begun);
	const [first, ...others] = rows;
	return { open: first && others.length === 0 ? { name: first.name, helped: true } : null };
}

/** Whose cards are open on this device, the one it learns as among them. */
export async function readCardsHere(house: CommunityHouse, request: FastifyRequest): Promise<CardsHere> {
	const { card, learnerId } = request.actor;
	const opened = await listOpenCards(house, request);
	const rows = await listHelpedByLearner(house.store.read, [
		...opened.map((each) => each.learnerId),
		...(card !== null && learnerId !== null ? [learnerId] : [])
	]);
	const byLearner = new Map(rows.map((row) => [row.learnerId, row]));
	const here = card === null ? undefined : byLearner.get(learnerId ?? '');
	return {
		open: here ? { name: here.name, helped: card?.helpedBy !== null } : null,
		cards: opened.flatMap((each) => {
			const row = byLearner.get(each.learnerId);
			if (!row) return [];
			const { number, current, helpedBy } = each;
			const whose = signOfCard(house, each.learnerId);
			return [{ whose, number, name: row.name, apart: row.apart, helped: helpedBy !== null, current }];
		})
	};
}

/** "Đổi người học": this device goes on as another whose card is open here, without the PIN. */
export async function changeLearner(house: CommunityHouse, exchange: Exchange, whose: string): Promise<CardHere> {
	const changed = await changeToCard(house, exchange, ({ learnerId }) => signOfCard(house, learnerId) === whose);
	const { learnerId, card } = exchange.request.actor;
	const [helped] = changed && learnerId !== null ? await listHelpedByLearner(house.store.read, [learnerId]) : [];
	if (!helped) throw notOpenHere();
	return { open: { name: helped.name, helped: card !== null && card.helpedBy !== null } };
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
