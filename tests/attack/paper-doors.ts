import type { Phone } from '../support/index.ts';
import { good } from './cast.ts';
import type { Door } from './doors.ts';
import { supervisorsOf } from './sitting-doors.ts';

/** A paper, and a sheet of it that was typed in for somebody of whom only the name is known. */
export interface Printed {
	id: string;
	code: string;
	attemptId: string;
}

/** Of a sheet: another one for each commune, and for the one that is typed in when the door is tried. */
const keyFor = (letter: 'X' | 'Y', number: number) =>
	`0000000${number}-0000-4000-8000-00000000000${letter === 'X' ? 1 : 2}`;

export async function printPaper(helper: Phone, placeId: string, letter: 'X' | 'Y'): Promise<Printed> {
	const { id, codes } = good(await helper.call('POST', '/papers', { testId: 'cuoi', placeId }));
	const sheet = { key: keyFor(letter, 1), code: codes[0], name: 'Bà Tư', answers: [] };
	const { sheets } = good(await helper.call('POST', `/papers/${id}/results`, sheet));
	return { id, code: codes[0], attemptId: sheets[0].attemptId };
}

/** What those with a role on one commune do with its papers, and their neighbours must not. */
export function printing({ letter, place, paper }: { letter: 'X' | 'Y'; place: string; paper: Printed }): Door[] {
	const { id, code, attemptId } = paper;
	const door = (what: string, body?: object): Door => ({
		route: `${body ? 'POST' : 'GET'} /papers/{id}${what}`,
		of: `papers of commune ${letter}`,
		path: `/papers/${id}${what}`,
		body,
		may: supervisorsOf(letter)
	});
	const sheet = { key: keyFor(letter, 2), code, name: 'Bà Năm', answers: [] };
	return [
		{ ...door('', { testId: 'cuoi', placeId: place }), route: 'POST /papers', path: '/papers' },
		door(''),
		door('/sheets'),
		door('/key'),
		door('/results', sheet),
		{ ...door('/voids', { attemptId, reason: 'Nhập nhầm tờ' }), once: true }
	];
}
