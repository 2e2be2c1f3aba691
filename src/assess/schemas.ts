import { Type, type Static } from 'typebox';
import { CheckQuestion } from '../catalog/index.ts';

const Text = Type.String();
const Html = Type.String({ description: 'Sanitised HTML.' });
const Instant = Type.String({ format: 'date-time' });
const Id = Type.String({ minLength: 1, maxLength: 100 });
const { id, stem, options } = CheckQuestion.properties;

export const CourseParams = Type.Object({ courseId: Id });
export const AttemptParams = Type.Object({ id: Id });
export const AnswerParams = Type.Object({ id: Id, questionId: Id });

export const NewAnswer = Type.Object({ optionId: Id }, { additionalProperties: false });

/** No body, or an empty one. */
export const Nothing = Type.Union([Type.Object({}, { additionalProperties: false }), Type.Null()]);

/** Nothing at all, or whether to finish with questions left open. */
export const Finish = Type.Union([
	Type.Object({ finishUnanswered: Type.Optional(Type.Boolean()) }, { additionalProperties: false }),
	Type.Null()
]);

const OptionId = Type.Union([Text, Type.Null()], { description: 'The option chosen, or null.' });

/** An attempt while it lasts: nothing here tells which option is right. */
export const AttemptView = Type.Object({
	id: Text,
	courseId: Text,
	courseTitle: Text,
	startedAt: Instant,
	finishedAt: Type.Union([Instant, Type.Null()]),
	questions: Type.Array(Type.Object({ id, stem, options, answer: OptionId })),
	answered: Type.Integer(),
	total: Type.Integer()
});
export type AttemptView = Static<typeof AttemptView>;

export const KeptAnswer = Type.Object({ answer: Text, answered: Type.Integer(), total: Type.Integer() });
export type KeptAnswer = Static<typeof KeptAnswer>;

const LessonLink = Type.Object({
	id: Text,
	title: Text,
	href: Type.String({ description: 'An address of the site, without the language.' })
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
			stem,
			options: Type.Array(Type.Object({ id: Text, text: Html, correct: Type.Boolean(), explanation: Html })),
			answer: OptionId,
			correct: Type.Boolean(),
			lesson: Type.Union([LessonLink, Type.Null()])
		})
	),
	review: Type.Array(LessonLink, { description: 'The lessons worth reading again, in the order of the course.' }),
	recordOffer: Type.Boolean({ description: 'Whether a completion record can be collected for this attempt.' })
});
export type AttemptResult = Static<typeof AttemptResult>;
