import type { Actor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { findHelped, listHelpedByIds, listHelpedByLearner, type HelpedRow } from './queries.ts';

/** As the helper tells her from others of her name: `Bùi Thị Tư (xóm trên)`. */
export function calledApart({ name, apart }: Pick<HelpedRow, 'name' | 'apart'>): string {
	return apart === null ? name : `${name} (${apart})`;
}

/** What helpers call those of these learners whom they wrote down. */
export async function namesOfHelped(reader: Reader, learnerIds: string[]): Promise<Map<string, string>> {
	const helped = await listHelpedByLearner(reader, learnerIds);
	return new Map(helped.map((person) => [person.learnerId, calledApart(person)]));
}

/** What helpers call these whom they wrote down, by the id of the row. */
export async function listHelpedNames(reader: Reader, ids: string[]): Promise<Map<string, string>> {
	const rows = await listHelpedByIds(reader, ids);
	return new Map(rows.map((row) => [row.id, calledApart(row)]));
}

/** The learner of somebody written down within the actor's places; undefined for any other. */
export async function learnerOfHelped(reader: Reader, actor: Actor, helpedId: string): Promise<string | undefined> {
	return (await findHelped(reader, actor, helpedId))?.learnerId;
}
