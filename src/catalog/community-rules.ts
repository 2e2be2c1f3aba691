import { Type, type Static } from 'typebox';

const strict = { additionalProperties: false } as const;
const Id = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', hint: 'chữ thường không dấu, số, gạch nối' });
const Words = Type.String({ minLength: 1, maxLength: 120 });
/** Something with a name of its own in each language; the id is what is kept, so it is never given to another. */
const Named = Type.Object({ id: Id, vi: Words, en: Words }, strict);
const Names = Type.Array(Named, { minItems: 1, maxItems: 60 });
const why = { why_vi: Type.String({ minLength: 1 }), why_en: Type.String({ minLength: 1 }) };
const whole = (minimum: number, maximum: number) =>
	Type.Object({ value: Type.Integer({ minimum, maximum }), ...why }, strict);

/** What differs from province to province in the work of teams: the part `community` of content/rules.yaml. */
export const CommunityRules = Type.Object(
	{
		/** What teams are called: "Tổ công nghệ số cộng đồng". */
		teamKinds: Names,
		/** Whom members come from: "Đoàn Thanh niên". */
		sponsors: Names,
		/** The course a helper finishes before she sees a list of people. */
		fieldLesson: Type.Object({ course: Id, ...why }, strict),
		/** What people ask for at the service centre. */
		procedures: Names,
		/** How long a class lasts where nobody says otherwise. */
		classMinutes: whole(15, 480),
		/** How long a visit and a help at the desk last where nobody says otherwise. */
		visitMinutes: whole(5, 240),
		deskMinutes: whole(1, 240),
		/** For how many days a visit may be corrected or struck out. */
		correctDays: whole(1, 90),
		/** When a household is a "Gia đình số". */
		digitalFamily: Type.Object({ course: Id, members: Type.Integer({ minimum: 1, maximum: 10 }), ...why }, strict)
	},
	strict
);
export type CommunityRules = Static<typeof CommunityRules>;
