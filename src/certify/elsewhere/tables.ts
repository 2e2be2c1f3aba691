import { index, instant, integer, table, text, uniqueIndex } from '../../platform/persistence/columns.ts';
import { places } from '../../places/tables.ts';
import type { CountedKind, Platform } from './kinds.ts';

/**
 * What other platforms count, as officers entered it: no query of ours adds it to anything. A later row of the same
 * series corrects the former; nothing is changed or deleted, so history stays. Who entered it stands in the trail.
 */
export const elsewhereFigures = table(
	'elsewhere_figures',
	{
		id: text().primaryKey(),
		/** What came in together, and can be undone together. */
		batchId: text().notNull(),
		/** Platform, what is counted, group, place and day as one key: rows of one series are about the same. */
		series: text().notNull(),
		/** The highest of a series that is not struck counts; never a time, since clocks are set back. */
		version: integer().notNull(),
		platform: text().$type<Platform>().notNull(),
		/** What another one is called; otherwise empty. */
		platformName: text().notNull(),
		counted: text().$type<CountedKind>().notNull(),
		/** A group of the framework; empty for all. */
		groupCode: text().notNull(),
		/** The place it is about, also where that has gone into another since. */
		placeId: text()
			.notNull()
			.references(() => places.id),
		/** Who looks after it: where the place belongs today. */
		placePath: text().notNull(),
		/** The calendar day as of which it was counted. */
		day: text().notNull(),
		number: integer().notNull(),
		source: text().notNull(),
		note: text().notNull(),
		/** For which place somebody entered it. */
		byPlaceId: text()
			.notNull()
			.references(() => places.id),
		enteredAt: instant().notNull(),
		struckAt: instant(),
		struckReason: text()
	},
	(row) => [
		uniqueIndex('elsewhere_figures_series').on(row.series, row.version),
		index('elsewhere_figures_place').on(row.placePath, row.id),
		index('elsewhere_figures_batch').on(row.batchId)
	]
);
