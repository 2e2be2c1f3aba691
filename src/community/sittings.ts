import { and, asc, eq, gte, isNotNull, isNull, lte } from 'drizzle-orm';
import type { Sitting } from '../assess/index.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { whenOn } from './class-times.ts';
import { attendances, classSessions } from './tables.ts';

/** Sessions of classes that began within a span, with the learners who came, and from when to when each was on. */
export async function* listSittings(reader: Reader, { from, to }: { from: Date; to: Date }): AsyncGenerator<Sitting> {
	const sessions = await reader
		.select({ id: classSessions.id, startsAt: classSessions.startsAt })
		.from(classSessions)
		.where(and(gte(classSessions.startsAt, from), lte(classSessions.startsAt, to), isNull(classSessions.cancelledAt)))
		.orderBy(asc(classSessions.startsAt), asc(classSessions.id));
	for (const { id, startsAt } of sessions) {
		const came = await reader
			.select({ learnerId: attendances.learnerId })
			.from(attendances)
			.where(and(eq(attendances.sessionId, id), isNotNull(attendances.learnerId)));
		yield { id, learnerIds: came.flatMap(({ learnerId }) => learnerId ?? []), ...whenOn(startsAt) };
	}
}
