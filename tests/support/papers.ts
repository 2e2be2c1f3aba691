import { randomUUID } from 'node:crypto';
import type { PaperKey, PaperSheets, PaperView } from '../../src/assess/index.ts';
import type { Phone, Reply } from './an-app.ts';
import { good, neighbours, type Neighbours } from './classes.ts';

export interface Written {
	number: number;
	field: string;
	written: string;
}

/** Two neighbouring communes, and a test that the helper of the first one printed for its first village. */
export async function aPaper(part: object = { testId: 'cuoi' }, settings: Record<string, string> = {}) {
	const all = await neighbours(settings);
	return { ...all, paper: await print(all, part) };
}

export async function print({ helper, villages }: Neighbours, part: object): Promise<PaperView> {
	return good(await helper.call('POST', '/papers', { placeId: villages[0], ...part }));
}

export const sheetsOf = async (phone: Phone, { id }: { id: string }): Promise<PaperSheets> =>
	good(await phone.call('GET', `/papers/${id}/sheets`));
export const keyOf = async (phone: Phone, { id }: { id: string }): Promise<PaperKey> =>
	good(await phone.call('GET', `/papers/${id}/key`));

/** Types a sheet in for somebody whose name stands on it. */
export function typeIn(
	phone: Phone,
	{ id, codes }: Pick<PaperView, 'id' | 'codes'>,
	{ answers, ...part }: { answers: Written[]; [more: string]: unknown }
): Promise<Reply> {
	const body = { key: randomUUID(), code: codes[0], name: 'Bà Tư', answers, ...part };
	return phone.call('POST', `/papers/${id}/results`, body);
}

/** What stands on a sheet that was filled in by its key: letters, or the words that the key gives. */
export function byKey({ versions: blanks }: PaperView, { versions }: PaperKey, at = 0): Written[] {
	return (versions[at]?.questions ?? []).flatMap(({ number, answers }) =>
		answers.map(({ right, text }, i) => ({
			number,
			field: blanks[at]?.questions[number - 1]?.fields[i]?.name ?? '',
			written: right.length > 0 ? right.join(' ') : (text[0] ?? '').replace(/<[^>]*>/g, '').replace(/\s*±.*$/, '')
		}))
	);
}
