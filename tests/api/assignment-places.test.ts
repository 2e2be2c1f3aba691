import { describe, expect, it } from 'vitest';
import { places } from '../../src/places/tables.ts';
import { fold } from '../../src/platform/text.ts';
import { anOffice, draft, type Office } from '../support/assignments.ts';
import { giveRole, good } from '../support/classes.ts';
import { officer } from '../support/organisations.ts';

type Named = { id: string; name: string };

const find = async (phone: Office['officer'], body: object = {}) =>
	good(await phone.call('POST', '/assignment-places', body));
const names = (list: Named[]) => list.map(({ name }) => name);

/** So many offices more in a commune, `Phòng 000` and so on. */
async function manyOffices({ app, office }: Office, placeId: string, count: number): Promise<void> {
	await app.house.store.transact(async (tx) => {
		const all = await tx.select().from(places);
		const [like, parent] = [office, placeId].map((wanted) => all.find(({ id }) => id === wanted));
		if (!like || !parent) throw new Error('both are there');
		for (let i = 0; i < count; i++) {
			const [code, name] = [`phong-${i}`, `Phòng ${String(i).padStart(3, '0')}`];
			const called = { code, name, nameSort: fold(name), folded: fold(name) };
			const where = { id: `${placeId}-${i}`, parentId: placeId, path: `${parent.path}${code}/` };
			await tx.insert(places).values({ ...like, ...called, ...where });
		}
	});
}

describe('places for an assignment', () => {
	it('are found by a part of the name, with marks or without, and told by what they lie in', async () => {
		const all = await anOffice();
		const { places: found, more } = await find(all.officer, { query: 'thôn đông' });
		expect(found).toMatchObject([{ name: 'Thôn Đông', within: 'Xã Xuân', organisation: false, formerly: [] }]);
		expect(more).toBe(false);
		expect((await find(all.officer, { query: 'dong' })).places).toEqual(found);
		expect(names((await find(all.officer, { query: 'xa xuan' })).places)).toEqual(['Xã Xuân']);
		expect((await find(all.officer, { query: 'không có' })).places).toEqual([]);
	});

	it('are found by an old name too: what is offered is the place of today', async () => {
		const all = await anOffice();
		const [from, into] = all.villages;
		good(await all.root.call('POST', `/places/${from}/merging`, { into }));
		expect((await find(all.officer, { query: 'thon dong' })).places).toMatchObject([
			{ id: into, name: 'Thôn Tây', formerly: ['Thôn Đông'] }
		]);
	});

	it('are offered without a search as far as two hundred, and those beyond are found', async () => {
		const all = await anOffice();
		await manyOffices(all, all.commune, 220);
		const first = await find(all.officer);
		expect([first.places.length, first.more]).toEqual([200, true]);
		const [beyond] = (await find(all.officer, { query: 'phong 219' })).places;
		expect(names(first.places)).not.toContain(beyond.name);
		const kept = await find(all.officer, { query: 'thon', chosen: [beyond.id, all.commune] });
		expect(names(kept.chosen).sort()).toEqual(['Phòng 219', 'Xã Xuân']);
		const made = await draft(all, { targets: [{ kind: 'organisation', placeId: beyond.id }] });
		expect(made.targets).toMatchObject([{ place: { name: 'Phòng 219' } }]);
		const many = await find(all.officer, { query: 'phong' });
		expect([many.places.length, many.more]).toEqual([50, true]);
	});

	it('are those of one’s own places alone, also where others were chosen', async () => {
		const all = await anOffice();
		const chosen = [all.office, all.commune, all.school];
		const [neighbour, teacher] = [
			await officer(all, 'officer', all.elsewhere),
			await officer(all, 'teacher', all.school)
		];
		expect(await find(neighbour, { query: 'van-phong', chosen })).toEqual({ places: [], more: false, chosen: [] });
		expect(names((await find(neighbour, { query: 'xa xuan' })).places)).toEqual(['Xã Xuân Yên']);
		const taught = await find(teacher, { chosen });
		expect([names(taught.places), names(taught.chosen)]).toEqual([['truong'], ['truong']]);
		expect((await find(teacher, { query: 'thon' })).places).toEqual([]);
		for (const phone of [all.helper, all.clerk, await officer(all, 'overseer', all.commune)])
			expect((await phone.call('POST', '/assignment-places', { query: 'thon' })).status).toBe(403);
		expect((await all.app.aPhone().call('POST', '/assignment-places', {})).status).toBe(401);
	});

	it('are said to be more also where each of several places of one’s own has few', async () => {
		const all = await anOffice();
		const both = await officer(all, 'officer', all.commune);
		await giveRole(all, both, { role: 'officer', placeId: all.elsewhere });
		for (const placeId of [all.commune, all.elsewhere]) await manyOffices(all, placeId, 110);
		const { places: offered, more } = await find(both);
		expect([offered.length, more]).toEqual([200, true]);
		const twice = (await find(both, { query: 'phong 109' })).places;
		expect(twice.map(({ within }: { within: string }) => within).sort()).toEqual(['Xã Xuân', 'Xã Xuân Yên']);
	});
});
