import { newId } from '../../platform/ids.ts';
import { markOf } from './deliver-one.ts';
import { RegisterTrouble, type NationalRegister, type Told } from './national-register.ts';
import { pairUp, type Pair } from './pair-up.ts';
import { findConfirmation, listOpenMessages, listSent, type Confirmation } from './queries.ts';
import { listAccepted, type Mismatch } from './reconcile-queries.ts';
import type { RegisterHouse } from './register-house.ts';

type Here = Confirmation & { code: string };

/** What a comparison counts. */
export interface Counts {
	here: number;
	there: number;
	same: number;
	differing: number;
}

const pageSize = 200;

async function* sentHere({ store }: RegisterHouse): AsyncGenerator<Here> {
	for (let after = ''; ;) {
		const page = await listSent(store.read, { after, limit: pageSize });
		for (const each of page) yield { ...each, code: each.recordCode };
		if (page.length < pageSize) return;
		after = page.at(-1)?.recordCode ?? '';
	}
}

async function* standingThere(register: NationalRegister): AsyncGenerator<Told> {
	for (let after = ''; ;) {
		const { entries, next } = await register.list(after);
		yield* entries;
		if (next === null) return;
		// A register that leads round in a circle must not keep us for ever.
		if (next <= after) throw new RegisterTrouble('untrusted', 'pages go backwards');
		after = next;
	}
}

/** Compares both sides and hands on each difference that is still one at a second look. */
export async function compareSides(
	house: RegisterHouse,
	register: NationalRegister,
	found: (mismatch: Omit<Mismatch, 'id' | 'reconciliationId'>) => Promise<void>
): Promise<Counts> {
	const counts: Counts = { here: 0, there: 0, same: 0, differing: 0 };
	for await (const pair of pairUp(sentHere(house), standingThere(register))) {
		if (pair.here) counts.here++;
		if (pair.there) counts.there++;
		if (isSame(house, pair)) counts.same++;
		else {
			const mismatch = await lookAgain(house, register, pair.code);
			if (mismatch === null) continue;
			counts.differing++;
			await found(mismatch);
		}
	}
	return counts;
}

/** What was struck out stands on neither side. */
function isSame(house: RegisterHouse, { here, there }: Pair<Here, Told>): boolean {
	const [ours, theirs] = [here?.state ?? 'withdrawn', there?.status ?? 'withdrawn'];
	return ours === theirs && (ours === 'withdrawn' || !isSomeoneElse(house, here, there));
}

/** Where the subject is no longer known, because the account was deleted, nothing is said of it. */
function isSomeoneElse({ secrets }: RegisterHouse, here: Confirmation | null, there: Told | null): boolean {
	if (!here?.subjectMark || !there) return false;
	return here.subjectMark !== markOf(secrets, there.subject ?? '');
}

/** Both sides may have moved since their pages were read, or a page was of yesterday; and what is on its way is no difference. */
async function lookAgain(
	house: RegisterHouse,
	register: NationalRegister,
	code: string
): Promise<Omit<Mismatch, 'id' | 'reconciliationId'> | null> {
	const there = await register.find(code);
	const { read } = house.store;
	const open = await listOpenMessages(read, [code]);
	if (open.some(({ state }) => state === 'waiting')) return null;
	const known = await findConfirmation(read, code);
	const pair = { code, here: known ? { ...known, code } : null, there };
	if (isSame(house, pair)) return null;
	const found = differenceOf(house, pair);
	const accepted = await listAccepted(read, [code]);
	return accepted.some((each) => each.here === found.here && each.there === found.there) ? null : found;
}

function differenceOf(house: RegisterHouse, { code, here, there }: Pair<Here, Told>) {
	return {
		...{ recordCode: code, placePath: here?.placePath ?? '/' },
		...{ here: here?.state ?? null, there: there?.status ?? null },
		someoneElse: isSomeoneElse(house, here, there),
		...{ remedy: null, reason: null, settledBy: null, settledAt: null }
	};
}

export const newMismatch = (reconciliationId: string, found: Omit<Mismatch, 'id' | 'reconciliationId'>): Mismatch => ({
	id: newId(),
	reconciliationId,
	...found
});
