import type { Reader } from '../../platform/persistence/store.ts';
import type { Sitting } from '../items/sittings.ts';
import { listOpened, listSat } from './queries.ts';

/** Supervised sittings that were opened within a span, with the learners who joined. */
export async function* satTogether(reader: Reader, span: { from: Date; to: Date }): AsyncGenerator<Sitting> {
	for (const { id, openedAt, endsAt } of await listOpened(reader, span)) {
		const sat = await listSat(reader, [id]);
		const learnerIds = [...new Set(sat.map(({ learnerId }) => learnerId))];
		yield { id, learnerIds, from: openedAt, to: endsAt, supervised: true };
	}
}
