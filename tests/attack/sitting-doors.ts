import type { Phone, TestApp } from '../support/index.ts';
import { good, type ActorName } from './cast.ts';
import type { Door } from './doors.ts';

/** A sitting that is open, and the attempt of somebody who joined it and plays no other part. */
export interface Sat {
	id: string;
	attemptId: string;
}

export async function sitDown(app: TestApp, helper: Phone, placeId: string): Promise<Sat> {
	const { id, code } = good(await helper.call('POST', '/sittings', { testId: 'cuoi', placeId }));
	const attempt = good(await app.aPhone().call('POST', `/sitting-codes/${code}/attempts`, {}));
	return { id, attemptId: attempt.id };
}

export const sittingsOfAll = {
	'GET /sitting-codes/{code}': 'whoever is read the code may see which test it is, and where; nobody’s name is told',
	'POST /sitting-codes/{code}/attempts': 'the code lets one in; it begins for oneself'
};

/** Those who supervise in a commune. */
export const supervisorsOf = (letter: 'X' | 'Y'): ActorName[] => [
	...(['officer', 'helper', 'administrator'] as const).map((role) => `${role}${letter}` as const),
	'root'
];

/** What those with a role on one commune do with its sittings, and their neighbours must not. */
export function supervising({ letter, place, sitting }: { letter: 'X' | 'Y'; place: string; sitting: Sat }): Door[] {
	const may = supervisorsOf(letter);
	const { id, attemptId } = sitting;
	const door = (what: string, body?: object): Door => ({
		route: `${body ? 'POST' : 'GET'} /sittings/{id}${what}`,
		of: `sittings of commune ${letter}`,
		path: `/sittings/${id}${what}`,
		body,
		may
	});
	return [
		{
			...door('', { testId: 'cuoi', placeId: place }),
			route: 'POST /sittings',
			path: '/sittings'
		},
		door(''),
		door('/pause', {}),
		door('/resume', { attemptId }),
		door('/extensions', { minutes: 5, key: 'them-nam-phut', attemptId }),
		door('/identity-checks', { attemptId }),
		{ ...door('/voids', { attemptId, reason: 'Nhờ người khác làm' }), once: true },
		{ ...door('/closing', { endAll: true }), once: true }
	];
}
