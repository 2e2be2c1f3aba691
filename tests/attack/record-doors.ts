import type { ActorName, Belongings } from './cast.ts';
import type { Door } from './doors.ts';

/** Records and the links that show them: whose they are, and for reading and withdrawing who administers her place. */
export function recording(
	who: ActorName,
	{ finishedAttempt, recordCode, recordName, misspeltCode, shareId }: Belongings,
	above: ActorName[]
): Door[] {
	const own = (route: string, path: string, body?: unknown): Door => ({ route, of: who, path, body, may: [who] });
	const paper = (route: string, path: string): Door => ({ ...own(route, path), may: [who, 'root', ...above] });
	return [
		own('POST /records', '/records', { attemptId: finishedAttempt, name: recordName }),
		paper('GET /records/{code}', `/records/${recordCode}`),
		paper('GET /records/{code}/pdf', `/records/${recordCode}/pdf`),
		paper('GET /records/{code}/confirmation', `/records/${recordCode}/confirmation`),
		paper('GET /records/{code}/credential', `/records/${recordCode}/credential`),
		own('POST /record-shares', '/record-shares', { codes: [recordCode], days: 7 }),
		own('DELETE /record-shares/{id}', `/record-shares/${shareId}`),
		{ ...own('POST /records/{code}/name', `/records/${misspeltCode}/name`, { name: 'Tên Viết Đúng' }), once: true },
		{
			...paper('POST /records/{code}/withdrawal', `/records/${recordCode}/withdrawal`),
			body: { reason: 'Giấy này ghi nhầm tên.' },
			may: ['root', ...above],
			once: true
		}
	];
}
