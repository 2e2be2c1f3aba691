import { Type } from 'typebox';
import type { House } from '../platform/house.ts';
import type { TypedApi } from '../platform/http/api.ts';
import { callerOf } from './caller.ts';
import { withoutCard } from './card-session.ts';
import { deviceLabel } from './device-label.ts';
import { goOnWithoutAccount, listPeopleHere } from './learners-here.ts';
import { readMe } from './me.ts';
import { forgetPerson } from './people-here.ts';
import { IdParams, LearnerHere, Me, PeopleHere, SignInAgain } from './schemas.ts';
import { signInAgain } from './sign-in.ts';
import { enter } from './welcome.ts';

const tags = ['identity'];
const everyone = { access: 'public' } as const;

/** A device that several people share: who has learnt here, and going on as somebody else. */
export function deviceRoutes(api: TypedApi, house: House): void {
	const who = 'Who has learnt on this device, as its own cookies remember';
	api.get(
		'/device/people',
		{ config: everyone, schema: { tags, summary: who, response: { 200: PeopleHere } } },
		async (request) => listPeopleHere(house, request)
	);
	const forget = 'Takes a name out of what this device remembers';
	const none = { 204: Type.Null() };
	api.delete(
		'/device/people/:id',
		{ config: everyone, schema: { tags, summary: forget, params: IdParams, response: none } },
		async (request, reply) => {
			forgetPerson(house, { request, reply }, request.params.id);
			return reply.code(204).send(null);
		}
	);
	const again = 'Signs in again, by the password alone, somebody who has signed in on this device before';
	api.post(
		'/session/again',
		{ config: everyone, schema: { tags, summary: again, body: SignInAgain, response: { 200: Me } } },
		async (request, reply) => {
			const device = deviceLabel(request.headers['user-agent']);
			const caller = callerOf(house, request);
			const issued = await signInAgain(house, withoutCard(request.actor), { ...request.body, device, caller });
			return enter(house, issued, { request, reply });
		}
	);
	const alone = 'Goes on without an account: as a learner of this device, or as a new one';
	api.post(
		'/device/learner',
		{ config: everyone, schema: { tags, summary: alone, body: LearnerHere, response: { 200: Me } } },
		async (request, reply) => {
			request.actor = await goOnWithoutAccount(house, { request, reply }, request.body.number);
			return readMe(house, request.actor);
		}
	);
}
