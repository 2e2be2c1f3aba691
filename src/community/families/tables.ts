import { accounts, learners } from '../../identity/tables.ts';
import { places } from '../../places/tables.ts';
import { flag, index, instant, table, text, uniqueIndex } from '../../platform/persistence/columns.ts';

/** Households in the words of the village. Whether one is a "Gia đình số" is reckoned, never kept. */
export const households = table(
	'households',
	{
		id: text().primaryKey(),
		name: text().notNull(),
		nameSort: text().notNull(),
		placeId: text()
			.notNull()
			.references(() => places.id),
		placePath: text().notNull(),
		/** What those who live there give one another to come in by. */
		code: text().notNull(),
		madeBy: text()
			.notNull()
			.references(() => accounts.id),
		madeAt: instant().notNull()
	},
	(row) => [
		uniqueIndex('households_code').on(row.code),
		index('households_place').on(row.placePath),
		index('households_list').on(row.nameSort, row.id)
	]
);

/** Who said that she wants to be in it: she herself, or she in words to a helper. */
export const joinings = ['self', 'spoken'] as const;
export type Joining = (typeof joinings)[number];

/** Who lives there, as far as they wish it; a row is deleted when she leaves. */
export const householdMembers = table(
	'household_members',
	{
		id: text().primaryKey(),
		householdId: text()
			.notNull()
			.references(() => households.id),
		learnerId: text()
			.notNull()
			.references(() => learners.id),
		/** She shows the others at home what she has learnt. */
		guides: flag().notNull(),
		consent: text().$type<Joining>().notNull(),
		addedBy: text()
			.notNull()
			.references(() => accounts.id),
		joinedAt: instant().notNull()
	},
	(row) => [
		uniqueIndex('household_members_learner').on(row.learnerId),
		index('household_members_household').on(row.householdId)
	]
);
