import { hashPassword } from '../../identity/index.ts';
import type { House } from '../../platform/house.ts';
import { newId } from '../../platform/ids.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import { newCardCode, newPin, writtenCardCode, writtenPin } from './card-code.ts';
import { addCard } from './queries.ts';

/** A card that nobody holds yet: what is printed, and what is kept of it. */
export interface DrawnCard {
	readonly id: string;
	readonly code: string;
	readonly written: string;
	readonly writtenPin: string;
	readonly codeMark: string;
	readonly pinHash: string;
}

/** Draws a code and a PIN; hashing takes its time, so it is done before any transaction. */
export async function drawCard({ secrets }: Pick<House, 'secrets'>): Promise<DrawnCard> {
	const [id, code, pin] = [newId(), newCardCode(), newPin()];
	return {
		id,
		code,
		written: writtenCardCode(code),
		writtenPin: writtenPin(pin),
		codeMark: codeMarkOf({ secrets }, code),
		pinHash: await hashPassword(markedPin({ secrets }, { cardId: id, pin }))
	};
}

/** What is kept of a code. Keyed, because fifty bits can be tried out by whoever has the hash alone. */
export function codeMarkOf({ secrets }: Pick<House, 'secrets'>, code: string): string {
	return secrets.mark('card-code', code);
}

/** What is hashed instead of the PIN: a million tries are soon made, but not without the installation's secret. */
export function markedPin(
	{ secrets }: Pick<House, 'secrets'>,
	{ cardId, pin }: { cardId: string; pin: string }
): string {
	return secrets.mark('card-pin', `${cardId} ${pin}`);
}

export async function keepCard(
	tx: Writer,
	{ id, codeMark, pinHash }: DrawnCard,
	made: { helpedId: string; madeBy: string; madeAt: Date }
): Promise<void> {
	await addCard(tx, { id, codeMark, pinHash, ...made, lastUsedAt: null, lockedAt: null, endedAt: null });
}
