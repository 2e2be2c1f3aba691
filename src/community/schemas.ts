import { Type, type Static, type TProperties } from 'typebox';
import { RecognisedName } from './recognised/schemas.ts';
import { rhythms, ruleCovers, skillMarks, ways } from './tables.ts';

const strict = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false });
const Text = Type.String();
const TextOrNull = Type.Union([Type.String(), Type.Null()]);
const Id = Type.String({ minLength: 1, maxLength: 100 });
const Instant = Type.String({ format: 'date-time' });
const Named = Type.Object({ id: Text, name: Text });
/** What people type comes in wide; the rules then say all that is wrong with it at once, in words. */
const Typed = Type.String({ maxLength: 2_000 });
const Mark = Type.Union([Type.Enum(skillMarks), Type.Null()]);

export const ClassParams = strict({ id: Id });
export const AttendanceParams = strict({ id: Id, attendanceId: Id });

const typedClass = {
	placeId: Id,
	/** A day and a time in Viet Nam: `2026-11-25`, `19:30`. */
	day: Type.String({ maxLength: 40 }),
	time: Type.String({ maxLength: 40 }),
	courseId: Type.Optional(Id),
	lessonId: Type.Optional(Id),
	topic: Type.Optional(Typed),
	audience: Type.Optional(Typed),
	rhythm: Type.Enum(rhythms),
	/** How long it lasts, 15 to 480. */
	minutes: Type.Optional(Type.Number())
};
export const ChangedClass = strict(typedClass);
export type TypedClass = Static<typeof ChangedClass>;
export const NewClass = strict({ ...typedClass, followsId: Type.Optional(Id) });
export type NewClass = Static<typeof NewClass>;

export const NextTime = strict({ note: Typed });

/** What anyone may know of a session; nobody's name. */
const shown = {
	id: Text,
	place: Named,
	startsAt: Instant,
	/** Before, during (an hour before its time to six hours after), after. */
	state: Type.Union([Type.Literal('early'), Type.Literal('on'), Type.Literal('over')]),
	topic: TextOrNull,
	course: Type.Union([Named, Type.Null()]),
	lesson: Type.Union([Named, Type.Null()]),
	audience: TextOrNull,
	rhythm: Type.Enum(rhythms),
	cancelled: Type.Boolean()
};
export const PublicClass = Type.Object(shown);
export type PublicClass = Static<typeof PublicClass>;
export const NearbyClasses = Type.Object({
	classes: Type.Array(PublicClass),
	/** What to ask the next page with as `after`; null when this was the last. */
	next: TextOrNull
});
export type NearbyClasses = Static<typeof NearbyClasses>;

const ClassSummary = Type.Object({
	...shown,
	came: Type.Integer(),
	/** How many photos show that it was held. */
	photos: Type.Integer()
});
export type ClassSummary = Static<typeof ClassSummary>;
export const ClassList = Type.Object({
	classes: Type.Array(ClassSummary),
	/** What to ask the next page with as `after`; null when this was the last. */
	next: TextOrNull
});
export type ClassList = Static<typeof ClassList>;

export const NearbyQuery = strict({ after: Type.Optional(Id) });

export const ClassQuery = strict({
	/** Coming or on, begun without anybody written down, or begun with. */
	when: Type.Union([Type.Literal('coming'), Type.Literal('open'), Type.Literal('past')]),
	after: Type.Optional(Id)
});
export type ClassQuery = Static<typeof ClassQuery>;

const Tick = Type.Object({
	/** The helper's name; null for the code on the wall and where the account is closed. */
	by: TextOrNull,
	mine: Type.Boolean(),
	way: Type.Enum(ways),
	mark: Mark
});
const Came = Type.Object({
	id: Text,
	/** Null for somebody who learns without an account and left no name. */
	name: TextOrNull,
	birthYear: Type.Union([Type.Integer(), Type.Null()]),
	kind: Type.Union([Type.Literal('account'), Type.Literal('helped'), Type.Literal('device'), Type.Literal('written')]),
	ticks: Type.Array(Tick),
	/** Names that were said to be hers, the latest first: that one is taken back first. */
	recognised: Type.Array(RecognisedName)
});
export type Came = Static<typeof Came>;

/** A session as those see it who hold classes there. */
export const ClassView = Type.Object({
	...shown,
	/** As it is written on the wall. */
	code: Text,
	minutes: Type.Integer(),
	people: Type.Array(Came),
	nextTime: TextOrNull,
	/** The session that follows by the rhythm: made already, or proposed. */
	following: Type.Union([Named, Type.Null()]),
	proposedAt: Type.Union([Instant, Type.Null()])
});
export type ClassView = Static<typeof ClassView>;

export const NewAttendance = strict({
	way: Type.Union([Type.Literal('tick'), Type.Literal('sheet')]),
	people: Type.Array(
		strict({
			/** Somebody with an account or whom a helper wrote down, or else a name; a name too for where she is gone. */
			accountId: Type.Optional(Id),
			helpedId: Type.Optional(Id),
			name: Type.Optional(Type.String({ maxLength: 400 })),
			birthYear: Type.Optional(Type.Number()),
			mark: Type.Optional(Mark)
		}),
		{ minItems: 1, maxItems: 100 }
	)
});
export type NewAttendance = Static<typeof NewAttendance>;
export const NewMark = strict({ mark: Mark });

export const PeopleQuery = strict({ query: Type.Optional(Type.String({ maxLength: 300 })) });
export const PeopleList = Type.Object({
	/** Each has an account, or was written down by a helper. */
	people: Type.Array(
		Type.Object({
			accountId: TextOrNull,
			helpedId: TextOrNull,
			name: Text,
			/** What tells a helped learner from another of her name. */
			apart: TextOrNull,
			birthYear: Type.Integer(),
			came: Type.Boolean()
		})
	),
	/** There are more than are listed: look for the name. */
	more: Type.Boolean()
});
export type PeopleList = Static<typeof PeopleList>;

export const HoldingPlaces = Type.Object({
	places: Type.Array(Type.Object({ id: Text, name: Text, kind: Text, within: TextOrNull })),
	more: Type.Boolean()
});
export type HoldingPlaces = Static<typeof HoldingPlaces>;

/** Wide enough for any way of writing a code. */
export const CodeParams = strict({ code: Type.String({ minLength: 1, maxLength: 200 }) });
export const OwnName = strict({ name: Type.Optional(Type.String({ maxLength: 400 })) });
/** A session as somebody sees it who stands before its code. */
export const WallView = Type.Object({
	...shown,
	code: Text,
	/** Whether she is in the list, and under which name. */
	came: Type.Boolean(),
	as: TextOrNull
});
export type WallView = Static<typeof WallView>;

const Day = Type.String({ description: 'A day in Viet Nam: `2026-11-25`.' });
export const NewRule = strict({
	placeId: Id,
	covers: Type.Enum(ruleCovers),
	rhythm: Type.Enum(rhythms),
	/** Counted from this day on. */
	since: Type.String({ maxLength: 40 }),
	/** The least number of sessions, to be reached by the end of a day. */
	minimum: Type.Optional(Type.Number()),
	minimumBy: Type.Optional(Type.String({ maxLength: 40 }))
});
export type NewRule = Static<typeof NewRule>;

export const RuleParams = strict({ placeId: Id, covers: Type.Enum(ruleCovers) });
export type RuleParams = Static<typeof RuleParams>;

export const GapQuery = strict({ placeId: Type.Optional(Id) });
const rule = {
	covers: Type.Enum(ruleCovers),
	rhythm: Type.Enum(rhythms),
	since: Day,
	minimum: Type.Union([Type.Integer(), Type.Null()]),
	minimumBy: Type.Union([Day, Type.Null()])
};
export const GapList = Type.Object({
	places: Type.Array(
		Type.Object({
			place: Named,
			within: TextOrNull,
			rule: Type.Object(rule),
			/** Sessions that somebody came to, since the rule's first day. */
			held: Type.Integer(),
			/** How many are lacking to the least number. */
			short: Type.Integer(),
			/** How many weeks or months are without, and the latest of them. */
			missing: Type.Integer(),
			latest: Type.Array(Type.Object({ from: Day, to: Day, waiting: Type.Boolean() }))
		})
	),
	more: Type.Boolean(),
	/** The rules that hold there. */
	rules: Type.Array(Type.Object({ ...rule, place: Named, mayRemove: Type.Boolean() }))
});
export type GapList = Static<typeof GapList>;

/** The course a helper finishes before she sees a list of people, and how far she has come. */
export const FieldLesson = Type.Object({
	course: Named,
	lessons: Type.Array(Type.Object({ id: Text, title: Text, done: Type.Boolean() })),
	done: Type.Boolean()
});
export type FieldLesson = Static<typeof FieldLesson>;

/** What differs from province to province, in the reader's language. */
export const CommunityRulesView = Type.Object({
	teamKinds: Type.Array(Named),
	sponsors: Type.Array(Named),
	procedures: Type.Array(Named),
	classMinutes: Type.Integer(),
	visitMinutes: Type.Integer(),
	deskMinutes: Type.Integer(),
	correctDays: Type.Integer(),
	digitalFamily: Type.Object({ course: Named, members: Type.Integer(), why: Text })
});
export type CommunityRulesView = Static<typeof CommunityRulesView>;
