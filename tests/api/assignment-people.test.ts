import { describe, expect, it } from 'vitest';
import { giveOut } from '../../src/assign/index.ts';
import { anOffice, draft, type Office } from '../support/assignments.ts';
import { good } from '../support/classes.ts';
import { officer } from '../support/organisations.ts';
import { aPupil } from '../support/schools.ts';

const find = async (phone: Office['officer'], body: object) =>
	good(await phone.call('POST', '/assignment-people', body));

describe('single people for an assignment', () => {
	it('are found by a part of the name, with marks or without, told apart by year and unit, and given it', async () => {
		const all = await anOffice();
		const lan = await aPupil(all, { name: 'Trần Thị Lan', placeId: all.school, position: 'Giáo viên' });
		await aPupil(all, { name: 'Lê Thị Lành', placeId: all.office });
		const { people } = await find(all.officer, { query: 'thi lan' });
		expect(people.map(({ name, unit }: { name: string; unit: string }) => [name, unit])).toEqual([
			['Trần Thị Lan', 'truong'],
			['Lê Thị Lành', 'van-phong']
		]);
		expect(people[0]).toMatchObject({ birthYear: 1964, position: 'Giáo viên', learnerId: lan.learnerId });
		expect((await find(all.officer, { query: 'Trần Thị Lan' })).people).toHaveLength(1);
		expect(await find(all.officer, { query: ' ' })).toEqual({ people: [], more: false, chosen: [] });
		const [{ learnerId, placeId }] = people;
		const made = await draft(all, { targets: [{ kind: 'person', learnerId, placeId }] });
		const chosen = made.targets.map((target: { place: { id: string }; learnerId: string }) => ({
			placeId: target.place.id,
			learnerId: target.learnerId
		}));
		expect((await find(all.officer, { chosen })).chosen).toMatchObject([{ name: 'Trần Thị Lan', unit: 'truong' }]);
		good(await all.officer.call('POST', `/assignments/${made.id}/sending`, { version: 1 }));
		await giveOut(all.app.house);
		expect(good(await lan.phone.call('GET', '/me/duties')).duties).toHaveLength(1);
		expect(good(await all.clerk.call('GET', '/me/duties')).duties).toEqual([]);
	});

	it('are those of one’s own organisations alone, also where somebody was chosen', async () => {
		const all = await anOffice();
		const chosen = [{ placeId: all.office, learnerId: all.clerkId }];
		const [neighbour, teacher] = [
			await officer(all, 'officer', all.elsewhere),
			await officer(all, 'teacher', all.school)
		];
		for (const phone of [neighbour, teacher])
			expect(await find(phone, { query: 'thu', chosen })).toEqual({ people: [], more: false, chosen: [] });
		expect((await find(all.officer, { query: 'thu', chosen })).chosen).toHaveLength(1);
		for (const phone of [all.helper, all.clerk, await officer(all, 'overseer', all.commune)])
			expect((await phone.call('POST', '/assignment-people', { query: 'thu' })).status).toBe(403);
	});
});
