import type { ActorName, Cast } from './cast.ts';
import type { Door } from './doors.ts';

/** Villages that end or go into others: for officers and administrators of the commune, not for its helpers. */
export function endingVillages({ villages }: Cast['places']): Door[] {
	return (['X', 'Y'] as const).flatMap((letter): Door[] => {
		const [first = '', second = ''] = villages[letter];
		const may: ActorName[] = ['root', `officer${letter}`, `administrator${letter}`];
		const door = { of: `villages of commune ${letter}`, may };
		return [
			{ ...door, route: 'GET /places/{id}/holdings', path: `/places/${first}/holdings` },
			{
				...door,
				route: 'POST /places/{id}/merging',
				path: `/places/${first}/merging`,
				body: { into: second },
				once: true
			},
			{ ...door, route: 'POST /places/{id}/ending', path: `/places/${second}/ending`, once: true }
		];
	});
}
