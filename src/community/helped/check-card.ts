import { checkNobodysPassword, guarded, isPassword, wrongFrom } from '../../identity/index.ts';
import { forget, waitFor, type Counted, type Limit } from '../../platform/allowance.ts';
import type { House } from '../../platform/house.ts';
import { Refusal } from '../../platform/refusal.ts';
import { wrongFields } from '../refusals.ts';
import { readCardCode, readPin } from './card-code.ts';
import { codeMarkOf, markedPin } from './make-card.ts';
import { changeCard, findCardByMark, type CardRow, type HelpedRow } from './queries.ts';
import { cardLocked, tooManyPins, wrongCard } from './refusals.ts';
import type { TypedCard } from './schemas.ts';

const week = 7 * 24 * 60;
/** Five tries as people make them, then waits: of a million PINs a card that was photographed gives away twenty. */
const wrongPin: Limit = { name: 'card-pin', free: 5, minutes: week, waits: [1, 2, 4, 8, 15] };
/** The twentieth locks. Of codes that are on no card as well, so that nobody learns by it which are. */
const lastPin: Limit = { name: 'card-lock', free: 20, minutes: week };

/** Her card, with whose it is. */
export interface OpenedCard {
	readonly card: CardRow;
	readonly helped: HelpedRow;
}

type Caller = Parameters<typeof wrongFrom>[0];

/**
 * The card of this code and PIN. A code that is on no card takes as long and says the same as a wrong PIN; tries are
 * slowed step by step, and after twenty the card is locked until a helper makes another.
 */
export async function checkCard(house: House, caller: Caller, typed: TypedCard): Promise<OpenedCard> {
	refuseBlank(typed);
	// What is no code at all is counted too, each for itself: it is a slip of the pen like any other.
	const who = readCardCode(typed.code) || `none ${typed.code}`;
	const counted: Counted[] = [
		[wrongPin, who],
		[lastPin, who]
	];
	await refuseLocked(house, who);
	const tries = [...counted, ...wrongFrom(caller)];
	const found = await guarded(house, tries, () => cardOf(house, typed)).catch(inWordsOfCards);
	if (!found) {
		await refuseLocked(house, who);
		throw wrongCard();
	}
	for (const each of counted) await forget(house, each);
	return found;
}

/** Whoever holds a card has no password to forget. */
function inWordsOfCards(error: unknown): never {
	throw error instanceof Refusal && error.kind === 'too-many' ? tooManyPins(error.details) : error;
}

function refuseBlank({ code, pin }: TypedCard): void {
	const fields = Object.entries({ code: code.trim(), pin: pin.trim() })
		.filter(([, text]) => text === '')
		.map(([field]) => ({ field, code: 'platform.field-required' }));
	if (fields.length > 0) throw wrongFields({ fields });
}

/** Refuses where the tries are used up, and notes on a card that there is that only a new one helps. */
async function refuseLocked(house: House, who: string): Promise<void> {
	const known = await findCardByMark(house.store.read, codeMarkOf(house, who));
	if (known?.card.lockedAt) throw cardLocked();
	if ((await waitFor(house, [[lastPin, who]])) === 0) return;
	if (known) await house.store.transact((tx) => changeCard(tx, known.card.id, { lockedAt: house.clock.now() }));
	throw cardLocked();
}

async function cardOf(house: House, typed: TypedCard): Promise<OpenedCard | undefined> {
	const pin = readPin(typed.pin);
	const code = readCardCode(typed.code);
	const found = code === '' ? undefined : await findCardByMark(house.store.read, codeMarkOf(house, code));
	if (!found) {
		await checkNobodysPassword(pin);
		return undefined;
	}
	const marked = markedPin(house, { cardId: found.card.id, pin });
	return (await isPassword(marked, found.card.pinHash)) ? found : undefined;
}
