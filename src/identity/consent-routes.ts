import type { House } from '../platform/house.ts';
import type { TypedApi } from '../platform/http/api.ts';
import { giveConsent, readConsents, withdrawConsent } from './consents.ts';
import { ConsentList, ConsentParams, NewConsent } from './schemas.ts';

const tags = ['identity'];
const signedIn = { access: 'account' } as const;
const params = ConsentParams;
const response = { 200: ConsentList };

/** What one agrees to, purpose by purpose. */
export function consentRoutes(api: TypedApi, house: House): void {
	const list = 'What one agreed to besides what learning needs, purpose by purpose';
	api.get('/me/consents', { config: signedIn, schema: { tags, summary: list, response } }, (request) =>
		readConsents(house, request.actor)
	);
	const give = 'Agrees to one purpose; for whoever may be a child her guardian does, by name';
	api.put(
		'/me/consents/:purpose',
		{ config: signedIn, schema: { tags, summary: give, params, body: NewConsent, response } },
		async ({ actor, params, body }) => {
			await giveConsent(house, actor, { ...body, purpose: params.purpose });
			return readConsents(house, actor);
		}
	);
	const withdraw = 'Takes it back; what rested on it ends at once';
	api.delete(
		'/me/consents/:purpose',
		{ config: signedIn, schema: { tags, summary: withdraw, params, response } },
		async ({ actor, params }) => {
			await withdrawConsent(house, actor, params.purpose);
			return readConsents(house, actor);
		}
	);
}
