import { Type, type Static, type TSchema } from 'typebox';
import { CommunityRules } from './community-rules.ts';
import { RecordRules } from './record-rules.ts';
import { ReminderRules } from './reminder-rules.ts';

/** A value that somebody chose, with the reason in both languages. */
const rule = <T extends TSchema>(value: T) =>
	Type.Object(
		{ value, why_vi: Type.String({ minLength: 1 }), why_en: Type.String({ minLength: 1 }) },
		{ additionalProperties: false }
	);

const positive = Type.Number({ exclusiveMinimum: 0 });
const share = Type.Number({ minimum: 0, maximum: 1 });
const percent = Type.Integer({ minimum: 1, maximum: 100 });

/** The shape of content/rules.yaml. */
export const RulesFile = Type.Object(
	{
		updated: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
		plausible: Type.Object(
			{ wordsPerMinute: rule(positive), secondsPerQuestion: rule(positive), shareOfLesson: rule(share) },
			{ additionalProperties: false }
		),
		extraQuestions: rule(Type.Integer({ minimum: 1, maximum: 5 })),
		quiz: Type.Object(
			{
				officialPassPercent: rule(Type.Union([percent, Type.Null()])),
				defaultPassPercent: rule(percent),
				defaultQuestions: rule(Type.Integer({ minimum: 5, maximum: 50 })),
				bankFactor: rule(Type.Number({ minimum: 1, maximum: 10 }))
			},
			{ additionalProperties: false }
		),
		/** What was missed comes back after days. */
		review: Type.Object(
			{
				questions: rule(Type.Integer({ minimum: 1, maximum: 20 })),
				secondsPerQuestion: rule(positive),
				retireAfterDays: rule(Type.Integer({ minimum: 7, maximum: 3650 }))
			},
			{ additionalProperties: false }
		),
		community: CommunityRules,
		/** When people are reminded of what they were given; a release of before there were reminders has none. */
		reminders: Type.Optional(ReminderRules),
		/** When records are given that are not simply of a course; a release of before there were any has none. */
		records: Type.Optional(RecordRules)
	},
	{ additionalProperties: false }
);
export type RulesFile = Static<typeof RulesFile>;

/** The rules of learning as plain values. None of them is official: no pass mark has been published. */
export interface LearningRules {
	plausible: {
		/** The fastest reading that is believed, in Vietnamese syllables a minute. */
		wordsPerMinute: number;
		/** The least time that reading and answering one question takes. */
		secondsPerQuestion: number;
		/** The share of the lesson's text that must plausibly have been read; the rest may be known already. */
		shareOfLesson: number;
	};
	/** How many further questions are asked of somebody who was too quick. */
	extraQuestions: number;
	quiz: {
		/** Null: nobody has published one. */
		officialPassPercent: number | null;
		defaultPassPercent: number;
		defaultQuestions: number;
		/** How many times more questions a course needs than one quiz asks. */
		bankFactor: number;
	};
	review: {
		/** How many questions are asked at one time at most. */
		questions: number;
		/** How long one takes, by which it is said how long all will. */
		secondsPerQuestion: number;
		/** What would not be asked again for longer than this is known, and is not asked any more. */
		retireAfterDays: number;
	};
}

/** For a release of before there was review, which may still be what is published. */
const firstReview: LearningRules['review'] = { questions: 6, secondsPerQuestion: 20, retireAfterDays: 90 };

/** The values alone, for the rooms that apply them. */
export function valuesOf(file: RulesFile): LearningRules {
	const { plausible, quiz, review }: Omit<RulesFile, 'review'> & Partial<RulesFile> = file;
	return {
		plausible: {
			wordsPerMinute: plausible.wordsPerMinute.value,
			secondsPerQuestion: plausible.secondsPerQuestion.value,
			shareOfLesson: plausible.shareOfLesson.value
		},
		extraQuestions: file.extraQuestions.value,
		quiz: {
			officialPassPercent: quiz.officialPassPercent.value,
			defaultPassPercent: quiz.defaultPassPercent.value,
			defaultQuestions: quiz.defaultQuestions.value,
			bankFactor: quiz.bankFactor.value
		},
		review: review
			? {
					questions: review.questions.value,
					secondsPerQuestion: review.secondsPerQuestion.value,
					retireAfterDays: review.retireAfterDays.value
				}
			: firstReview
	};
}
