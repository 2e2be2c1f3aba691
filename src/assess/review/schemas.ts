import { Type, type Static } from 'typebox';
import { OfPage } from '../../learn/index.ts';
import { Asked, Field, LessonLink, Nullable, points, Response, ReviewedField } from '../schemas.ts';

const Day = Type.String({ description: 'A day in Viet Nam, such as 2026-11-26.' });
const Id = Type.String({ minLength: 1, maxLength: 100 });

const standing = {
	questions: Type.Integer({ description: 'How many there are to review at this sitting; 0 where nothing is due.' }),
	minutes: Type.Integer({ description: 'How long that takes, about.' }),
	answered: Type.Integer({ description: 'How many of this sitting were answered already.' }),
	nextOn: Nullable(Day)
};

export const ReviewStanding = Type.Object(standing);
export type ReviewStanding = Static<typeof ReviewStanding>;

/** The question that comes next, without its key. */
export const ReviewAsked = Type.Object({
	...standing,
	question: Nullable(Type.Object({ ...Asked, fields: Type.Array(Field) })),
	whose: Nullable(Type.String())
});
export type ReviewAsked = Static<typeof ReviewAsked>;

const about = { questionId: Id, whose: Type.Optional(OfPage) };
const strict = { additionalProperties: false } as const;
export const NewReviewAnswer = Type.Union([
	Type.Object({ ...about, response: Response }, strict),
	Type.Object({ ...about, dontKnow: Type.Literal(true) }, strict)
]);
export type NewReviewAnswer = Static<typeof NewReviewAnswer>;

export const ReviewVerdict = Type.Object({
	counted: Type.Boolean({ description: 'False where it was answered before on this day: the first answer counts.' }),
	againOn: Nullable(Day),
	question: Type.Object({
		...Asked,
		fields: Type.Array(ReviewedField),
		answered: Type.Boolean(),
		correct: Type.Boolean(),
		points,
		lesson: Nullable(LessonLink)
	}),
	sittingOver: Type.Boolean({ description: 'Whether that was the last one of this sitting.' }),
	standing: ReviewStanding
});
export type ReviewVerdict = Static<typeof ReviewVerdict>;
