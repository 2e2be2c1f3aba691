import type { TypedApi } from '../../platform/http/api.ts';
import { classKeepers, type CommunityHouse } from '../community-house.ts';
import { bringBack } from './bring-back.ts';
import { readCarried } from './read-carried.ts';
import { BroughtBack, Carried, CarriedParams, NewBroughtBack } from './schemas.ts';

const tags = ['community'];
const keepers = { access: classKeepers } as const;

/** Classes where there is no signal: taken along, and what was done there brought back. */
export function carriedRoutes(api: TypedApi, house: CommunityHouse): void {
	const carry = 'The sessions of the next two weeks, with the people who may come, to keep on one’s phone';
	api.get(
		'/carried',
		{ config: { ...keepers, showsPeople: true }, schema: { tags, summary: carry, response: { 200: Carried } } },
		({ actor }) => readCarried(house, actor)
	);
	const back = 'Keeps what was written down of a session without signal, all or nothing; sent again it changes nothing';
	api.put(
		'/classes/:id/carried',
		{
			config: keepers,
			schema: { tags, summary: back, params: CarriedParams, body: NewBroughtBack, response: { 200: BroughtBack } }
		},
		({ actor, params, body }) => bringBack(house, actor, { ...body, id: params.id })
	);
}
