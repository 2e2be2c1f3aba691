import { selfOf } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { noLearner } from '../platform/http/access.ts';
import { say } from '../platform/messages/index.ts';
import type { Self } from '../platform/own-data.ts';
import { inWords } from './entries-in-words.ts';
import type { PrivacyHouse } from './privacy-house.ts';
import { openedByHelper } from './refusals.ts';
import type { OwnDataView } from './schemas.ts';

/** Everything that is kept of whoever asks, in her words; of each kind the newest, and how many there are. */
export async function readOwnData(house: PrivacyHouse, actor: Actor, most: number): Promise<OwnDataView> {
	const self = await ownSelf(house, actor);
	if (!self) return { as: 'nobody', parts: [] };
	const { catalog, store, ownData } = house;
	const { lang } = actor;
	const parts: OwnDataView['parts'] = [];
	for (const part of ownData.personal) {
		const entries = await part.read(store.read, self);
		if (entries.length === 0) continue;
		parts.push({
			id: part.id,
			...{ title: say(lang, `own-data.${part.id}`), why: say(lang, `own-data.${part.id}-why`) },
			stays: part.stays ? say(lang, `own-data.${part.id}-stays`) : null,
			count: entries.length,
			entries: entries.slice(0, most).map((entry) => inWords(catalog, lang, entry))
		});
	}
	return { as: actor.accountId !== null ? 'account' : actor.card ? 'card' : 'device', parts };
}

async function ownSelf({ store }: PrivacyHouse, actor: Actor): Promise<Self | null> {
	if (actor.card !== null && actor.card.helpedBy !== null) throw openedByHelper();
	return selfOf(store.read, actor);
}

/**
 * The same whole, as a file that other programs read too: JSON, each kind with what it is and each field explained,
 * written one kind after the other so that it is never all in memory at once.
 */
export async function ownDataFile(house: PrivacyHouse, actor: Actor): Promise<AsyncIterable<string>> {
	const self = await ownSelf(house, actor);
	if (!self) throw noLearner();
	return pieces(house, actor, self);
}

async function* pieces({ store, clock, ownData }: PrivacyHouse, { lang }: Actor, self: Self) {
	const head = { format: 'bdhvs-own-data', version: 1, madeAt: clock.now().toISOString() };
	yield `${JSON.stringify(head).slice(0, -1)},"parts":[`;
	const fields = new Set<string>();
	for (const [i, part] of ownData.personal.entries()) {
		const entries = await part.read(store.read, self);
		for (const entry of entries) for (const field of Object.keys(entry)) fields.add(field);
		const about = { id: part.id, what: say(lang, `own-data.${part.id}`), why: say(lang, `own-data.${part.id}-why`) };
		yield `${i === 0 ? '' : ','}\n${JSON.stringify({ ...about, entries })}`;
	}
	const explained = Object.fromEntries([...fields].map((field) => [field, say(lang, `own-data.field-${field}`)]));
	yield `],\n"fields":${JSON.stringify(explained)}}\n`;
}
