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

const keys = ['00000000-0000-4000-8000-00000000000', '11111111-0000-4000-8000-00000000000'];

export async function printPaper(helper: Phone, placeId: string, letter: 'X' | 'Y'): Promise<Printed> {
	const { id, codes } = good(await helper.call('POST', '/papers', { testId: 'cuoi', placeId }));
	const sheet = {
		key: keys[0] + letter.replace('X', '1').replace('Y', '2'),
		code: codes[0],
		name: 'Bà Tư',
		answers: []
	};
	const { sheets } = good(await helper.call('POST', `/papers/${id}/results`, sheet));
	return { id, code: codes[0], attemptId: sheets[0].attemptId };
}

/** What those with a role on one commune do with its papers, and their neighbours must not. */
export function printing({ letter, place, paper }: { letter: 'X' | 'Y'; place: string; paper: Printed }): Door[] {
	const may = supervisorsOf(letter);
	const { id, codes } = good(await helper.call('POST', '/papers', { testId: 'cuoi', placeId }));
	const sheet = {
		key: keys[0] + letter.replace('X', '1').replace('Y', '2'),
		code: codes[0],
		name: 'Bà Tư',
		answers: []
	};
	const { sheets } = good(await helper.call('POST', `/papers/${id}/results`, sheet));
	return { id, code: codes[0], attemptId: sheets[0].attemptId };
}

/** What those with a role on one commune do with its papers, and their neighbours must not. */
export function printing({ letter, place, paper }: { letter: 'X' | 'Y'; place: string; paper: Printed }): Door[] {
	const may = [
		...['officer', 'helper', 'administrator'].map((role) => `${role}${letter}` as ActorName),
		'root' as const
	]; // the letters are those of the cast
	const { id, code, attemptId } = paper;
	const door = (what: string, body?: object): Door => ({
		route: `${body ? 'POST' : 'GET'} /papers/{id}${what}`,
		of: `papers of commune ${letter}`,
		path: `/papers/${id}${what}`,
		body,
		may
	});
	const sheet = { key: keys[1] + letter.replace('X', '1').replace('Y', '2'), code, name: 'Bà Năm', answers: [] };
	return [
		{ ...door('', { testId: 'cuoi', placeId: place }), route: 'POST /papers', path: '/papers' },
		door(''),
		door('/sheets'),
		door('/key'),
		door('/results', sheet),
		{ ...door('/voids', { attemptId, reason: 'Nhập nhầm tờ' }), once: true }
	];
}
