import type { ActorName, Cast } from './cast.ts';
import type { Door } from './doors.ts';

/** Who has done what was asked, in two neighbouring communes: for those who manage each, not for its helpers. */
export function assigning({ places }: Pick<Cast, 'places'>): Door[] {
	return (['X', 'Y'] as const).flatMap((letter): Door[] => {
		const may: ActorName[] = ['root', `officer${letter}`, `administrator${letter}`];
		const door = { of: `what is asked in commune ${letter}`, may };
		const at = `placeId=${places[letter]}`;
		return [
			{ ...door, route: 'GET /duty-board', path: `/duty-board?${at}` },
			{ ...door, route: 'GET /duty-board/totals', path: `/duty-board/totals?${at}` },
			{ ...door, route: 'GET /duty-board/file', path: `/duty-board/file?format=csv&${at}` },
			{ ...door, route: 'POST /duty-reminders', path: '/duty-reminders', body: { placeId: places[letter] } },
			{ ...door, route: 'GET /duty-reminders/text', path: `/duty-reminders/text?${at}` }
		];
	});
}
