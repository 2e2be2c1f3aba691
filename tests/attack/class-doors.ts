import type { ActorName } from './cast.ts';
import type { Door } from './doors.ts';

/** What those with a role on one commune do during a class, and their neighbours must not. */
export function inClass(letter: 'X' | 'Y', { id, attendanceId }: { id: string; attendanceId: string }): Door[] {
	const may: ActorName[] = [`helper${letter}`, `officer${letter}`, `administrator${letter}`, 'root'];
	const of = `classes of commune ${letter}`;
	const asked = { courseId: 'thu', lessonId: 'giu-ma', questionId: 'giu-ma-1', marks: ['alone'] };
	return [
		{ route: 'GET /classes/{id}/marks', of, path: `/classes/${id}/marks`, may },
		{
			route: 'PUT /classes/{id}/marks',
			of,
			path: `/classes/${id}/marks`,
			body: { people: [attendanceId], questions: [asked] },
			may
		},
		{
			route: 'PUT /classes/{id}/carried',
			of,
			path: `/classes/${id}/carried`,
			body: { people: [{ name: 'Bà Ba' }], questions: [asked] },
			may
		},
		{
			route: 'GET /classes/{id}/questions/{questionId}/answer',
			of,
			path: `/classes/${id}/questions/giu-ma-1/answer`,
			may
		}
	];
}
