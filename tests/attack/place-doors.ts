import type { ActorName, Cast } from './cast.ts';
import type { Door } from './doors.ts';

/** Organisations of two communes, and what places are called: for officers of the place above. */
export function keepingPlaces({ province, villages, ...communes }: Cast['places']): Door[] {
	return (['X', 'Y'] as const).flatMap((letter): Door[] => {
		const may: ActorName[] = ['root', `officer${letter}`, `administrator${letter}`];
		const door = { of: `commune ${letter}`, may, once: true };
		const [first = ''] = villages[letter];
		const details = { organisationKind: 'agency' };
		const organisation = `/organisations/agency-${letter}`;
		const changes: Door[] = [
			{
				...{ ...door, route: 'POST /organisations', path: '/organisations' },
				body: { ...details, parentId: communes[letter], name: 'Trạm Y tế' }
			},
			{ ...door, route: 'GET /organisations/{id}', path: organisation, once: false },
			{ ...door, route: 'PUT /organisations/{id}', path: organisation, body: details },
			{ ...door, route: 'POST /organisations/{id}/closing', path: `${organisation}/closing` },
			{
				...{ ...door, route: 'POST /places/{id}/naming', path: `/places/${first}/naming` },
				body: { name: `Thôn Mới ${letter}`, from: '' }
			},
			{
				...{ ...door, route: 'PUT /places/{id}/official-code', path: `/places/${first}/official-code` },
				body: { officialCode: '012' }
			},
			{
				...{ ...door, route: 'POST /places/{id}/districts', path: `/places/${first}/districts` },
				body: { name: 'Huyện Cũ' }
			},
			{ ...door, route: 'DELETE /places/{id}/districts/{nameId}', path: `/places/${first}/districts/none` }
		];
		const list = `/organisations?within=${communes[letter]}`;
		return [...changes, { ...door, route: 'GET /organisations', path: list, may: [...may], once: false }];
	});
}
