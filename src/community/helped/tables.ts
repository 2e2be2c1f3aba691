import { accounts, learners } from '../../identity/tables.ts';
import { places } from '../../places/tables.ts';
import { index, instant, integer, table, text, uniqueIndex } from '../../platform/persistence/columns.ts';

/** Who said that she agrees: she herself or, for a child, her guardian. */
export const consenters = ['self', 'guardian'] as const;
export type Consenter = (typeof consenters)[number];

/**
 * People who learn without a phone of their own: a learner as any other, and what a helper wrote down of her with her
 * consent. Deleted when she takes the consent back or takes the learning over into an account.
 */
export const helpedLearners = table(
	'helped_learners',
	{
		id: text().primaryKey(),
		learnerId: text()
			.notNull()
			.references(() => learners.id),
		name: text().notNull(),
		/** Given name first, in Vietnamese order. */
		nameSort: text().notNull(),
		/** The name for searching: no marks, lower case. */
		nameFolded: text().notNull(),
		birthYear: integer().notNull(),
		/** Tells her from another of one name and year: "xóm trên". */
		apart: text(),
		/** The household, in the words of the village. */
		household: text(),
		placeId: text()
			.notNull()
			.references(() => places.id),
		placePath: text().notNull(),
		/** Tells people of one place apart: see same-person.ts. */
		personKey: text().notNull(),
		consentBy: text().$type<Consenter>().notNull(),
		/** The guardian's name, where it was the guardian who said so. */
		guardian: text(),
		consentAt: instant().notNull(),
		/** The account of the helper who heard it. */
		recordedBy: text()
			.notNull()
			.references(() => accounts.id)
	},
	(row) => [
		uniqueIndex('helped_learners_learner').on(row.learnerId),
		uniqueIndex('helped_learners_person').on(row.placeId, row.personKey),
		index('helped_learners_place').on(row.placePath),
		index('helped_learners_list').on(row.nameSort, row.id)
	]
);

/** Printed cards: a code and a PIN that let a helped learner learn on any phone. One is good at a time. */
export const learnerCards = table(
	'learner_cards',
	{
		id: text().primaryKey(),
		helpedId: text()
			.notNull()
			.references(() => helpedLearners.id),
		/** A keyed mark of the code; the code itself stands on the paper only. */
		codeMark: text().notNull(),
		/** A slow hash over a keyed mark of the PIN: neither a copy of the database nor the secret alone gives it away. */
		pinHash: text().notNull(),
		madeBy: text()
			.notNull()
			.references(() => accounts.id),
		madeAt: instant().notNull(),
		lastUsedAt: instant(),
		/** The PIN was wrong too often; only a new card helps. */
		lockedAt: instant(),
		/** Another card took its place. */
		endedAt: instant()
	},
	(row) => [uniqueIndex('learner_cards_code').on(row.codeMark), index('learner_cards_helped').on(row.helpedId)]
);
