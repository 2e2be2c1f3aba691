import { sql } from 'drizzle-orm';
import { accounts, learners } from '../../identity/tables.ts';
import { places, type OrganisationKind } from '../../places/tables.ts';
import {
	flag,
	index,
	instant,
	integer,
	primaryKey,
	table,
	text,
	uniqueIndex
} from '../../platform/persistence/columns.ts';

/** `sending`: people are being given it; `withdrawn`: nobody has to do it any more. */
export const assignmentStates = ['draft', 'sending', 'sent', 'withdrawn'] as const;
export type AssignmentState = (typeof assignmentStates)[number];

/** What an officer asks people to learn, by when, and why. */
export const assignments = table(
	'assignments',
	{
		id: text().primaryKey(),
		/** The place or organisation in whose name it is asked. */
		placeId: text()
			.notNull()
			.references(() => places.id),
		placePath: text().notNull(),
		title: text().notNull(),
		/** Why it is asked, in a sentence that its readers understand. */
		reason: text().notNull(),
		/** Number and date of the document that asks for it. */
		document: text(),
		/** Whether it must be done or is offered. */
		required: flag().notNull(),
		/** Calendar days in Viet Nam; a due day lasts to its end. */
		startsOn: text().notNull(),
		dueOn: text().notNull(),
		/** No organisation may put its own due day later than this. */
		finalOn: text().notNull(),
		/** For how many days after the due day it is not yet told as late. */
		graceDays: integer().notNull(),
		/** The share of right answers that is asked for; null: what the course or test itself asks. */
		passPercent: integer(),
		/** After how many months it has to be done again; null: once is enough. */
		renewMonths: integer(),
		/** "Biết rồi, thi luôn": the test alone is enough. */
		testAlone: flag().notNull(),
		state: text().$type<AssignmentState>().notNull(),
		/** Goes up by one with each change: two officers who change it at once don't overwrite each other. */
		version: integer().notNull(),
		madeBy: text()
			.notNull()
			.references(() => accounts.id),
		madeAt: instant().notNull(),
		sentBy: text().references(() => accounts.id),
		sentAt: instant(),
		withdrawnAt: instant(),
		withdrawnReason: text(),
		/** How far giving it out has come: the last person reached; a process that ends leaves it to the next. */
		reachedTo: text(),
		leasedUntil: instant()
	},
	(row) => [index('assignments_place').on(row.placePath, row.state), index('assignments_state').on(row.state)]
);

/** What is to be done: courses and tests as attempts know them (`course` or `test:<id>`), in their order. */
export const assignmentItems = table(
	'assignment_items',
	{
		assignmentId: text()
			.notNull()
			.references(() => assignments.id),
		position: integer().notNull(),
		subject: text().notNull(),
		/** The programme by which it came in; null where it was chosen itself. */
		programme: text()
	},
	(row) => [primaryKey({ columns: [row.assignmentId, row.subject] })]
);

/** `organisation`: whoever belongs there or below; `position`: those with such a position; `person`: one by one. */
export const targetKinds = ['organisation', 'position', 'person'] as const;
export type TargetKind = (typeof targetKinds)[number];

/** Whom it is given to. People who come later are reached too. */
export const assignmentTargets = table(
	'assignment_targets',
	{
		id: text().primaryKey(),
		assignmentId: text()
			.notNull()
			.references(() => assignments.id),
		kind: text().$type<TargetKind>().notNull(),
		placeId: text()
			.notNull()
			.references(() => places.id),
		placePath: text().notNull(),
		/** Only whoever belongs to an organisation of this kind; null: of any. */
		organisationKind: text().$type<OrganisationKind>(),
		/** Folded; for `position`. */
		position: text(),
		learnerId: text().references(() => learners.id)
	},
	(row) => [index('assignment_targets_of').on(row.assignmentId), index('assignment_targets_path').on(row.placePath)]
);

/** A due day of its own for an organisation and all below it. */
export const assignmentDeadlines = table(
	'assignment_deadlines',
	{
		assignmentId: text()
			.notNull()
			.references(() => assignments.id),
		placeId: text()
			.notNull()
			.references(() => places.id),
		placePath: text().notNull(),
		dueOn: text().notNull(),
		reason: text().notNull(),
		setBy: text()
			.notNull()
			.references(() => accounts.id),
		setAt: instant().notNull()
	},
	(row) => [primaryKey({ columns: [row.assignmentId, row.placeId] })]
);

/** `waived`: she need not, with a reason; `equivalent`: shown by a result elsewhere; `gone`: she left, or it was taken back. */
export const dutyStates = ['open', 'done', 'waived', 'equivalent', 'gone'] as const;
export type DutyState = (typeof dutyStates)[number];

/** One thing that one person is asked to do: a row for each item of an assignment, and for each time it comes round. */
export const duties = table(
	'duties',
	{
		id: text().primaryKey(),
		assignmentId: text()
			.notNull()
			.references(() => assignments.id),
		subject: text().notNull(),
		learnerId: text()
			.notNull()
			.references(() => learners.id),
		/** The organisation through which it reached her. */
		placeId: text()
			.notNull()
			.references(() => places.id),
		placePath: text().notNull(),
		/** 1, and one more with each renewal. */
		round: integer().notNull(),
		givenAt: instant().notNull(),
		/** From this day on it stands among what is to be done. */
		startsOn: text().notNull(),
		dueOn: text().notNull(),
		/** The due day as it was before it was changed; null: it never was. */
		dueWas: text(),
		required: flag().notNull(),
		state: text().$type<DutyState>().notNull(),
		/** When it was done, waived or shown. */
		settledAt: instant(),
		/** The attempt that did it. */
		attemptId: text(),
		/** Of what was asked, whole percents. */
		percent: integer(),
		/** The last day on which it counts; null: for good. */
		validUntil: text(),
		/** Why it was waived, or what shows it and where. */
		reason: text(),
		evidence: text(),
		settledBy: text().references(() => accounts.id)
	},
	(row) => [
		uniqueIndex('duties_once').on(row.assignmentId, row.subject, row.learnerId, row.round),
		index('duties_learner').on(row.learnerId, row.state, row.dueOn),
		index('duties_subject').on(row.subject, row.learnerId),
		index('duties_path').on(row.placePath, row.assignmentId),
		index('duties_renew').on(row.state, row.validUntil),
		index('duties_counted').on(row.assignmentId, row.state, row.placePath),
		// Handed in and not yet looked at: few of many.
		index('duties_waiting')
			.on(row.assignmentId)
			.where(sql`evidence is not null and settled_by is null`)
	]
);
