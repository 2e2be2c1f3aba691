import { Type, type Static, type TSchema } from 'typebox';

const Text = Type.String();
const Html = Type.String({ description: 'Sanitised HTML.' });
const Instant = Type.String({ format: 'date-time' });
const Count = Type.Integer();
const Id = Type.String({ minLength: 1, maxLength: 100 });
const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const closed = { additionalProperties: false };

export const PaperParams = Type.Object({ id: Id });
export const PaperQuery = Type.Object({
	code: Type.Optional(Type.String({ maxLength: 40, description: 'Only the paper that carries this code.' }))
});

export const NewPaper = Type.Object(
	{
		testId: Type.Optional(Id),
		courseId: Type.Optional(Type.String({ ...Id, description: 'The quiz of this course, in place of a test.' })),
		placeId: Id,
		versions: Type.Optional(Type.Integer({ minimum: 1, maximum: 4 }))
	},
	closed
);
export type NewPaper = Static<typeof NewPaper>;

const Written = Type.Object(
	{
		number: Type.Integer({ minimum: 1, maximum: 200 }),
		field: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
		written: Type.String({ maxLength: 200, description: 'A letter or number that stands for an option, or words.' })
	},
	closed
);
/** One sheet as a supervisor types it in. */
export const NewSheet = Type.Object(
	{
		key: Type.String({ pattern: '^[0-9a-f-]{36}$', description: 'Sent twice under one key it is one sheet.' }),
		code: Type.String({ minLength: 1, maxLength: 40 }),
		helpedId: Type.Optional(Type.String({ ...Id, description: 'Whose it is, where a helper wrote her down.' })),
		name: Type.Optional(Type.String({ maxLength: 80, description: 'Whose it is, where nobody did.' })),
		identityChecked: Type.Optional(Type.Boolean()),
		retakeAllowed: Type.Optional(Type.Boolean({ description: 'Whether who took it lately may again; it is kept.' })),
		answers: Type.Array(Written, { maxItems: 1000 })
	},
	closed
);
export type NewSheet = Static<typeof NewSheet>;
export const VoidSheet = Type.Object({ attemptId: Id, reason: Type.String({ maxLength: 300 }) }, closed);

const about = {
	id: Text,
	title: Text,
	purpose: Type.Unsafe<'quiz' | 'placement' | 'final' | 'follow-up'>(Text),
	place: Type.Object({ id: Text, name: Text }),
	madeAt: Instant,
	examQuestions: Type.Integer({ description: 'How many of its questions are of the exam bank.' }),
	codes: Type.Array(Text, { description: 'Of its versions, in their order.' })
};
export const PaperList = Type.Object({ papers: Type.Array(Type.Object(about)) });
export type PaperList = Static<typeof PaperList>;

const Pass = Type.Object({
	name: Nullable(Type.String({ description: 'The level; null where there is only passing.' })),
	needed: Count
});

const Sheet = Type.Object({
	attemptId: Text,
	code: Text,
	name: Nullable(Text),
	typedAt: Instant,
	score: Count,
	total: Count,
	passed: Type.Boolean(),
	level: Nullable(Text),
	identityChecked: Type.Boolean(),
	voidReason: Nullable(Text)
});
/** What has to be typed in of a question: its fields and what may stand there. Neither its words nor its key. */
const Blank = Type.Object({
	number: Count,
	fields: Type.Array(
		Type.Object({
			name: Text,
			control: Type.Unsafe<'one' | 'many' | 'pick' | 'text' | 'number'>(Text),
			marks: Type.Array(Text, { description: 'Letters or numbers that may stand there; empty where words do.' })
		})
	)
});
/** A paper with the sheets that were typed in, as its supervisors see it. */
export const PaperView = Type.Object({
	...about,
	minutes: Nullable(Count),
	passes: Type.Array(Pass),
	versions: Type.Array(Type.Object({ code: Text, questions: Type.Array(Blank) })),
	sheets: Type.Array(Sheet)
});
export type PaperView = Static<typeof PaperView>;

const Option = Type.Object({
	id: Text,
	mark: Text,
	text: Html,
	area: Type.Optional(Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()])),
	goesTo: Type.Optional(Nullable(Type.Integer({ description: 'The field that comes next, from 1; null: it ends.' })))
});
const Field = Type.Object({
	name: Text,
	control: Type.Unsafe<'one' | 'many' | 'pick' | 'text' | 'number'>(Text),
	label: Nullable(Html),
	unit: Nullable(Text),
	exhibit: Nullable(Html),
	options: Type.Array(Option)
});
const Question = Type.Object({
	number: Count,
	id: Text,
	type: Text,
	stem: Html,
	hint: Nullable(Text),
	fields: Type.Array(Field)
});
const Part = Type.Object({
	name: Nullable(Type.String({ description: 'Of a second stage: A, B, C; null for the first, or the only one.' })),
	from: Nullable(Count),
	to: Nullable(Type.Integer({ description: 'It follows so many right answers in the first stage.' })),
	questions: Type.Array(Question)
});
/** What is printed for those who take it: never a key. */
export const PaperSheets = Type.Object({
	...about,
	minutes: Nullable(Count),
	versions: Type.Array(Type.Object({ code: Text, parts: Type.Array(Part) }))
});
export type PaperSheets = Static<typeof PaperSheets>;

const Measure = Type.Object({ points: Count, error: Count });
const LessonLink = Type.Object({ title: Text, href: Text });
const Answer = Type.Object({
	label: Nullable(Html),
	right: Type.Array(Text, { description: 'The letters or numbers; empty where words are written.' }),
	text: Type.Array(Html, { description: 'What they stand for, or what is to be written.' }),
	explanations: Type.Array(Html)
});
const Keyed = Type.Object({
	number: Count,
	id: Text,
	hint: Nullable(Type.String({ description: 'How its parts count.' })),
	answers: Type.Array(Answer),
	lesson: Nullable(LessonLink)
});
/** How a placement in two stages is scored by hand. */
const Tables = Type.Object({
	questions: Count,
	routing: Type.Array(Type.Object({ right: Count, ...Measure.properties, part: Text })),
	parts: Type.Array(
		Type.Object({
			...{ name: Text, from: Count, to: Count, target: Count },
			rows: Type.Array(Type.Object({ right: Count, standings: Type.Array(Measure) }))
		})
	),
	lessons: Type.Array(Type.Object({ ...LessonLink.properties, points: Count })),
	advice: Type.Array(Type.Object({ from: Count, to: Count, lessons: Type.Array(LessonLink) }))
});
export const PaperKey = Type.Object({
	...about,
	passes: Type.Array(Pass),
	total: Count,
	versions: Type.Array(Type.Object({ code: Text, questions: Type.Array(Keyed) })),
	stages: Nullable(Tables)
});
export type PaperKey = Static<typeof PaperKey>;
