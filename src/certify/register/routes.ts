import type { TypedApi } from '../../platform/http/api.ts';
import { CodeParams } from '../schemas.ts';
import type { Deliveries } from './deliver.ts';
import { mendConfirmation } from './mend.ts';
import { registerOfficers } from './officers.ts';
import { readConfirmation } from './read-confirmation.ts';
import { readMismatches, readReconciliations, reconciliationView } from './read-reconciliations.ts';
import { readStanding, readTroubles } from './read-troubles.ts';
import { askReconciliation } from './reconcile.ts';
import type { RegisterHouse } from './register-house.ts';
import { settleMismatch } from './remedy.ts';
import {
	AfterQuery,
	ConfirmationAnswer,
	IdParams,
	MendingBody,
	MismatchList,
	ReconciliationList,
	ReconciliationView,
	RegisterStanding,
	RemedyBody,
	TroubleList
} from './schemas.ts';

const tags = ['national register'];
const officers = { config: { access: registerOfficers } };

/** Confirmation at the national register: for the holder of a record, and for who looks after it. */
export function registerRoutes(
	api: TypedApi,
	house: RegisterHouse & { deliveries: Pick<Deliveries, 'resting'> }
): void {
	holding(api, house);
	mending(api, house);
	comparing(api, house);
}

function holding(api: TypedApi, house: RegisterHouse): void {
	const summary = 'How far the confirmation of one of my records has come at the national register';
	const schema = { tags, summary, params: CodeParams, response: { 200: ConfirmationAnswer } };
	api.get('/records/:code/confirmation', { config: { access: 'learner' }, schema }, (request) =>
		readConfirmation(house, request.actor, request.params.code)
	);
}

function mending(api: TypedApi, house: RegisterHouse & { deliveries: Pick<Deliveries, 'resting'> }): void {
	const standing = 'How many confirmations there are in each state within one’s places, and the key of this site';
	api.get(
		'/national-register',
		{ ...officers, schema: { tags, summary: standing, response: { 200: RegisterStanding } } },
		(request) => readStanding(house, request.actor, house.deliveries)
	);
	const troubles = 'Confirmations that were refused or could not be sent, within one’s places';
	api.get(
		'/national-register/troubles',
		{ ...officers, schema: { tags, summary: troubles, querystring: AfterQuery, response: { 200: TroubleList } } },
		(request) => readTroubles(house, request.actor, request.query)
	);
	const mend = 'Sends such a confirmation again, or anew with what is known now, or gives it up';
	api.post(
		'/national-register/confirmations/:code/mending',
		{ ...officers, schema: { tags, summary: mend, params: CodeParams, body: MendingBody } },
		async (request, reply) => {
			await mendConfirmation(house, request.actor, { ...request.params, ...request.body });
			return reply.code(204).send();
		}
	);
}

function comparing(api: TypedApi, house: RegisterHouse): void {
	const path = '/national-register/reconciliations';
	const list = 'The comparisons of both sides, newest first';
	api.get(path, { ...officers, schema: { tags, summary: list, response: { 200: ReconciliationList } } }, () =>
		readReconciliations(house)
	);
	const ask = 'Asks for both sides to be compared; it is done in the background. For the whole country only';
	api.post(
		path,
		{ ...officers, schema: { tags, summary: ask, response: { 202: ReconciliationView } } },
		async (request, reply) => reply.code(202).send(reconciliationView(await askReconciliation(house, request.actor)))
	);
	const found = 'What both sides did not agree on, within one’s places, with what can be done about it';
	api.get(
		`${path}/:id/mismatches`,
		{
			...officers,
			schema: { tags, summary: found, params: IdParams, querystring: AfterQuery, response: { 200: MismatchList } }
		},
		(request) => readMismatches(house, request.actor, { ...request.params, ...request.query })
	);
	const settle = 'Settles a difference: send again, have it withdrawn, take over, or accept with a reason';
	api.post(
		'/national-register/mismatches/:id/remedy',
		{ ...officers, schema: { tags, summary: settle, params: IdParams, body: RemedyBody } },
		async (request, reply) => {
			await settleMismatch(house, request.actor, { reason: '', ...request.params, ...request.body });
			return reply.code(204).send();
		}
	);
}
