import { Type, type Static, type TProperties } from 'typebox';
import { organisationKinds } from '../../places/index.ts';
import { managers } from '../who-may.ts';
import { assignmentStates, dutyStates, targetKinds } from './tables.ts';

const strict = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false });
const Text = Type.String();
const TextOrNull = Type.Union([Type.String(), Type.Null()]);
const IntegerOrNull = Type.Union([Type.Integer(), Type.Null()]);
const Instant = Type.String({ format: 'date-time' });
const Id = Type.String({ minLength: 1, maxLength: 100 });
/** What people type comes in wide; the rules then say all that is wrong with it at once, in words. */
const Typed = Type.String({ maxLength: 2000 });
const Version = Type.Integer({ minimum: 0, maximum: 1_000_000 });

export const OneId = strict({ id: Id });

export const TypedTarget = strict({
	kind: Type.Enum([...targetKinds]),
	placeId: Id,
	/** Only organisations of this kind there; without it all. */
	organisationKind: Type.Optional(Type.Enum([...organisationKinds])),
	position: Type.Optional(Typed),
	learnerId: Type.Optional(Id)
});
export type TypedTarget = Static<typeof TypedTarget>;

export const TypedAssignment = strict({
	placeId: Type.String({ maxLength: 100 }),
	title: Typed,
	reason: Typed,
	document: Type.Optional(Typed),
	required: Type.Boolean(),
	startsOn: Typed,
	dueOn: Typed,
	/** Without it the due day itself. */
	finalOn: Type.Optional(Typed),
	graceDays: Type.Optional(Type.Number()),
	passPercent: Type.Optional(Type.Number()),
	renewMonths: Type.Optional(Type.Number()),
	testAlone: Type.Boolean(),
	/** Courses by their ids, tests as `test:<id>`, programmes as `programme:<id>`: these bring in their courses. */
	items: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 100 }),
	targets: Type.Array(TypedTarget, { maxItems: 200 })
});
export type TypedAssignment = Static<typeof TypedAssignment>;
export const ChangedAssignment = strict({ ...TypedAssignment.properties, version: Version });
export type ChangedAssignment = Static<typeof ChangedAssignment>;

export const Sending = strict({ version: Version });
export const Withdrawing = strict({ reason: Typed });
export const NewDue = strict({ version: Version, dueOn: Typed, finalOn: Type.Optional(Typed) });
export type NewDue = Static<typeof NewDue>;
export const OwnDeadline = strict({ placeId: Id, dueOn: Typed, reason: Typed });
export type OwnDeadline = Static<typeof OwnDeadline>;

const Place = Type.Object({ id: Text, name: Text });
const summary = {
	id: Text,
	title: Text,
	place: Place,
	state: Type.Enum([...assignmentStates]),
	required: Type.Boolean(),
	dueOn: Text,
	/** Within the places of whoever asks. */
	duties: Type.Object({ all: Type.Integer(), open: Type.Integer(), waiting: Type.Integer() })
};
export const AssignmentList = Type.Object({ assignments: Type.Array(Type.Object(summary)), next: TextOrNull });
export type AssignmentList = Static<typeof AssignmentList>;

export const AssignmentView = Type.Object({
	...summary,
	version: Type.Integer(),
	reason: Text,
	document: TextOrNull,
	startsOn: Text,
	finalOn: Text,
	graceDays: Type.Integer(),
	passPercent: IntegerOrNull,
	renewMonths: IntegerOrNull,
	testAlone: Type.Boolean(),
	items: Type.Array(Type.Object({ subject: Text, title: Text, programme: TextOrNull, published: Type.Boolean() })),
	targets: Type.Array(
		Type.Object({
			kind: Type.Enum([...targetKinds]),
			place: Place,
			organisationKind: Type.Union([Type.Enum([...organisationKinds]), Type.Null()]),
			position: TextOrNull,
			learnerId: TextOrNull
		})
	),
	deadlines: Type.Array(Type.Object({ place: Place, dueOn: Text, reason: Text })),
	madeBy: TextOrNull,
	sentBy: TextOrNull,
	sentAt: Type.Union([Instant, Type.Null()]),
	withdrawnReason: TextOrNull,
	/** Whether whoever asks may change it; else she reads it, or sets the due day of a place of hers. */
	mine: Type.Boolean(),
	/** The places below it for which she may set a due day. */
	ownPlaces: Type.Array(Place)
});
export type AssignmentView = Static<typeof AssignmentView>;

export const Reach = Type.Object({
	/** Each person once. */
	people: Type.Integer(),
	places: Type.Array(Type.Object({ place: Place, people: Type.Integer() })),
	/** The first fifty. */
	names: Type.Array(Text)
});
export type Reach = Static<typeof Reach>;

export const PlaceSearch = strict({
	/** A part of a name, with or without marks; an old name finds the place of today. */
	query: Type.Optional(Type.String({ maxLength: 100 })),
	/** Those that were chosen before, to be called by their names again. */
	chosen: Type.Optional(Type.Array(Id, { maxItems: 500 }))
});
export type PlaceSearch = Static<typeof PlaceSearch>;
const PickedPlace = Type.Object({
	id: Text,
	name: Text,
	within: TextOrNull,
	organisation: Type.Boolean(),
	/** Old names by which a search found it. */
	formerly: Type.Array(Text)
});
export const FoundPlaces = Type.Object({
	places: Type.Array(PickedPlace),
	more: Type.Boolean(),
	chosen: Type.Array(PickedPlace)
});
export type FoundPlaces = Static<typeof FoundPlaces>;
export const PeopleSearch = strict({
	/** A part of a name, with or without marks. */
	query: Type.Optional(Type.String({ maxLength: 100 })),
	/** Those who were chosen before, to be called by their names again. */
	chosen: Type.Optional(Type.Array(strict({ placeId: Id, learnerId: Id }), { maxItems: 200 }))
});
export type PeopleSearch = Static<typeof PeopleSearch>;
const PickedPerson = Type.Object({
	learnerId: Text,
	placeId: Text,
	name: Text,
	birthYear: IntegerOrNull,
	unit: Text,
	position: TextOrNull
});
export type PickedPerson = Static<typeof PickedPerson>;
export const FoundPeople = Type.Object({
	people: Type.Array(PickedPerson),
	more: Type.Boolean(),
	chosen: Type.Array(PickedPerson)
});
export type FoundPeople = Static<typeof FoundPeople>;
export const ListQuery = strict({ after: Type.Optional(Id) });
export const DutiesQuery = strict({
	show: Type.Optional(Type.Enum(['all', 'open', 'waiting'])),
	after: Type.Optional(Id),
	/** A part of a name: only those, and no pages of them. */
	query: Type.Optional(Type.String({ maxLength: 100 }))
});
export type DutiesQuery = Static<typeof DutiesQuery>;

/** As what somebody asks, and where she is that; null where she is it no more. */
export const Asker = Type.Union([Type.Object({ role: Type.Enum([...managers]), place: Text }), Type.Null()]);

const duty = {
	id: Text,
	subject: Text,
	title: Text,
	state: Type.Enum([...dutyStates]),
	dueOn: Text,
	percent: IntegerOrNull,
	settledAt: Type.Union([Instant, Type.Null()]),
	validUntil: TextOrNull,
	/** Why it was waived, or why what was handed in does not count. */
	reason: TextOrNull,
	/** What she handed in from elsewhere. */
	evidence: TextOrNull,
	/** What was handed in waits for somebody's word. */
	waiting: Type.Boolean(),
	/** How it was done, told to her as to those in charge. */
	honesty: Type.Union([
		Type.Object({
			assurance: TextOrNull,
			helped: Type.Union([Type.Boolean(), Type.Null()]),
			attempts: Type.Integer(),
			minutes: Type.Integer(),
			finishedAt: Instant
		}),
		Type.Null()
	])
};
export const DutyList = Type.Object({
	duties: Type.Array(Type.Object({ ...duty, name: Text, place: Text })),
	next: TextOrNull
});
export type DutyList = Static<typeof DutyList>;

export const Waiving = strict({ reason: Typed });
export const HandingIn = strict({ what: Typed, where: Typed });
export type HandingIn = Static<typeof HandingIn>;
export const Verdict = strict({ accept: Type.Boolean(), reason: Type.Optional(Typed) });
export type Verdict = Static<typeof Verdict>;

export const OwnDuty = Type.Object({
	...duty,
	assignment: Text,
	why: Text,
	document: TextOrNull,
	required: Type.Boolean(),
	/** The organisation in whose name it is asked. */
	by: Text,
	asker: Asker,
	startsOn: Text,
	/** The due day as it was before somebody changed it. */
	dueWas: TextOrNull,
	/** Below zero: so many days late. Days of grace are not late yet. */
	daysLeft: Type.Integer(),
	late: Type.Boolean(),
	round: Type.Integer(),
	/** In pieces of ten minutes; null where nobody knows. */
	pieces: IntegerOrNull,
	lessons: Type.Union([Type.Object({ done: Type.Integer(), total: Type.Integer() }), Type.Null()]),
	/** Where it is learnt, and where the test can be taken at once. */
	href: TextOrNull,
	testHref: TextOrNull,
	/** The test is passed, and lessons that are asked for as well are not done. */
	lessonsLeft: Type.Boolean()
});
export type OwnDuty = Static<typeof OwnDuty>;
export const OwnDuties = Type.Object({ duties: Type.Array(OwnDuty) });
export type OwnDuties = Static<typeof OwnDuties>;

/** The language of the page whose file it is; otherwise the reader’s. */
export const CalendarQuery = strict({ lang: Type.Optional(Type.Enum(['vi', 'en'])) });

export const OwnStanding = Type.Object({
	open: Type.Integer(),
	late: Type.Integer(),
	/** The same in a sentence. */
	headline: Text
});
export type OwnStanding = Static<typeof OwnStanding>;
