import { Type, type Static, type TSchema } from 'typebox';
import { OfPage } from '../learn/index.ts';
import type { AttemptPurpose } from './tables.ts';

const Text = Type.String();
const Html = Type.String({ description: 'Sanitised HTML.' });
const Instant = Type.String({ format: 'date-time' });
const Id = Type.String({ minLength: 1, maxLength: 100 });
const id = Text;
const stem = Html;

/** What was filled in: the values of each field of the question, by its name. */
export const Response = Type.Record(
	Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
	Type.Array(Type.String({ maxLength: 200 }), { maxItems: 20 }),
	{ maxProperties: 30 }
);

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const FieldOption = Type.Object({
	id: Text,
	text: Html,
	area: Type.Optional(Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()])),
	leadsTo: Type.Optional(Nullable(Text))
});

/** One thing to fill in or choose. */
export const Field = Type.Object({
	name: Text,
	control: Type.Union([
		Type.Literal('one'),
		Type.Literal('many'),
		Type.Literal('text'),
		Type.Literal('number'),
		Type.Literal('pick')
	]),
	label: Nullable(Html),
	options: Type.Array(FieldOption),
	unit: Nullable(Text),
	exhibit: Nullable(Html)
});

export const Asked = {
	...{ id, type: Text, stem },
	hint: Nullable(Type.String({ description: 'What to do and how parts count.' }))
};

export const CourseParams = Type.Object({ courseId: Id });
export const AttemptParams = Type.Object({ id: Id });
export const AnswerParams = Type.Object({ id: Id, questionId: Id });

/** Whose page a form was on. */
const ofPage = { whose: Type.Optional(OfPage) };

/** What was filled in; `optionId` is the short way where one option is chosen. */
export const NewAnswer = Type.Union([
	Type.Object({ response: Response, ...ofPage }, { additionalProperties: false }),
	Type.Object({ optionId: Id, ...ofPage }, { additionalProperties: false }),
	Type.Object({ dontKnow: Type.Literal(true), ...ofPage }, { additionalProperties: false })
]);

/** No body, or an empty one. */
export const Nothing = Type.Union([Type.Object({}, { additionalProperties: false }), Type.Null()]);

/** Nothing at all, or whether to finish with questions left open. */
export const Finish = Type.Union([
	Type.Object({ finishUnanswered: Type.Optional(Type.Boolean()), ...ofPage }, { additionalProperties: false }),
	Type.Null()
]);

export const ReviewedField = Type.Object({
	...Field.properties,
	options: Type.Array(
		Type.Object({ ...FieldOption.properties, chosen: Type.Boolean(), correct: Type.Boolean(), explanation: Html })
	),
	given: Nullable(Text),
	right: Type.Boolean(),
	solution: Nullable(Html),
	explanation: Html
});

export const points = Type.Number({ description: 'What the answer is worth, from 0 to 1.' });
const purpose = Type.Unsafe<AttemptPurpose>(
	Type.Union((['quiz', 'placement', 'final', 'follow-up'] as const).map((each) => Type.Literal(each)))
);
const about = {
	purpose,
	courseId: Nullable(Text),
	testId: Nullable(Text),
	courseTitle: Type.String({ description: 'The title of the course, or of the test.' }),
	home: Type.String({ description: 'Where it was begun: an address of the site, without the language.' })
};

/** An attempt while it lasts: nothing here tells which option is right, but where a test tells each answer at once. */
export const AttemptView = Type.Object({
	id: Text,
	...about,
	startedAt: Instant,
	finishedAt: Type.Union([Instant, Type.Null()]),
	questions: Type.Array(
		Type.Object({
			...Asked,
			fields: Type.Array(Field),
			response: Nullable(Response),
			fixed: Type.Boolean({ description: 'Whether the answer can’t be another one any more.' }),
			review: Nullable(Type.Object({ fields: Type.Array(ReviewedField), correct: Type.Boolean(), points }))
		})
	),
	answered: Type.Integer(),
	total: Type.Integer({ description: 'How many questions there are by now.' }),
	most: Type.Integer({ description: 'How many it may become; the same as `total` where all are there.' }),
	allOnOnePage: Type.Boolean(),
	answersStay: Type.Boolean({ description: 'Whether answers that were sent may stay as they are.' }),
	closesAt: Nullable(Instant),
	minutesLeft: Nullable(Type.Integer()),
	paused: Type.Boolean()
});
export type AttemptView = Static<typeof AttemptView>;

export const KeptAnswer = Type.Object({ response: Response, answered: Type.Integer(), total: Type.Integer() });
export type KeptAnswer = Static<typeof KeptAnswer>;

export const LessonLink = Type.Object({
	id: Text,
	title: Text,
	href: Type.String({ description: 'An address of the site, without the language.' })
});

const measure = {
	points: Type.Integer({ description: 'From 0 to 100; 50 is the middle of those who come for the first time.' }),
	error: Type.Integer({ description: 'Two times in three the truth is no farther away.' })
};
const Level = Type.Object({ percent: Type.Integer(), name: Text });

/** What a test found out, beside right and wrong. */
const Findings = Type.Object({
	level: Nullable(Level),
	levels: Type.Array(Level),
	assurance: Text,
	whole: Nullable(Type.Object(measure)),
	gain: Nullable(Type.Object({ ...measure, since: Instant })),
	profile: Type.Array(Type.Object({ code: Text, name: Text, ...measure, asked: Type.Integer() }), {
		description: 'One line for each group of skills that was measured; no other is here.'
	}),
	suggestions: Type.Array(
		Type.Object({ href: Text, title: Text, reason: Type.String({ description: 'Why, in a sentence.' }) })
	),
	retakeFrom: Nullable(Instant),
	voidReason: Nullable(Text)
});
export type Findings = Static<typeof Findings>;

export const AttemptResult = Type.Object({
	id: Text,
	...about,
	findings: Nullable(Findings),
	score: Type.Integer(),
	total: Type.Integer(),
	percent: Type.Integer({ description: 'Rounded down.' }),
	passPercent: Type.Integer(),
	needed: Type.Integer({ description: 'How many right answers pass.' }),
	passed: Type.Boolean(),
	finishedAt: Instant,
	message: Type.String({ description: 'A sentence for the reader: what came of it and what to do next.' }),
	questions: Type.Array(
		Type.Object({
			...Asked,
			fields: Type.Array(ReviewedField),
			answered: Type.Boolean(),
			correct: Type.Boolean({ description: 'Wholly right.' }),
			points,
			lesson: Type.Union([LessonLink, Type.Null()])
		})
	),
	review: Type.Array(LessonLink, { description: 'The lessons worth reading again, in the order of the course.' }),
	recordOffer: Type.Boolean({ description: 'Whether a completion record can be collected for this attempt.' })
});
export type AttemptResult = Static<typeof AttemptResult>;
