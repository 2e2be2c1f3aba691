import type { House } from '../../platform/house.ts';
import type { TypedApi } from '../../platform/http/api.ts';
import { PlaceParams, PlaceView } from '../schemas.ts';
import { addOldDistrict, codePlace, removeOldDistrict, renamePlace } from './rename-place.ts';
import { DistrictParams, NewCode, NewDistrict, NewName } from './schemas.ts';

const tags = ['places'];
const config = { access: ['officer', 'administrator'] } as const;
const response = { 200: PlaceView };
const params = PlaceParams;

/** What places are called and were called. */
export function namingRoutes(api: TypedApi, house: House): void {
	const rename = 'Gives a place another name; the old one is kept with its day and document, and is found by search';
	api.post(
		'/places/:id/naming',
		{ config, schema: { tags, summary: rename, params, body: NewName, response } },
		(request) => renamePlace(house, request.actor, { ...request.body, ...request.params })
	);
	const code = 'Sets the code of a place in official lists; an empty one takes it away';
	api.put(
		'/places/:id/official-code',
		{ config, schema: { tags, summary: code, params, body: NewCode, response } },
		(request) => codePlace(house, request.actor, { ...request.body, ...request.params })
	);
	const add = 'Says that a place lay in an old district';
	api.post(
		'/places/:id/districts',
		{ config, schema: { tags, summary: add, params, body: NewDistrict, response } },
		(request) => addOldDistrict(house, request.actor, { ...request.body, ...request.params })
	);
	const remove = 'Takes back that a place lay in an old district';
	api.delete(
		'/places/:id/districts/:nameId',
		{ config, schema: { tags, summary: remove, params: DistrictParams, response } },
		(request) => removeOldDistrict(house, request.actor, request.params)
	);
}
