import { Type, type Static, type TProperties } from 'typebox';
import { skillMarks } from '../tables.ts';

const strict = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false });
const Text = Type.String();
const Named = Type.Object({ id: Text, name: Text });
const Id = Type.String({ minLength: 1, maxLength: 100 });
const Mark = Type.Enum(skillMarks);

/** More than any class has, and than any lesson asks. */
const mostPeople = 500;
const mostQuestions = 100;

export const MarksParams = strict({ id: Id });
export const AnswerParams = strict({ id: Id, questionId: Id });

export const NewMarks = strict({
	/** Of the session’s list, each once. */
	people: Type.Array(Id, { minItems: 1, maxItems: mostPeople, uniqueItems: true }),
	questions: Type.Array(
		strict({
			courseId: Id,
			lessonId: Id,
			questionId: Id,
			/** One for each of `people`, in their order; null takes back what one said before. */
			marks: Type.Array(Type.Union([Mark, Type.Null()]), { minItems: 1, maxItems: mostPeople })
		}),
		{ minItems: 1, maxItems: mostQuestions }
	)
});
export type NewMarks = Static<typeof NewMarks>;

const MarkView = Type.Object({
	attendanceId: Text,
	questionId: Text,
	mark: Mark,
	/** The helper's name; null where the account is closed. */
	by: Type.Union([Text, Type.Null()]),
	mine: Type.Boolean()
});
export const ClassMarks = Type.Object({
	lessons: Type.Array(
		Type.Object({
			course: Named,
			lesson: Named,
			/** In the lesson's order; what it no longer asks comes last, by its id. */
			questions: Type.Array(Type.Object({ id: Text, stem: Type.String({ description: 'Sanitised HTML.' }) })),
			marks: Type.Array(MarkView)
		})
	)
});
export type ClassMarks = Static<typeof ClassMarks>;

/** Which answer is right, for showing it to a class. */
export const ShownAnswer = Type.Object({
	optionId: Text,
	explanation: Type.String({ description: 'Sanitised HTML.' })
});
export type ShownAnswer = Static<typeof ShownAnswer>;

/** How often each mark was given. */
const Counts = Type.Object({ alone: Type.Integer(), reminded: Type.Integer(), notYet: Type.Integer() });
export const LearntInClass = Type.Object({
	/** The newest first; a lesson of a session each. */
	lessons: Type.Array(
		Type.Object({
			startsAt: Type.String({ format: 'date-time' }),
			place: Named,
			course: Named,
			lesson: Named,
			marks: Counts
		})
	)
});
export type LearntInClass = Static<typeof LearntInClass>;
