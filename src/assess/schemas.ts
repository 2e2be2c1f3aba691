import { Type, type Static, type TSchema } from 'typebox';

const Text = Type.String();
const Html = Type.String({ description: 'Sanitised HTML.' });
const Instant = Type.String({ format: 'date-time' });
const Id = Type.String({ minLength: 1, maxLength: 100 });
const id = Text;
const stem = Html;

/** What was filled in: the values of each field of the question, by its name. */
const Response = Type.Record(
	Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
	Type.Array(Type.String({ maxLength: 200 }), { maxItems: 20 }),
	{ maxProperties: 30 }
);

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const FieldOption = Type.Object({
	id: Text,
	text: Html,
	area: Type.Optional(Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()]))
});

/** One thing to fill in or choose. */
const Field = Type.Object({
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
	picture: Nullable(Text)
});

export const CourseParams = Type.Object({ courseId: Id });
export const AttemptParams = Type.Object({ id: Id });
export const AnswerParams = Type.Object({ id: Id, questionId: Id });

/** What was filled in; `optionId` is the short way where one option is chosen. */
export const NewAnswer = Type.Union([
	Type.Object({ response: Response }, { additionalProperties: false }),
	Type.Object({ optionId: Id }, { additionalProperties: false })
]);

/** No body, or an empty one. */
export const Nothing = Type.Union([Type.Object({}, { additionalProperties: false }), Type.Null()]);

/** Nothing at all, or whether to finish with questions left open. */
export const Finish = Type.Union([
	Type.Object({ finishUnanswered: Type.Optional(Type.Boolean()) }, { additionalProperties: false }),
	Type.Null()
]);

/** An attempt while it lasts: nothing here tells which option is right. */
export const AttemptView = Type.Object({
	id: Text,
	courseId: Text,
	courseTitle: Text,
	startedAt: Instant,
	finishedAt: Type.Union([Instant, Type.Null()]),
	questions: Type.Array(Type.Object({ id, type: Text, stem, fields: Type.Array(Field), response: Nullable(Response) })),
	answered: Type.Integer(),
	total: Type.Integer()
});
export type AttemptView = Static<typeof AttemptView>;

export const KeptAnswer = Type.Object({ response: Response, answered: Type.Integer(), total: Type.Integer() });
export type KeptAnswer = Static<typeof KeptAnswer>;

const LessonLink = Type.Object({
	id: Text,
	title: Text,
	href: Type.String({ description: 'An address of the site, without the language.' })
});

const ReviewedField = Type.Object({
	...Field.properties,
	options: Type.Array(
		Type.Object({ ...FieldOption.properties, chosen: Type.Boolean(), correct: Type.Boolean(), explanation: Html })
	),
	given: Nullable(Text),
	right: Type.Boolean(),
	solution: Nullable(Html)
});

export const AttemptResult = Type.Object({
	id: Text,
	courseId: Text,
	courseTitle: Text,
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
			id,
			type: Text,
			stem,
			fields: Type.Array(ReviewedField),
			answered: Type.Boolean(),
			correct: Type.Boolean({ description: 'Wholly right.' }),
			points: Type.Number({ description: 'What the answer is worth, from 0 to 1.' }),
			lesson: Type.Union([LessonLink, Type.Null()])
		})
	),
	review: Type.Array(LessonLink, { description: 'The lessons worth reading again, in the order of the course.' }),
	recordOffer: Type.Boolean({ description: 'Whether a completion record can be collected for this attempt.' })
});
export type AttemptResult = Static<typeof AttemptResult>;
