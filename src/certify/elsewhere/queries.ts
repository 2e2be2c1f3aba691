import { and, desc, eq, gt, inArray, isNull, lt, notExists } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { withinGrants, type Actor } from '../../platform/actor.ts';
import { liesWithin } from '../../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import type { Platform } from './kinds.ts';
import { elsewhereOfficers } from './officers.ts';
import { elsewhereFigures } from './tables.ts';

export type Figure = typeof elsewhereFigures.$inferSelect;

export async function addFigures(tx: Writer, figures: readonly Figure[]): Promise<void> {
	// Small portions: the databases bound how many values one statement carries.
	for (let start = 0; start < figures.length; start += 50)
		await tx.insert(elsewhereFigures).values(figures.slice(start, start + 50));
}

export async function findFigure(reader: Reader, id: string): Promise<Figure | undefined> {
	const [found] = await reader.select().from(elsewhereFigures).where(eq(elsewhereFigures.id, id));
	return found;
}

/** All rows of these series, the newest first. */
export async function listSeries(reader: Reader, series: readonly string[]): Promise<Figure[]> {
	const found: Figure[] = [];
	for (let start = 0; start < series.length; start += 200)
		found.push(
			...(await reader
				.select()
				.from(elsewhereFigures)
				.where(inArray(elsewhereFigures.series, series.slice(start, start + 200)))
				.orderBy(desc(elsewhereFigures.version)))
		);
	return found;
}

export function listBatch(reader: Reader, batchId: string): Promise<Figure[]> {
	return reader.select().from(elsewhereFigures).where(eq(elsewhereFigures.batchId, batchId));
}

/** Strikes what is not struck of these rows. */
export async function strikeFigures(
	tx: Writer,
	which: { id: string } | { batchId: string },
	struck: { struckAt: Date; struckReason: string }
): Promise<void> {
	const { id, batchId, struckAt } = elsewhereFigures;
	const these = 'id' in which ? eq(id, which.id) : eq(batchId, which.batchId);
	await tx
		.update(elsewhereFigures)
		.set(struck)
		.where(and(these, isNull(struckAt)));
}

export interface FigureFilter {
	/** Only at or below this path. */
	path: string | null;
	platform: Platform | null;
	/** Only what was entered before this row. */
	after: string | null;
	limit: number;
}

/** The figures that count within the actor's places, the last entered first. */
export function listCounting(reader: Reader, actor: Actor, filter: FigureFilter): Promise<Figure[]> {
	const { id, placePath, platform, series, version, struckAt } = elsewhereFigures;
	const later = alias(elsewhereFigures, 'later');
	const corrected = reader
		.select({ id: later.id })
		.from(later)
		.where(and(eq(later.series, series), gt(later.version, version), isNull(later.struckAt)));
	return reader
		.select()
		.from(elsewhereFigures)
		.where(
			and(
				isNull(struckAt),
				notExists(corrected),
				withinGrants(actor, elsewhereOfficers, placePath),
				filter.path === null ? undefined : liesWithin(placePath, [filter.path]),
				filter.platform === null ? undefined : eq(platform, filter.platform),
				filter.after === null ? undefined : lt(id, filter.after)
			)
		)
		.orderBy(desc(id))
		.limit(filter.limit);
}
