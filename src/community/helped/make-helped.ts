import { addLearner } from '../../identity/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { isInTrail, recordAct } from '../../platform/audit.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { isUniqueViolation } from '../../platform/persistence/dialect.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import type { CommunityHouse } from '../community-house.ts';
import { placeFor } from '../plan-class.ts';
import { notYourPlace } from '../refusals.ts';
import { actOnHelped } from './acts.ts';
import { drawCard, keepCard, type DrawnCard } from './make-card.ts';
import { addHelped, findHelped, isTakenId, listSamePeople, type HelpedRow } from './queries.ts';
import { helpedExists, helpedRemoved, noSuchHelped } from './refusals.ts';
import { personKeyOf } from './same-person.ts';
import type { HelpedSummary, NewHelped, PrintedCard } from './schemas.ts';
import { summariesOf } from './summaries.ts';
import { readConsent, readHelped } from './typed-helped.ts';

/**
 * Makes a learner for somebody who agreed to it in words, and her first card. Where somebody of that name and year is
 * known in the place already, the answer says who; another person is told apart by a word.
 */
export async function makeHelped(house: CommunityHouse, actor: Actor, typed: NewHelped): Promise<PrintedCard> {
	const card = await drawCard(house);
	const row = await writeDown(house, actor, { typed, id: newId(), card });
	return printed(house, row, card);
}

/**
 * The same for somebody who was written down without signal, under an id that the phone made; her card is made later.
 * Sent again it changes nothing.
 */
export async function bringHelped(
	house: CommunityHouse,
	actor: Actor,
	{ id, ...typed }: NewHelped & { id: string }
): Promise<HelpedSummary> {
	const known = await findHelped(house.store.read, actor, id);
	const row = known?.recordedBy === actor.accountId ? known : await writeDown(house, actor, { typed, id, card: null });
	const [summary] = await summariesOf(house, house.store.read, [row]);
	if (!summary) throw new Error('a learner has one summary');
	return summary;
}

async function writeDown(
	house: CommunityHouse,
	actor: Actor,
	{ typed, id, card }: { typed: NewHelped; id: string; card: DrawnCard | null }
): Promise<HelpedRow> {
	const now = house.clock.now();
	const { by, guardian, faults } = readConsent(typed, now);
	const person = readHelped(typed, now, faults);
	const { accountId } = actor;
	if (accountId === null) throw notYourPlace();
	const make = () =>
		house.store.transact(async (tx) => {
			const place = await placeFor(tx, actor, { placeId: typed.placeId, day: dayInVietNam(now) });
			if (card === null) await refuseUsed(tx, id);
			await refuseKnown(tx, { ...person, placeId: place.id });
			const row: HelpedRow = {
				...person,
				id,
				learnerId: await addLearner(tx, now),
				placeId: place.id,
				placePath: place.path,
				consentBy: by,
				guardian,
				consentAt: now,
				recordedBy: accountId
			};
			await addHelped(tx, row);
			if (card) await keepCard(tx, card, { helpedId: row.id, madeBy: accountId, madeAt: now });
			await recordAct(tx, house, { ...actOnHelped(actor, 'community.helped-made', row), details: { consentBy: by } });
			return row;
		});
	// Of two helpers who write the same person down at once, the second one is told of the first one's.
	return make().catch((error: unknown) => {
		if (isUniqueViolation(error)) return make();
		throw error;
	});
}

/**
 * An id that a phone made is good once. Whoever took her consent back is not written down again by a phone that never
 * heard that its first call had arrived.
 */
async function refuseUsed(reader: Reader, id: string): Promise<void> {
	if (await isTakenId(reader, id)) throw noSuchHelped(); // somebody else's
	if (await isInTrail(reader, { kind: 'helped-learner', id })) throw helpedRemoved();
}

/** What is printed, this once. */
export async function printed(house: CommunityHouse, row: HelpedRow, card: DrawnCard): Promise<PrintedCard> {
	const [learner] = await summariesOf(house, house.store.read, [row]);
	if (!learner) throw new Error('a learner has one summary');
	return { learner, code: card.written, pin: card.writtenPin, path: `/the/${card.code}` };
}

/** Refuses where the same name and year are known in the place, unless a word tells them apart. */
export async function refuseKnown(
	reader: Reader,
	wanted: Pick<HelpedRow, 'name' | 'birthYear' | 'apart' | 'personKey' | 'placeId'>,
	besides?: string
): Promise<void> {
	const begin = personKeyOf({ ...wanted, apart: null });
	const same = (await listSamePeople(reader, wanted.placeId, begin)).filter(({ id }) => id !== besides);
	const isSame = same.some(({ personKey }) => personKey === wanted.personKey);
	if (same.length === 0 || (wanted.apart !== null && !isSame)) return;
	throw helpedExists({
		fields: [{ field: 'apart', code: wanted.apart === null ? 'helped.apart-missing' : 'helped.apart-same' }],
		extra: {
			people: same
				.slice(0, 10)
				.map(({ id, name, birthYear, apart, household }) => ({ id, name, birthYear, apart, household }))
		}
	});
}
