import { learners } from '../../identity/tables.ts';
import { places } from '../../places/tables.ts';
import { index, instant, table, text } from '../../platform/persistence/columns.ts';
import type { Platform } from '../elsewhere/kinds.ts';

/**
 * What single people completed on other platforms, as officers entered it. It is told to her and to those who look after
 * her place, and to nobody else: no count, no rule and no record of ours reads it.
 */
export const elsewhereResults = table(
	'elsewhere_results',
	{
		id: text().primaryKey(),
		/** What came in together, and can be taken back together. */
		batchId: text().notNull(),
		learnerId: text()
			.notNull()
			.references(() => learners.id),
		/** Platform, what and day as one hash: by this the same is known again, also when she has taken it away. */
		sameKey: text().notNull(),
		platform: text().$type<Platform>().notNull(),
		/** What another one is called; otherwise empty. */
		platformName: text().notNull(),
		what: text().notNull(),
		/** The calendar day on which she completed it. */
		day: text().notNull(),
		/** A number or an address that shows it; may be empty. */
		evidence: text().notNull(),
		source: text().notNull(),
		/** For which place somebody entered it. */
		byPlaceId: text()
			.notNull()
			.references(() => places.id),
		enteredAt: instant().notNull(),
		/** She said that it is not hers: of what it said only the key is left, so that no import brings it back. */
		takenAt: instant()
	},
	(row) => [
		index('elsewhere_results_learner').on(row.learnerId, row.sameKey),
		index('elsewhere_results_batch').on(row.batchId)
	]
);
