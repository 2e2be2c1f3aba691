import type { PgColumn } from 'drizzle-orm/pg-core';
import { flag, index, instant, integer, table, text, uniqueIndex } from '../platform/persistence/columns.ts';
import type { Role } from '../platform/actor.ts';
import { places } from '../places/tables.ts';

/** Whoever learns: made at the first answer on a device or with an account. Learning hangs on this, not on accounts. */
export const learners = table(
	'learners',
	{
		id: text().primaryKey(),
		createdAt: instant().notNull(),
		/** Claimed by somebody with an account: what was learnt has moved there. */
		mergedInto: text().references((): PgColumn => learners.id),
		mergedAt: instant()
	},
	(row) => [index('learners_merged').on(row.mergedInto)]
);

/** Devices on which somebody without an account learns, known by the hash of the token in their cookie. */
export const devices = table(
	'devices',
	{
		tokenHash: text().primaryKey(),
		learnerId: text()
			.notNull()
			.references(() => learners.id),
		createdAt: instant().notNull()
	},
	(row) => [index('devices_learner').on(row.learnerId)]
);

/** Devices that somebody learns on for some hours by her printed card, known by the hash of the token in their cookie. */
export const cardSessions = table(
	'card_sessions',
	{
		tokenHash: text().primaryKey(),
		learnerId: text()
			.notNull()
			.references(() => learners.id),
		/** The account of the helper who opened it to learn together with her. */
		helpedBy: text().references((): PgColumn => accounts.id),
		openedAt: instant().notNull(),
		endsAt: instant().notNull()
	},
	(row) => [index('card_sessions_learner').on(row.learnerId), index('card_sessions_ends').on(row.endsAt)]
);

/** People who chose a name and a password. No e-mail; a phone number may belong to a whole family. */
export const accounts = table(
	'accounts',
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
		placeId: text().references(() => places.id),
		placePath: text(),
		phone: text(),
		/** Lower case; unique. */
		username: text(),
		passwordHash: text().notNull(),
		createdAt: instant().notNull(),
		closedAt: instant(),
		/** Made through a stand-in for the national provider; stays so for ever, and what it earns is practice. */
		simulated: flag()
	},
	(row) => [
		uniqueIndex('accounts_learner').on(row.learnerId),
		uniqueIndex('accounts_username').on(row.username),
		index('accounts_phone').on(row.phone),
		index('accounts_place').on(row.placePath),
		index('accounts_list').on(row.nameSort, row.id)
	]
);

/** One sign-in on one device, until it ends. Its refresh tokens form a family: see rotation.ts. */
export const sessions = table(
	'sessions',
	{
		id: text().primaryKey(),
		accountId: text()
			.notNull()
			.references(() => accounts.id),
		/** Kind of device and browser, two keys of the message catalogue: `android-phone chrome`. */
		device: text().notNull(),
		createdAt: instant().notNull(),
		lastUsedAt: instant().notNull(),
		endedAt: instant(),
		/** The newest refresh token that was used, by generation and id; 0 and empty before the first. */
		usedGeneration: integer().notNull(),
		usedTokenId: text().notNull(),
		/** "Is the learning on this device yours?" was answered with no, about this learner. */
		declinedLearnerId: text()
	},
	(row) => [index('sessions_account').on(row.accountId, row.endedAt)]
);

/** Roles given to people on a place and everything below it; read at every request, never kept in a token. */
export const grants = table(
	'grants',
	{
		id: text().primaryKey(),
		accountId: text()
			.notNull()
			.references(() => accounts.id),
		role: text().$type<Role>().notNull(),
		placeId: text()
			.notNull()
			.references(() => places.id),
		placePath: text().notNull(),
		/** The account that gave it; null for the first administrator. */
		grantedBy: text().references(() => accounts.id),
		grantedAt: instant().notNull(),
		endedAt: instant()
	},
	(row) => [
		index('grants_account').on(row.accountId, row.endedAt),
		index('grants_place').on(row.role, row.placePath, row.endedAt)
	]
);

/** One-time codes on a printed sheet that let somebody who forgot the password choose a new one. */
export const reopenings = table(
	'reopenings',
	{
		id: text().primaryKey(),
		accountId: text()
			.notNull()
			.references(() => accounts.id),
		codeHash: text().notNull(),
		madeBy: text()
			.notNull()
			.references(() => accounts.id),
		createdAt: instant().notNull(),
		expiresAt: instant().notNull(),
		usedAt: instant()
	},
	(row) => [index('reopenings_account').on(row.accountId)]
);

/** What somebody may agree to besides what her learning needs; each changes something, see consents.ts. */
export const purposes = ['contact'] as const;
export type Purpose = (typeof purposes)[number];

/** Who said yes: she herself or, for a child, her guardian. */
export const consentGivers = ['self', 'guardian'] as const;
export type ConsentGiver = (typeof consentGivers)[number];

/** What people agreed to, one purpose at a time, and when they took it back; each time is a row of its own. */
export const consents = table(
	'consents',
	{
		id: text().primaryKey(),
		accountId: text()
			.notNull()
			.references(() => accounts.id),
		purpose: text().$type<Purpose>().notNull(),
		givenBy: text().$type<ConsentGiver>().notNull(),
		/** The guardian's name, where it was the guardian who said so. */
		guardian: text(),
		givenAt: instant().notNull(),
		withdrawnAt: instant()
	},
	(row) => [index('consents_account').on(row.accountId, row.purpose)]
);

/** The one-time links by which the first administrator comes in. */
export const setupLinks = table('setup_links', {
	tokenHash: text().primaryKey(),
	createdAt: instant().notNull(),
	usedAt: instant()
});

/** Links by which made-up people of the sample are tried; whoever has one comes in as her, any number of times. */
export const tryLinks = table('try_links', {
	tokenHash: text().primaryKey(),
	accountId: text()
		.notNull()
		.references(() => accounts.id),
	createdAt: instant().notNull()
});

/**
 * What keys are made from, together with the installation's secret: who has the database alone can neither read a
 * number nor try numbers out. A new one takes over in `npm run identities:rotate`.
 */
export const identityKeys = table('identity_keys', {
	id: text().primaryKey(),
	salt: text().notNull(),
	createdAt: instant().notNull()
});

/** Accounts joined to an identity that a provider has vouched for: one to one. */
export const identities = table(
	'identities',
	{
		accountId: text()
			.primaryKey()
			.references(() => accounts.id),
		issuer: text().notNull(),
		/** Which key hashed and locked what follows. */
		keyId: text()
			.notNull()
			.references(() => identityKeys.id),
		/** Keyed hash of the identity number, with what kind of provider gave it: a simulated one never meets a real one. */
		numberHash: text().notNull(),
		/** Keyed hash of issuer and subject. */
		subjectHash: text().notNull(),
		/** Number and subject, locked: see vneid/number-vault.ts. */
		sealed: text().notNull(),
		/** As the provider wrote it when she last came in. */
		name: text().notNull(),
		/** `YYYY-MM-DD` */
		birthDate: text().notNull(),
		/** 1 or 2 */
		level: integer().notNull(),
		/** Who consented for somebody under sixteen. */
		guardian: text(),
		/** Through a stand-in; stays so for ever. */
		simulated: flag().notNull(),
		consentedAt: instant().notNull(),
		/** When the provider last vouched for her. */
		checkedAt: instant().notNull()
	},
	(row) => [
		uniqueIndex('identities_number').on(row.numberHash),
		uniqueIndex('identities_subject').on(row.subjectHash),
		index('identities_key').on(row.keyId)
	]
);
