import { describe, expect, it } from 'vitest';
import { giveOut } from '../../src/assign/index.ts';
import { asked } from '../support/assignments.ts';
import { good, neighbours, someone } from '../support/classes.ts';
import { officer } from '../support/organisations.ts';

/** A department of the province with its officer, and a school of a commune that answers to it, with a member. */
async function aDepartment() {
	const all = await neighbours();
	const make = async (parentId: string, part: object): Promise<string> =>
		good(await all.root.call('POST', '/organisations', { parentId, organisationKind: 'agency', ...part })).id;
	const department = await make('mau', { name: 'Sở Giáo dục và Đào tạo' });
	const school = { organisationKind: 'school', answersTo: department };
	const upper = await make(all.commune, { ...school, name: 'Trường THPT Y Jút' });
	const [ofDepartment, ofCommune] = [
		await officer(all, 'officer', department),
		await officer(all, 'officer', all.commune)
	];
	const { code } = good(await ofDepartment.call('POST', `/organisations/${upper}/join-codes`, { days: 30 }));
	const teacher = await someone(all.app, { name: 'Niê Thị H’Lan' });
	good(await teacher.call('POST', `/join-codes/${code}/membership`, {}));
	return { ...all, department, upper, ofDepartment, ofCommune, teacher };
}

describe('a school that lies in a commune and answers to a department', () => {
	it('is asked in the name of the department; the commune’s officer sees that too', async () => {
		const all = await aDepartment();
		const draft = (placeId: string) => ({
			...{ ...asked, placeId: all.department },
			targets: [{ kind: 'organisation', placeId }]
		});
		const { id, version } = good(await all.ofDepartment.call('POST', '/assignments', draft(all.upper)));
		good(await all.ofDepartment.call('POST', `/assignments/${id}/sending`, { version }));
		await giveOut(all.app.house);
		expect(good(await all.teacher.call('GET', '/me/duties')).duties).toMatchObject([{ by: 'Sở Giáo dục và Đào tạo' }]);
		expect(good(await all.ofDepartment.call('GET', `/assignments/${id}`)).duties.all).toBe(1);
		expect(good(await all.ofCommune.call('GET', `/assignments/${id}`))).toMatchObject({ mine: false });
		expect((await all.ofDepartment.call('POST', '/assignments', draft(all.commune))).body.fields).toMatchObject([
			{ field: 'targets', code: 'duties.target-elsewhere' }
		]);
		expect((await all.ofCommune.call('POST', '/assignments', draft(all.upper))).status).toBe(403);
	});

	it('is nobody’s but the commune’s once the department is closed', async () => {
		const all = await aDepartment();
		good(await all.root.call('POST', `/organisations/${all.department}/closing`, {}));
		expect((await all.ofDepartment.call('GET', `/organisations/${all.upper}`)).status).toBe(404);
		expect(good(await all.ofCommune.call('GET', `/organisations/${all.upper}`)).answersTo).toBeNull();
	});
});
