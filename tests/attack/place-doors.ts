import type { ActorName, Cast } from './cast.ts';
import type { Door } from './doors.ts';

/** Organisations of two communes, and what places are called: for officers of the place above. */
export function keepingPlaces({ villages, organisations, ...communes }: Cast['places']): Door[] {
	return (['X', 'Y'] as const).flatMap((letter): Door[] => {
		const may: ActorName[] = ['root', `officer${letter}`, `administrator${letter}`];
		const of = `commune ${letter}`;
		const village = `/places/${villages[letter][0]}`;
		const organisation = `/organisations/${organisations[letter]}`;
		const agency = { organisationKind: 'agency' };
		const once = (route: string, path: string, body?: unknown): Door => ({ of, may, route, path, body, once: true });
		return [
			{ of, may, route: 'GET /organisations/{id}', path: organisation },
			once('POST /organisations', '/organisations', { ...agency, parentId: communes[letter], name: 'Trạm Y tế' }),
			once('PUT /organisations/{id}', organisation, agency),
			once('POST /organisations/{id}/closing', `${organisation}/closing`),
			once('POST /places/{id}/naming', `${village}/naming`, { name: `Thôn Mới ${letter}`, from: '' }),
			once('PUT /places/{id}/official-code', `${village}/official-code`, { officialCode: village.slice(-8) }),
			once('POST /places/{id}/districts', `${village}/districts`, { name: 'Huyện Cũ' }),
			once('DELETE /places/{id}/districts/{nameId}', `${village}/districts/none`)
		];
	});
}
