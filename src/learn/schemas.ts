import { Type, type Static } from 'typebox';
import { CheckQuestion } from '../catalog/index.ts';

const Text = Type.String();
const Html = Type.String({ description: 'Sanitised HTML.' });
const Id = Type.String({ minLength: 1, maxLength: 100 });
const Instant = Type.String({ format: 'date-time', maxLength: 40 });
const Message = Type.String({ description: 'A sentence for the reader: what happened and what to do next.' });
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()]);

export const LessonParams = Type.Object({ courseId: Id, lessonId: Id });

/** Sent by forms, and by pages with what waited: see identity/whose.ts. */
export const OfPage = Type.String({
	maxLength: 40,
	description:
		'Whose learning the page was opened for; refused when it is another’s. Empty for a page that says nobody’s name, refused where several learn on the device.'
});

export const NewCheckAnswer = Type.Object(
	{
		questionId: Id,
		optionId: Id,
		way: Type.Optional(Type.Union([Type.Literal('online'), Type.Literal('offline')])),
		openedAt: Type.Optional(
			Type.String({ ...Instant, description: 'Offline only: when the phone opened the lesson.' })
		),
		whose: Type.Optional(OfPage),
		answeredAt: Type.Optional(
			Type.String({ ...Instant, description: 'Offline only: when it was answered, by the phone.' })
		)
	},
	{ additionalProperties: false }
);
export type NewCheckAnswer = Static<typeof NewCheckAnswer>;

export const NewWay = Type.Object(
	{
		way: Type.Union([Type.Literal('listened'), Type.Literal('paper'), Type.Literal('helped')]),
		whose: Type.Optional(OfPage)
	},
	{ additionalProperties: false }
);

export const NextLink = Type.Object({
	kind: Type.Union([Type.Literal('lesson'), Type.Literal('quiz')]),
	href: Type.String({ description: 'An address of the site, without the language.' }),
	title: Text
});
export type NextLink = Static<typeof NextLink>;

const State = Type.Union([
	Type.Literal('not-started'),
	Type.Literal('answering'),
	Type.Literal('more-questions'),
	Type.Literal('done')
]);

export const LessonStanding = Type.Object({
	state: State,
	answered: Type.Integer({ description: 'How many of the lesson’s check questions are answered, right or wrong.' }),
	total: Type.Integer(),
	moreQuestions: Type.Array(CheckQuestion, {
		description: 'Further questions still to be answered so that the lesson counts.'
	}),
	next: orNull(NextLink),
	message: Message
});
export type LessonStanding = Static<typeof LessonStanding>;

export const CheckVerdict = Type.Object({
	questionId: Text,
	optionId: Text,
	correct: Type.Boolean(),
	message: Message,
	options: Type.Array(Type.Object({ id: Text, correct: Type.Boolean(), explanation: Html })),
	lesson: LessonStanding
});
export type CheckVerdict = Static<typeof CheckVerdict>;

export const OwnLesson = Type.Object({
	...LessonStanding.properties,
	answers: Type.Array(Type.Object({ questionId: Text, optionId: Text, correct: Type.Boolean() }))
});
export type OwnLesson = Static<typeof OwnLesson>;

export const NextStep = Type.Object({
	kind: Type.Union([
		Type.Literal('lesson'),
		Type.Literal('quiz'),
		Type.Literal('record'),
		Type.Literal('course'),
		Type.Literal('start')
	]),
	href: Type.String({ description: 'An address of the site, without the language.' }),
	title: Text,
	detail: Text
});
export type NextStep = Static<typeof NextStep>;

export const CourseProgress = Type.Object({
	courseId: Text,
	title: Text,
	lessonsDone: Type.Integer(),
	lessonsTotal: Type.Integer(),
	lessons: Type.Array(Type.Object({ lessonId: Text, state: State })),
	quiz: Type.Object({
		best: Type.Optional(Type.Object({ score: Type.Integer(), total: Type.Integer(), passed: Type.Boolean() })),
		openAttemptId: Type.Optional(Text)
	})
});
export type CourseProgress = Static<typeof CourseProgress>;

/** Courses she has begun, the one touched last first; a course that is not listed is not begun. */
export const Progress = Type.Object({
	learner: Type.Object({
		known: Type.Boolean(),
		whose: Type.Optional(
			orNull(Type.String({ description: 'A sign of whose learning this is, to be sent along with answers.' }))
		)
	}),
	courses: Type.Array(CourseProgress),
	next: NextStep
});
export type Progress = Static<typeof Progress>;

export const Whose = Type.Object({ whose: orNull(Type.String()) });
export type Whose = Static<typeof Whose>;

export const DeviceLearning = Type.Object({
	present: Type.Boolean(),
	lessonsDone: Type.Integer(),
	courses: Type.Array(Text, { description: 'Titles of the courses begun.' }),
	lastAt: orNull(Type.String({ format: 'date-time' }))
});
export type DeviceLearning = Static<typeof DeviceLearning>;
