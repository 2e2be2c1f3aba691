import { Type, type Static } from 'typebox';

const strict = { additionalProperties: false } as const;
const why = { why_vi: Type.String({ minLength: 1 }), why_en: Type.String({ minLength: 1 }) };
const whole = (minimum: number, maximum: number) =>
	Type.Object({ value: Type.Integer({ minimum, maximum }), ...why }, strict);

/** When people are reminded of what they were given to learn: the part `reminders` of content/rules.yaml. */
export const ReminderRules = Type.Object(
	{
		/** How many days before the due day. */
		soonDays: whole(1, 30),
		/** How often at most in seven days, by whomever. */
		perWeek: whole(1, 7),
		/** The hours of the day, in Viet Nam, between which mail goes out. */
		fromHour: whole(0, 23),
		toHour: whole(1, 24),
		/** After how many tries a mail is given up. */
		mailTries: whole(1, 20)
	},
	strict
);
export type ReminderRules = Static<typeof ReminderRules>;

/** The rules of reminders as plain values. */
export type Reminding = Record<keyof ReminderRules, number>;

/** For a release of before there were reminders. */
const firstRules: Reminding = { soonDays: 7, perWeek: 2, fromHour: 7, toHour: 20, mailTries: 8 };

/** The values alone. */
export function remindingFrom(rules: ReminderRules | undefined): Reminding {
	if (!rules) return firstRules;
	const { soonDays, perWeek, fromHour, toHour, mailTries } = rules;
	return {
		...{ soonDays: soonDays.value, perWeek: perWeek.value, fromHour: fromHour.value },
		...{ toHour: toHour.value, mailTries: mailTries.value }
	};
}
