import type { FastifyPluginAsync } from 'fastify';
import { typed } from '../platform/http/api.ts';
import type { House } from '../platform/house.ts';
import { importRoutes } from './imports/routes.ts';
import { memberRoutes } from './members/routes.ts';
import { staffRoutes } from './staff/routes.ts';

/** Organisations and people: who belongs to them, and what they are asked to learn. */
export function assignRoutes(house: House): FastifyPluginAsync {
	return async (app) => {
		const api = typed(app);
		memberRoutes(api, house);
		staffRoutes(api, house);
		importRoutes(api, house);
	};
}
