import { Type } from 'typebox';
import type { TypedApi } from '../../platform/http/api.ts';
import { givers, type AssignHouse } from '../assign-house.ts';
import { remindOpen, writeReminder } from './ask-again.ts';
import { readOwnReminders, seeReminders } from './own-reminders.ts';
import { OwnReminders, ReminderCount, ReminderTarget, ReminderText } from './schemas.ts';

const tags = ['assign'];

/** Reminders: one's own, and those that somebody in charge sends or writes herself. */
export function remindingRoutes(api: TypedApi, house: AssignHouse): void {
	const own = 'The newest reminder that one has not seen; private';
	api.get(
		'/me/reminders',
		{ config: { access: 'learner' }, schema: { tags, summary: own, response: { 200: OwnReminders } } },
		(request) => readOwnReminders(house, request.actor)
	);
	const seen = 'One has opened what the reminders are about';
	api.post(
		'/me/reminders/seen',
		{ config: { access: 'learner' }, schema: { tags, summary: seen, response: { 204: Type.Null() } } },
		async (request, reply) => {
			await seeReminders(house, request.actor);
			return reply.code(204).send(null);
		}
	);
	const ask =
		'Reminds everybody within one’s places who has something open, never more often than the rule allows; recorded';
	api.post(
		'/duty-reminders',
		{
			config: { access: givers },
			schema: { tags, summary: ask, body: ReminderTarget, response: { 200: ReminderCount } }
		},
		(request) => remindOpen(house, request.actor, request.body)
	);
	const text = 'A text to send oneself: how many are late; it names nobody';
	api.get(
		'/duty-reminders/text',
		{
			config: { access: givers },
			schema: { tags, summary: text, querystring: ReminderTarget, response: { 200: ReminderText } }
		},
		(request) => writeReminder(house, request.actor, request.query)
	);
}
