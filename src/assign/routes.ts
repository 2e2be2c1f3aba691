import type { FastifyPluginAsync } from 'fastify';
import { typed } from '../platform/http/api.ts';
import type { AssignHouse } from './assign-house.ts';
import { assignmentRoutes } from './assignments/routes.ts';
import { commentRoutes } from './comments/routes.ts';
import { importRoutes } from './imports/routes.ts';
import { memberRoutes } from './members/routes.ts';
import { staffRoutes } from './staff/routes.ts';
import { boardRoutes } from './board/routes.ts';
import { remindingRoutes } from './reminding/routes.ts';
import { schoolYearRoutes } from './school-year/routes.ts';
import type { SchoolHouse } from './school-year/roll-over.ts';
import { sheetRoutes } from './sheet/routes.ts';

/** Organisations and people: who belongs to them, and what they are asked to learn. */
export function assignRoutes(house: AssignHouse & SchoolHouse): FastifyPluginAsync {
	return async (app) => {
		const api = typed(app);
		memberRoutes(api, house);
		staffRoutes(api, house);
		assignmentRoutes(api, house);
		boardRoutes(api, house);
		remindingRoutes(api, house);
		sheetRoutes(api, house);
		importRoutes(api, house);
		commentRoutes(api, house);
		schoolYearRoutes(api, house);
	};
}
