import type { ActorName, Cast } from './cast.ts';
import type { Door } from './doors.ts';

interface Helped {
	letter: 'X' | 'Y';
	place: string;
	/** Somebody whom the helper of the place wrote down. */
	helpedId: string;
	doubles: Cast['doubles']['X'];
	/** The session at which she is ticked. */
	classId: string;
}

const aLearner = { name: 'Lý Thị Mẩy', birthYear: 1948, consent: true };

/** Ids that phones made: nobody has them yet. */
const newIds = { X: '0199c0de-0000-7000-8000-00000000000a', Y: '0199c0de-0000-7000-8000-00000000000b' };

/** Those who look after a commune; the first one is signed out by what the last door opens. */
const keepersOf = (letter: string): ActorName[] =>
	['officer', 'helper', 'administrator'].map((role) => `${role}${letter}` as ActorName); // the letters are those of the cast

/** What those with a role on one commune do with its helped learners, and their neighbours must not. */
export function helping({ letter, place, helpedId, doubles, classId }: Helped): Door[] {
	const path = `/helped-learners/${helpedId}`;
	const { consent, ...changed } = { ...aLearner, placeId: place, name: 'Vàng Thị Dợ', apart: letter };
	const door = (route: string, part: { path: string; body?: unknown; once?: true }): Door => ({
		route,
		of: `helped learners of commune ${letter}`,
		may: [...keepersOf(letter), 'root'],
		...part
	});
	return [
		door('GET /helped-learners', { path: `/helped-learners?after=${helpedId}` }),
		door('GET /helped-learners/{id}', { path }),
		door('POST /helped-learners', {
			path: '/helped-learners',
			body: { ...aLearner, consent, placeId: place },
			once: true
		}),
		door('PUT /helped-learners/{id}/carried', {
			path: `/helped-learners/${newIds[letter]}/carried`,
			body: { ...aLearner, name: 'Giàng Thị Mỷ', consent, placeId: place },
			once: true
		}),
		door('PUT /helped-learners/{id}', { path, body: changed }),
		door('GET /helped-learners/{id}/doubles', { path: `/helped-learners/${doubles.keptId}/doubles` }),
		door('DELETE /helped-learners/{id}/merges/{mergeId}', {
			path: `/helped-learners/${doubles.keptId}/merges/${doubles.mergeId}`,
			once: true
		}),
		door('POST /helped-learners/{id}/merges', {
			path: `/helped-learners/${doubles.keptId}/merges`,
			body: { otherId: doubles.otherId },
			once: true
		}),
		door('POST /helped-learners/{id}/card', { path: `${path}/card` }),
		door('POST /classes/{id}/attendance', {
			path: `/classes/${classId}/attendance`,
			body: { way: 'tick', people: [{ helpedId }] }
		})
	];
}

/** What ends her, or signs the one out who does it: behind all other doors. */
export function helpingAtLast({ letter, helpedId, classId }: Helped): Door[] {
	const path = `/helped-learners/${helpedId}`;
	const may: ActorName[] = [...keepersOf(letter), 'root'];
	const of = `helped learners of commune ${letter}`;
	/** Whoever opens cards is signed out by it: another one each time, and of two ways one in each commune. */
	const byAdministrator: ActorName[] = [...may].sort((a, b) => a.localeCompare(b));
	const several =
		letter === 'X'
			? { route: 'POST /classes/{id}/cards', path: `/classes/${classId}/cards` }
			: { route: 'POST /cards/together', path: '/cards/together', body: { helpedIds: [helpedId] } };
	return [
		{ route: 'POST /helped-learners/{id}/device', of, path: `${path}/device`, may, once: true },
		{ ...several, of, may: byAdministrator, once: true },
		{ route: 'DELETE /helped-learners/{id}', of, path, may: [...may].reverse(), once: true }
	];
}
