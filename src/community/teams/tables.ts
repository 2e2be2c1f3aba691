import { accounts } from '../../identity/tables.ts';
import { places } from '../../places/tables.ts';
import { flag, index, instant, table, text, uniqueIndex } from '../../platform/persistence/columns.ts';

/** Teams of a village, commune or organisation; what such a team is called there is data (content/rules.yaml). */
export const teams = table(
	'teams',
	{
		id: text().primaryKey(),
		/** An id of the rules' `teamKinds`. */
		kind: text().notNull(),
		name: text().notNull(),
		nameSort: text().notNull(),
		nameFolded: text().notNull(),
		placeId: text()
			.notNull()
			.references(() => places.id),
		placePath: text().notNull(),
		madeBy: text()
			.notNull()
			.references(() => accounts.id),
		madeAt: instant().notNull()
	},
	(row) => [
		uniqueIndex('teams_name').on(row.placeId, row.nameFolded),
		index('teams_place').on(row.placePath),
		index('teams_list').on(row.nameSort, row.id)
	]
);

/** Who is or was in a team. Joining again is a row of its own: allowances and headcounts look back. */
export const teamMembers = table(
	'team_members',
	{
		id: text().primaryKey(),
		teamId: text()
			.notNull()
			.references(() => teams.id),
		accountId: text()
			.notNull()
			.references(() => accounts.id),
		/** An id of the rules' `sponsors`, and in words what that does not say. */
		sponsor: text().notNull(),
		sponsorWords: text(),
		/** Which part of the place she goes to: "xóm trên, số nhà 1–40". */
		area: text(),
		/** Gone when she leaves. */
		phone: text(),
		lead: flag().notNull(),
		/** Days in Viet Nam. */
		joinedOn: text().notNull(),
		leftOn: text(),
		/** The role that came with it and ends with it; null where she had it otherwise. */
		grantId: text(),
		invitedBy: text()
			.notNull()
			.references(() => accounts.id)
	},
	(row) => [index('team_members_team').on(row.teamId), index('team_members_account').on(row.accountId)]
);

/** Codes by which one person each comes into a team. */
export const teamInvitations = table(
	'team_invitations',
	{
		/** A keyed mark of the code, which is told once. */
		codeMark: text().primaryKey(),
		teamId: text()
			.notNull()
			.references(() => teams.id),
		madeBy: text()
			.notNull()
			.references(() => accounts.id),
		madeAt: instant().notNull(),
		expiresAt: instant().notNull(),
		usedAt: instant()
	},
	(row) => [index('team_invitations_team').on(row.teamId)]
);
