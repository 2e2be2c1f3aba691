import { photoForm } from '../support/photos.ts';
import { aPicture, type ActorName, type ClassHeld } from './cast.ts';
import type { Door } from './doors.ts';

/** What those with a role on one commune do during a class, and their neighbours must not. */
export function inClass(
	letter: 'X' | 'Y',
	{ id, attendanceId, writtenId, recognisedId, photoId, helpedId }: ClassHeld & { helpedId: string }
): Door[] {
	const may: ActorName[] = [`helper${letter}`, `officer${letter}`, `administrator${letter}`, 'root'];
	const of = `classes of commune ${letter}`;
	const asked = { courseId: 'thu', lessonId: 'giu-ma', questionId: 'giu-ma-1', marks: ['alone'] };
	const photos = `/classes/${id}/photos`;
	return [
		{ route: 'GET /classes/{id}/photos', of, path: photos, may },
		{ route: 'POST /classes/{id}/photos', of, path: photos, ...photoForm(aPicture), may },
		{ route: 'GET /classes/{id}/photos/{photoId}', of, path: `${photos}/${photoId}`, may },
		{ route: 'GET /classes/{id}/photos/{photoId}/preview', of, path: `${photos}/${photoId}/preview`, may },
		{ route: 'DELETE /classes/{id}/photos/{photoId}', of, path: `${photos}/${photoId}`, may, once: true },
		{
			route: 'DELETE /classes/{id}/recognised/{recognisedId}',
			of,
			path: `/classes/${id}/recognised/${recognisedId}`,
			may,
			once: true
		},
		{
			route: 'PUT /classes/{id}/attendance/{attendanceId}/whose',
			of,
			path: `/classes/${id}/attendance/${writtenId}/whose`,
			body: { helpedId },
			may,
			once: true
		},
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
