import type { ActorName, TeamMade } from './cast.ts';
import type { Door } from './doors.ts';

interface Teams {
	letter: 'X' | 'Y';
	place: string;
	team: TeamMade;
	/** An entry of the log that the place's helper wrote. */
	entryId: string;
}

const aVisit = { kind: 'visit', household: 'nhà ông Bảy' };

/** What those with a role on one commune do with its teams, and their neighbours must not. */
export function teaming({ letter, place, team, entryId }: Teams): Door[] {
	const all: ActorName[] = [`helper${letter}`, `officer${letter}`, `administrator${letter}`, 'root'];
	const managers = all.slice(1);
	const path = `/teams/${team.id}`;
	const member = `${path}/members/${team.memberId}`;
	const entry = `/help-entries/${entryId}`;
	const typed = { kind: 'cong-nghe-so', name: `Tổ ${letter}`, placeId: place };
	const door = (route: string, part: Omit<Door, 'route' | 'of' | 'may'> & { may?: ActorName[] }): Door => {
		return { route, of: `teams of commune ${letter}`, may: managers, ...part };
	};
	return [
		door('GET /teams', { path: `/teams?after=${team.id}`, may: all }),
		door('GET /teams/{id}', { path, may: all }),
		door('POST /teams', { path: '/teams', body: { ...typed, name: 'Tổ mới' }, once: true }),
		door('PUT /teams/{id}', { path, body: typed }),
		door('POST /teams/{id}/invitations', { path: `${path}/invitations` }),
		door('GET /team-headcount', { path: `/team-headcount?day=2026-11-01&placeId=${place}` }),
		door('PUT /teams/{id}/members/{memberId}', { path: member, body: { sponsor: 'khac', joinedOn: '2026-11-02' } }),
		door('GET /teams/{id}/hours', { path: `${path}/hours?month=2026-11`, may: all }),
		door('GET /teams/{id}/hours/export', { path: `${path}/hours/export?month=2026-11`, may: all }),
		door('GET /help-entries', { path: `/help-entries?kind=visit&after=${entryId}`, may: all }),
		door('GET /help-entries/{id}', { path: entry, may: all }),
		door('POST /help-entries', { path: '/help-entries', body: { ...aVisit, placeId: place }, may: all }),
		door('PUT /help-entries/{id}', { path: entry, body: { ...aVisit, placeId: place }, may: all.slice(0, 1) }),
		door('POST /help-entries/{id}/striking', { path: `${entry}/striking`, may: all.slice(0, 1), once: true }),
		door('POST /teams/{id}/members/{memberId}/leaving', { path: `${member}/leaving`, once: true })
	];
}
