import type { Reader } from '../../platform/persistence/store.ts';
import { listHelpedByLearner, type HelpedRow } from './queries.ts';

/** As the helper tells her from others of her name: `Bùi Thị Tư (xóm trên)`. */
export function calledApart({ name, apart }: Pick<HelpedRow, 'name' | 'apart'>): string {
	return apart === null ? name : `${name} (${apart})`;
}

/** What helpers call those of these learners whom they wrote down. */
export async function namesOfHelped(reader: Reader, learnerIds: string[]): Promise<Map<string, string>> {
	const helped = await listHelpedByLearner(reader, learnerIds);
	return new Map(helped.map((person) => [person.learnerId, calledApart(person)]));
}
