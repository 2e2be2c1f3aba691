import { and, eq, gte, inArray, isNull, lt, or } from 'drizzle-orm';
import { liesWithin } from '../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import { pathsAbove } from './paths.ts';
import { attendances, classRules, classSessions } from './tables.ts';

export type RuleRow = typeof classRules.$inferSelect;

/** Sets a rule, or in place of the one there is. */
export async function keepRule(tx: Writer, row: RuleRow): Promise<void> {
	const target = [classRules.placeId, classRules.covers];
	await tx.insert(classRules).values(row).onConflictDoUpdate({ target, set: row });
}

/** Takes a rule away; true where there was one. */
export async function dropRule(tx: Writer, { placeId, covers }: Pick<RuleRow, 'placeId' | 'covers'>): Promise<boolean> {
	const gone = await tx
		.delete(classRules)
		.where(and(eq(classRules.placeId, placeId), eq(classRules.covers, covers)))
		.returning({ placeId: classRules.placeId });
	return gone.length > 0;
}

/** The rules within these paths, and those above them that are about each village. */
export function listRules(reader: Reader, paths: string[]): Promise<RuleRow[]> {
	const above = [...new Set(paths.flatMap(pathsAbove))];
	return reader
		.select()
		.from(classRules)
		.where(
			or(
				liesWithin(classRules.placePath, paths),
				above.length === 0 ? undefined : and(inArray(classRules.placePath, above), eq(classRules.covers, 'villages'))
			)
		);
}

/** Sessions within these paths that began between two instants and were not called off, and whether somebody came. */
export async function listHad(reader: Reader, { paths, since, until }: { paths: string[]; since: Date; until: Date }) {
	const wanted = and(
		liesWithin(classSessions.placePath, paths),
		isNull(classSessions.cancelledAt),
		gte(classSessions.startsAt, since),
		lt(classSessions.startsAt, until)
	);
	const sessions = await reader
		.select({ id: classSessions.id, placePath: classSessions.placePath, startsAt: classSessions.startsAt })
		.from(classSessions)
		.where(wanted);
	const filled = await reader
		.selectDistinct({ id: attendances.sessionId })
		.from(attendances)
		.innerJoin(classSessions, eq(classSessions.id, attendances.sessionId))
		.where(wanted);
	const came = new Set(filled.map(({ id }) => id));
	return sessions.map(({ id, ...session }) => ({ ...session, came: came.has(id) }));
}
