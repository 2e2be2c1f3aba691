import type { PgColumn } from 'drizzle-orm/pg-core';
import { accounts, learners } from '../identity/tables.ts';
import { places } from '../places/tables.ts';
import {
	flag,
	index,
	instant,
	integer,
	json,
	primaryKey,
	table,
	text,
	uniqueIndex
} from '../platform/persistence/columns.ts';

/** How often a class comes back. */
export const rhythms = ['none', 'weekly', 'monthly'] as const;
export type Rhythm = (typeof rhythms)[number];

/** How it became known that somebody came: a helper ticked it, the code on the wall, a paper typed in later. */
export const ways = ['tick', 'code', 'sheet'] as const;
export type Way = (typeof ways)[number];

/** Takes the helper's place where somebody said it herself, by the code on the wall. */
export const oneself = 'self';

/** What a helper saw: does it alone, needs a reminder, not yet. */
export const skillMarks = ['alone', 'reminded', 'not-yet'] as const;
export type SkillMark = (typeof skillMarks)[number];

/** Sessions of classes: where, when, what, for whom. Never deleted: a session that fell through is cancelled. */
export const classSessions = table(
	'class_sessions',
	{
		id: text().primaryKey(),
		placeId: text()
			.notNull()
			.references(() => places.id),
		placePath: text().notNull(),
		startsAt: instant().notNull(),
		/** A course of the catalogue or one of its lessons; the content goes its own ways, so there is no foreign key. */
		courseId: text(),
		lessonId: text(),
		/** What it is about, in words. */
		topic: text(),
		/** For whom, in words. */
		audience: text(),
		rhythm: text().$type<Rhythm>().notNull(),
		/** How long it lasts; null where nobody said: then as long as the rules say. */
		minutes: integer(),
		/** What hangs on the wall; good only while the session is on: see class-times.ts. */
		code: text().notNull(),
		/** What to do next time. */
		nextTime: text(),
		/** The session that this one follows, by its rhythm. */
		followsId: text().references((): PgColumn => classSessions.id),
		madeBy: text()
			.notNull()
			.references(() => accounts.id),
		madeAt: instant().notNull(),
		cancelledAt: instant()
	},
	(row) => [
		uniqueIndex('class_sessions_code').on(row.code),
		index('class_sessions_place').on(row.placePath, row.startsAt),
		index('class_sessions_starts').on(row.startsAt, row.id),
		index('class_sessions_follows').on(row.followsId)
	]
);

/** Who came: a learner, or a name written in for somebody without an account. One row a person and session. */
export const attendances = table(
	'attendances',
	{
		id: text().primaryKey(),
		sessionId: text()
			.notNull()
			.references(() => classSessions.id),
		learnerId: text().references(() => learners.id),
		/** As written in; a learner with an account has her own. */
		name: text(),
		birthYear: integer(),
		/** Tells people of one session apart, so that nobody is there twice: see person-key.ts. */
		personKey: text().notNull(),
		firstAt: instant().notNull()
	},
	(row) => [
		uniqueIndex('attendances_person').on(row.sessionId, row.personKey),
		index('attendances_learner').on(row.learnerId)
	]
);

/** Who says that she came, how, and what was seen of her skill; two helpers' words stand side by side. */
export const attendanceTicks = table(
	'attendance_ticks',
	{
		attendanceId: text()
			.notNull()
			.references(() => attendances.id),
		/** The account of the helper, or `oneself`. */
		taker: text().notNull(),
		way: text().$type<Way>().notNull(),
		mark: text().$type<SkillMark>(),
		at: instant().notNull()
	},
	(row) => [primaryKey({ columns: [row.attendanceId, row.taker] })]
);

/**
 * What a helper saw in class: how somebody who was there managed one check question of a lesson. Two helpers' marks
 * stand side by side. It is never an answer of hers: what she answers herself lies in `learn`.
 */
export const classMarks = table(
	'class_marks',
	{
		attendanceId: text()
			.notNull()
			.references(() => attendances.id),
		/** The content goes its own ways, so there are no foreign keys. */
		courseId: text().notNull(),
		lessonId: text().notNull(),
		questionId: text().notNull(),
		/** The account of the helper. */
		taker: text().notNull(),
		mark: text().$type<SkillMark>().notNull(),
		at: instant().notNull()
	},
	(row) => [primaryKey({ columns: [row.attendanceId, row.lessonId, row.questionId, row.taker] })]
);

/** Photos of a session: as evidence that it was held. What they show lies in the file store under its hash. */
export const classPhotos = table(
	'class_photos',
	{
		id: text().primaryKey(),
		sessionId: text()
			.notNull()
			.references(() => classSessions.id),
		fileHash: text().notNull(),
		previewHash: text().notNull(),
		width: integer().notNull(),
		height: integer().notNull(),
		/** The helper says that faces can be recognised: then only officers see it, and each look is written down. */
		faces: flag().notNull(),
		addedBy: text()
			.notNull()
			.references(() => accounts.id),
		addedAt: instant().notNull()
	},
	(row) => [
		uniqueIndex('class_photos_file').on(row.sessionId, row.fileHash),
		index('class_photos_hash').on(row.fileHash),
		index('class_photos_preview').on(row.previewHash)
	]
);

/** What a rule is about: the place as a whole, or each village in it. */
export const ruleCovers = ['place', 'villages'] as const;
export type RuleCovers = (typeof ruleCovers)[number];

/** How often classes are to be held in a place; plans differ, so it is data. */
export const classRules = table(
	'class_rules',
	{
		placeId: text()
			.notNull()
			.references(() => places.id),
		placePath: text().notNull(),
		covers: text().$type<RuleCovers>().notNull(),
		rhythm: text().$type<Rhythm>().notNull(),
		/** Days in Viet Nam: counted from this one on; the least number is to be reached by the end of the other. */
		since: text().notNull(),
		minimum: integer(),
		minimumBy: text(),
		setBy: text()
			.notNull()
			.references(() => accounts.id),
		setAt: instant().notNull()
	},
	(row) => [primaryKey({ columns: [row.placeId, row.covers] }), index('class_rules_place').on(row.placePath)]
);

/**
 * Names that were written in, of which a helper said later whose they are; what is needed to take that back. Deleted
 * when it is taken back, or when that is no longer possible.
 */
export const recognisedNames = table(
	'recognised_names',
	{
		id: text().primaryKey(),
		sessionId: text()
			.notNull()
			.references(() => classSessions.id),
		learnerId: text()
			.notNull()
			.references(() => learners.id),
		/** As written in. */
		name: text().notNull(),
		birthYear: integer(),
		/** What was said of the name alone: see recognised/unite-words.ts. */
		recall: json<unknown>().notNull(),
		saidBy: text()
			.notNull()
			.references(() => accounts.id),
		saidAt: instant().notNull()
	},
	(row) => [
		index('recognised_names_session').on(row.sessionId, row.saidAt),
		index('recognised_names_learner').on(row.learnerId),
		index('recognised_names_age').on(row.saidAt)
	]
);

export { consenters, helpedLearners, learnerCards } from './helped/tables.ts';
export { accountUnions, helpedMerges } from './doubles/tables.ts';
export { teamInvitations, teamMembers, teams } from './teams/tables.ts';
export { entryKinds, helpEntries } from './visits/tables.ts';
export { householdMembers, households } from './families/tables.ts';
