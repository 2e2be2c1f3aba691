import { addFigures } from '../../src/certify/elsewhere/queries.ts';
import { filesOf } from '../../src/platform/files/store-files.ts';
import { createHash } from 'node:crypto';
import { findPlace } from '../../src/places/queries.ts';
import type { TestApp } from '../support/index.ts';
import type { ActorName } from './cast.ts';
import type { Door } from './doors.ts';

const idOf = (letter: 'X' | 'Y', end: number) => `00000000-0000-7000-8000-0000000e${letter === 'X' ? 1 : 2}00${end}`;

const aFile = Buffer.from('Nơi;Nền tảng;Đếm gì;Tính đến ngày;Số ở nơi khác;Nguồn\nx;x;x;x;x;x');

/** Of each commune two figures of another platform, each of which came in by itself. */
export async function bringFigures({ house }: TestApp, communes: Record<'X' | 'Y', string>): Promise<void> {
	await filesOf(house).put(aFile);
	await house.store.transact(async (tx) => {
		for (const letter of ['X', 'Y'] as const)
			for (const end of [1, 2]) {
				const place = await findPlace(tx, communes[letter]);
				const id = idOf(letter, end);
				const what = { platform: 'vneid', platformName: '', counted: 'confirmed', groupCode: '' } as const;
				const where = { placeId: communes[letter], placePath: place?.path ?? '', byPlaceId: communes[letter] };
				const said = { day: '2026-11-20', number: 12, source: 'CV 1/2026', note: '' };
				const kept = { enteredAt: house.clock.now(), struckAt: null, struckReason: null };
				await addFigures(tx, [{ id, batchId: id, series: id, version: 1, ...what, ...where, ...said, ...kept }]);
			}
	});
}

/** What other platforms count: for officers and administrators of the place, not for its helpers. */
export function tellingOfElsewhere(): Door[] {
	const base = '/elsewhere';
	const reason = { reason: 'Ghi nhầm tệp' };
	const anyOfficer: ActorName[] = ['root', 'officerX', 'administratorX', 'officerY', 'administratorY'];
	// Rows are judged by the places of whoever looks at them.
	const preview: Door = {
		route: `GET ${base}/figure-previews/{id}`,
		of: 'an upload',
		path: `${base}/figure-previews/${createHash('sha256').update(aFile).digest('hex')}`,
		may: anyOfficer
	};
	const lists = ['/figures', '/figures/file'].map((end): Door => {
		return { route: `GET ${base}${end}`, of: 'other platforms', path: `${base}${end}`, may: anyOfficer };
	});
	return [
		...lists,
		preview,
		...(['X', 'Y'] as const).flatMap((letter): Door[] => {
			const may: ActorName[] = ['root', `officer${letter}`, `administrator${letter}`];
			const door = { of: `figures of commune ${letter}`, may };
			const [figure, batch] = [`${base}/figures/${idOf(letter, 1)}`, `${base}/figure-imports/${idOf(letter, 2)}`];
			return [
				{ ...door, route: `GET ${base}/figures/{id}`, path: figure },
				{ ...door, route: `POST ${base}/figures/{id}/strike`, path: `${figure}/strike`, body: reason, once: true },
				{
					...door,
					route: `POST ${base}/figure-imports/{id}/undoing`,
					path: `${batch}/undoing`,
					body: reason,
					once: true
				}
			];
		})
	];
}
