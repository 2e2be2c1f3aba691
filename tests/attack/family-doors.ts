import type { ActorName } from './cast.ts';
import type { Door } from './doors.ts';

interface Families {
	letter: 'X' | 'Y';
	place: string;
	/** Somebody whom the place's helper wrote down. */
	helpedId: string;
	/** A household that she wrote down, with one member. */
	home: { id: string; memberId: string };
}

/** What those with a role on one commune do with its households, and their neighbours must not. */
export function housing({ letter, place, helpedId, home }: Families): Door[] {
	const may: ActorName[] = [`helper${letter}`, `officer${letter}`, `administrator${letter}`, 'root'];
	const path = `/households/${home.id}`;
	const member = `${path}/members/${home.memberId}`;
	const door = (route: string, part: Omit<Door, 'route' | 'of' | 'may'>): Door => {
		return { route, of: `households of commune ${letter}`, may, ...part };
	};
	return [
		door('GET /households', { path: `/households?after=${home.id}` }),
		door('GET /households/{id}', { path }),
		door('POST /households', { path: '/households', body: { name: 'nhà bà Sáu', placeId: place } }),
		door('POST /households/{id}/members', { path: `${path}/members`, body: { helpedId, consent: true } }),
		door('PUT /households/{id}/members/{memberId}', { path: member, body: { guides: true } }),
		door('DELETE /households/{id}/members/{memberId}', { path: member, once: true })
	];
}
