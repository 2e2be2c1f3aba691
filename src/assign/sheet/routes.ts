import type { TypedApi } from '../../platform/http/api.ts';
import type { AssignHouse } from '../assign-house.ts';
import { readSheet } from './read-sheet.ts';
import { DutySheet } from './schemas.ts';

/** The result sheet that somebody prints for her own personnel file. */
export function sheetRoutes(api: TypedApi, house: AssignHouse): void {
	const summary = 'What one was given to learn and how it stands, with position and unit, as it is printed';
	api.get(
		'/me/duty-sheet',
		{ config: { access: 'account' }, schema: { tags: ['assign'], summary, response: { 200: DutySheet } } },
		(request) => readSheet(house, request.actor)
	);
}
