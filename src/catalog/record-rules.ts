import { Type, type Static } from 'typebox';

const strict = { additionalProperties: false } as const;
const Id = Type.String({
	pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
	maxLength: 60,
	hint: 'chữ thường không dấu, số, gạch nối'
});
const Words = Type.String({ minLength: 1, maxLength: 160 });
const Percent = Type.Integer({ minimum: 1, maximum: 100 });
const Refs = Type.Array(Type.String({ minLength: 1 }), { minItems: 1, maxItems: 40 });

/** One thing that must have been done: the quiz of a course or a test, one of the two. */
const RecordNeed = Type.Object(
	{
		course: Type.Optional(Id),
		test: Type.Optional(Id),
		/** Which level of the test, from 1. */
		level: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
		/** The least share of right answers; where neither it nor a level is given the attempt has to be passed. */
		percent: Type.Optional(Percent),
		/** Only questions of these skills are counted, of which so many must have been asked. */
		skills: Type.Optional(Refs),
		questions: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 }))
	},
	strict
);
export type RecordNeed = Static<typeof RecordNeed>;

/**
 * When a record is given that is not simply of a course: for a group of the framework, for a skill or tool, or for a
 * result above what was asked. Dated and numbered: a record says which version it was given by.
 */
const RecordRule = Type.Object(
	{
		id: Id,
		kind: Type.Enum(['group', 'skill', 'merit']),
		version: Type.Integer({ minimum: 1, maximum: 9999 }),
		since: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
		/** The group of the framework, where it is one's. */
		group: Type.Optional(Id),
		title_vi: Words,
		title_en: Words,
		/** What stands on the record as practised. */
		skills: Refs,
		/** All of them. */
		needs: Type.Array(RecordNeed, { minItems: 1, maxItems: 40 }),
		why_vi: Type.String({ minLength: 1 }),
		why_en: Type.String({ minLength: 1 })
	},
	strict
);
export type RecordRule = Static<typeof RecordRule>;

/** The part `records` of content/rules.yaml. */
export const RecordRules = Type.Array(RecordRule, { maxItems: 200 });
