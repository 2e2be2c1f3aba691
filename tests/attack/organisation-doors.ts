import { questionForm } from '../support/exchange.ts';
import { importsRun } from '../support/imports.ts';
import type { TestApp } from '../support/index.ts';
import type { ActorName, Cast } from './cast.ts';
import type { Door } from './doors.ts';

/** An organisation of each commune, with a member, a code, a list and a spreadsheet. */
export interface OfficeMade {
	id: string;
	otherId: string;
	/** A school with a class of the year before. */
	schoolId: string;
	codeId: string;
	membershipId: string;
	movedId: string;
	/** Of the commune’s administrator. */
	ownId: string;
	entryId: string;
	importId: string;
	placesId: string;
	droppedId: string;
	doneId: string;
}

export async function openOffice(
	app: TestApp,
	phones: Cast['phones'],
	{ letter, place }: { letter: 'X' | 'Y'; place: string }
): Promise<OfficeMade> {
	const ask = async (who: ActorName, method: 'POST' | 'GET', path: string, body?: object) =>
		(await phones[who].call(method, path, body)).body;
	const officer: ActorName = `officer${letter}`;
	const organisation = { parentId: place, name: 'Cơ quan', kind: 'organisation' };
	const { id } = await ask(officer, 'POST', '/places', organisation);
	const { id: otherId } = await ask(officer, 'POST', '/places', { ...organisation, name: 'Trường' });
	const school = { parentId: place, name: 'Trường Tiểu học', organisationKind: 'school' };
	const { id: schoolId } = await ask(officer, 'POST', '/organisations', school);
	const fourth = { name: 'Lớp 4A', organisationKind: 'class', grade: 4, schoolYear: '2025-2026' };
	await ask(officer, 'POST', '/organisations', { parentId: schoolId, ...fourth });
	const { id: codeId, code } = await ask(officer, 'POST', `/organisations/${id}/join-codes`, { days: 7 });
	const account: ActorName = letter === 'X' ? 'accountC' : 'accountD';
	for (const who of [account, `helper${letter}`, `administrator${letter}`] as const)
		await ask(who, 'POST', `/join-codes/${code}/membership`, {});
	const of = async (who: ActorName): Promise<string> => (await ask(who, 'GET', '/me/memberships')).memberships[0].id;
	const entry = await ask(officer, 'POST', `/organisations/${id}/staff`, { name: 'Người Khác' });
	const upload = async (name = 'Lê Thị Hoa', content = `Họ tên\n${name}\n`, kind = 'staff'): Promise<string> => {
		const { body, headers } = questionForm(content, 'a.csv');
		const sent = await phones[officer].call('POST', `/import-files?placeId=${id}&kind=${kind}`, body, headers);
		await importsRun(app);
		return sent.body.id;
	};
	const people = { membershipId: await of(account), movedId: await of(`helper${letter}`) };
	const ids = { ...people, ownId: await of(`administrator${letter}`) };
	// Nobody in it is new, so that it is over at once.
	const doneId = await upload('Người Khác');
	await ask(officer, 'POST', `/imports/${doneId}/start`, {});
	return {
		id,
		otherId,
		schoolId,
		codeId,
		doneId,
		...ids,
		entryId: entry.id,
		importId: await upload(),
		placesId: await upload('', 'Tên,Loại\nPhòng Mới,cơ quan\n', 'places'),
		droppedId: await upload()
	};
}

/** What managers of one commune do with its organisations, and their neighbours must not. */
export function organising(letter: 'X' | 'Y', office: OfficeMade): Door[] {
	const may: ActorName[] = [`officer${letter}`, `administrator${letter}`, 'root'];
	const door = (route: string, path: string, part: Partial<Door> = {}): Door => {
		return { route, of: `an organisation of commune ${letter}`, path, may, ...part };
	};
	const at = `/organisations/${office.id}`;
	const entry = `/staff-entries/${office.entryId}`;
	const sheet = `/imports/${office.importId}`;
	const year = `/organisations/${office.schoolId}/school-year`;
	const ending = { from: '2025-2026', lastGrade: 5, staying: [] };
	const form = questionForm('Họ tên\nLê Thị Hoa\n', 'a.csv');
	return [
		door('GET /organisations/{id}/membership', `${at}/membership`),
		door('GET /organisations/{id}/members', `${at}/members?after=${office.membershipId}`),
		door('POST /organisations/{id}/join-codes', `${at}/join-codes`, { body: { days: 7 } }),
		door('GET /organisations/{id}/destinations', `${at}/destinations`),
		door('GET /organisations/{id}/school-year', year),
		door('POST /organisations/{id}/school-year/preview', `${year}/preview`, { body: ending }),
		door('POST /organisations/{id}/school-year', year, { body: ending, once: true }),
		door('GET /organisations/{id}/staff', `${at}/staff?after=${office.entryId}`),
		door('POST /organisations/{id}/staff', `${at}/staff`, { body: { name: 'Người Mới' }, once: true }),
		door('GET /staff-entries/{id}', entry),
		door('PUT /staff-entries/{id}', entry, { body: { name: 'Người Khác', apart: 'hai' } }),
		door('PUT /staff-entries/{id}/match', `${entry}/match`, { body: { membershipId: office.membershipId } }),
		door('DELETE /staff-entries/{id}/match', `${entry}/match`),
		door('POST /import-files', `/import-files?placeId=${office.id}`, { ...form }),
		door('GET /imports', `/imports?placeId=${office.id}`),
		door('GET /imports/{id}', sheet),
		door('GET /imports/{id}', `/imports/${office.placesId}`),
		door('GET /imports', `/imports?placeId=${office.id}&kind=places`),
		door('GET /imports/{id}/faults', `${sheet}/faults`),
		door('POST /imports/{id}/start', `${sheet}/start`, { once: true }),
		door('POST /imports/{id}/undoing', `/imports/${office.doneId}/undoing`, { once: true }),
		door('DELETE /imports/{id}', `/imports/${office.droppedId}`, { once: true }),
		door('DELETE /staff-entries/{id}', entry, { once: true }),
		door('POST /memberships/{id}/transfer', `/memberships/${office.movedId}/transfer`, {
			...{ body: { placeId: office.otherId }, once: true }
		}),
		door('DELETE /organisations/{id}/join-codes/{codeId}', `${at}/join-codes/${office.codeId}`, { once: true }),
		door('DELETE /me/memberships/{id}', `/me/memberships/${office.ownId}`, {
			...{ may: [`administrator${letter}`], once: true }
		}),
		door('DELETE /memberships/{id}', `/memberships/${office.membershipId}`, { once: true })
	];
}
