import { Type, type Static } from 'typebox';
import { reminderKinds } from './tables.ts';

const Id = Type.String({ minLength: 1, maxLength: 100 });
const where = { placeId: Type.Optional(Id), assignmentId: Type.Optional(Id) };

/** Whom to remind: who has something open of what is chosen. */
export const ReminderTarget = Type.Object(where, { additionalProperties: false });
export type ReminderTarget = Static<typeof ReminderTarget>;

export const ReminderCount = Type.Object({
	reminded: Type.Integer(),
	/** Were reminded as often as the rule allows. */
	enough: Type.Integer(),
	/** Have no account yet: nobody can remind them here. */
	unregistered: Type.Integer(),
	perWeek: Type.Integer()
});
export type ReminderCount = Static<typeof ReminderCount>;

export const ReminderText = Type.Object({
	late: Type.Integer(),
	/** Others, who have something open and nothing late: nobody is counted twice. */
	open: Type.Integer(),
	text: Type.String()
});
export type ReminderText = Static<typeof ReminderText>;

export const OwnReminders = Type.Object({
	/** What the newest reminder is about that she has not seen; null for none. */
	latest: Type.Union([
		Type.Object({
			kind: Type.Enum([...reminderKinds]),
			things: Type.Integer(),
			at: Type.String({ format: 'date-time' })
		}),
		Type.Null()
	])
});
export type OwnReminders = Static<typeof OwnReminders>;
