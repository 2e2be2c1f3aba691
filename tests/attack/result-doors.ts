import { createHash } from 'node:crypto';
import { addResults } from '../../src/certify/results/queries.ts';
import { findAccount } from '../../src/identity/index.ts';
import { filesOf } from '../../src/platform/files/store-files.ts';
import type { TestApp } from '../support/index.ts';
import type { ActorName, Cast } from './cast.ts';
import type { Door } from './doors.ts';

const idOf = (letter: 'X' | 'Y', end: number) => `00000000-0000-7000-8000-0000000f${letter === 'X' ? 1 : 2}00${end}`;
const ownerOf = { X: 'accountC', Y: 'accountD' } as const;

const aFile = Buffer.from('Họ và tên;Năm sinh;Nền tảng;Học xong gì;Ngày xong;Nguồn\nx;x;x;x;x;x');

/** Of each commune two results from elsewhere of its learner, each of which came in by itself. */
export async function bringResults(
	{ house }: TestApp,
	{ places, accountIds }: Pick<Cast, 'places' | 'accountIds'>
): Promise<void> {
	await filesOf(house).put(aFile);
	await house.store.transact(async (tx) => {
		for (const letter of ['X', 'Y'] as const)
			for (const end of [1, 2]) {
				const account = await findAccount(tx, accountIds[ownerOf[letter]] ?? '');
				const id = idOf(letter, end);
				const said = { platform: 'vneid', platformName: '', what: 'Khóa học', day: '2026-11-20' } as const;
				const kept = { evidence: 'A-1', source: 'CV 1/2026', enteredAt: house.clock.now(), takenAt: null };
				const whose = { learnerId: account?.learnerId ?? '', byPlaceId: places[letter] };
				await addResults(tx, [{ id, batchId: id, sameKey: id, ...said, ...kept, ...whose }]);
			}
	});
}

/** What people completed elsewhere: for officers and administrators of their place, and each her own. */
export function tellingOfResults(): Door[] {
	const base = '/elsewhere';
	const anyOfficer: ActorName[] = ['root', 'officerX', 'administratorX', 'officerY', 'administratorY'];
	return [
		{ route: `GET ${base}/results`, of: 'results from elsewhere', path: `${base}/results`, may: anyOfficer },
		// Rows are judged by the places of whoever looks at them.
		{
			route: `GET ${base}/result-previews/{id}`,
			of: 'an upload of results',
			path: `${base}/result-previews/${createHash('sha256').update(aFile).digest('hex')}`,
			may: anyOfficer
		},
		...(['X', 'Y'] as const).flatMap((letter): Door[] => [
			{
				route: `POST ${base}/result-imports/{id}/undoing`,
				of: `results in commune ${letter}`,
				path: `${base}/result-imports/${idOf(letter, 1)}/undoing`,
				may: ['root', `officer${letter}`, `administrator${letter}`],
				once: true
			},
			{
				route: 'DELETE /own-results/{id}',
				of: ownerOf[letter],
				path: `/own-results/${idOf(letter, 2)}`,
				may: [ownerOf[letter]]
			}
		])
	];
}
