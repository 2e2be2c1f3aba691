import { describe, expect, it } from 'vitest';
import { seedPlaces } from '../../src/places/index.ts';
import { placeMoves } from '../../src/place-moves.ts';
import { findPlace } from '../../src/places/queries.ts';
import { countAt } from '../../src/platform/place-moves.ts';
import { aClass, good, giveRole, neighbours, onNow, someone, type Neighbours } from '../support/classes.ts';
import { writeDown } from '../support/helped.ts';
import { log } from '../support/visits.ts';

const merge = ({ root, villages }: Neighbours, [from, into] = villages) =>
	root.call('POST', `/places/${from}/merging`, { into });

/** A village in which there is some of everything that a helper and an officer do. */
async function aFullVillage() {
	const all = await neighbours();
	const [here] = all.villages;
	const session = await aClass(all);
	const card = await writeDown(all);
	await log(all.helper, here);
	good(await all.helper.call('POST', '/households', { name: 'nhà ông Bảy', placeId: here }));
	good(await all.root.call('POST', '/teams', { kind: 'cong-nghe-so', name: 'Tổ số Một', placeId: here }));
	const native = await someone(all.app, { name: 'Vàng Thị Mai', placeId: here });
	await giveRole(all, native, { role: 'helper', placeId: here });
	good(await all.helper.call('POST', '/sittings', { testId: 'cuoi', placeId: here }));
	return { ...all, session, card, native };
}

describe('a village that goes into another', () => {
	it('takes along all that is there, and says beforehand how much that is', async () => {
		const all = await aFullVillage();
		const [from, into] = all.villages;
		const told = good(await all.root.call('GET', `/places/${from}/holdings`));
		expect(told.mayEnd).toBe(false);
		expect(told.holdings).toEqual(
			expect.arrayContaining([
				{ what: 'people', count: 1 },
				{ what: 'roles', count: 1 },
				{ what: 'helped', count: 1 },
				{ what: 'households', count: 1 },
				{ what: 'teams', count: 1 },
				{ what: 'classes', count: 1 },
				{ what: 'visits', count: 1 },
				{ what: 'sittings', count: 1 }
			])
		);
		expect(good(await merge(all))).toMatchObject({ id: into });
		const read = all.app.house.store.read;
		const old = await findPlace(read, from);
		if (!old) throw new Error('no place is ever deleted');
		for (const kind of placeMoves) expect([kind.what, await countAt(read, kind, old.path)]).toEqual([kind.what, 0]);
		expect(good(await all.root.call('GET', `/places/${into}/holdings`)).holdings).toEqual(told.holdings);
		expect(good(await all.helper.call('GET', `/classes/${all.session.id}`)).place.id).toBe(into);
		expect(good(await all.native.call('GET', '/helped-learners')).learners).toMatchObject([{ id: all.card.id }]);
	});

	it('is gone from lists at once, and found by its old name', async () => {
		const all = await neighbours();
		const [from, into] = all.villages;
		const { name } = good(await all.root.call('GET', `/places/${from}`));
		good(await merge(all));
		const anyone = all.app.aPhone();
		const listed = good(await anyone.call('GET', `/places?parent=${all.commune}`)).places;
		expect(listed.map(({ id }: { id: string }) => id)).not.toContain(from);
		const query = `/places?parent=${all.commune}&query=${encodeURIComponent(name)}`;
		expect(good(await anyone.call('GET', query)).places).toMatchObject([{ id: into, formerly: [name] }]);
		expect(good(await anyone.call('GET', `/places/${from}`)).id).toBe(into);
	});

	it('is still named by a phone that had no signal: what it sends stands at the new one', async () => {
		const all = await neighbours();
		const [from, into] = all.villages;
		good(await merge(all));
		const session = good(await all.helper.call('POST', '/classes', { ...onNow, placeId: from }));
		expect(session.place.id).toBe(into);
		expect((await writeDown(all, { placeId: from })).id).toBeTruthy();
		expect(good(await all.root.call('GET', `/places/${into}/holdings`)).holdings).toEqual(
			expect.arrayContaining([{ what: 'helped', count: 1 }])
		);
	});

	it('keeps two people, and two teams, that would be one there: told apart by where they came from', async () => {
		const all = await neighbours();
		const [from, into] = all.villages;
		const { name } = good(await all.root.call('GET', `/places/${from}`));
		await writeDown(all);
		await writeDown(all, { placeId: into });
		for (const placeId of all.villages)
			good(await all.root.call('POST', '/teams', { kind: 'cong-nghe-so', name: 'Tổ số Một', placeId }));
		good(await merge(all));
		const { learners } = good(await all.helper.call('GET', '/helped-learners'));
		expect(learners.map(({ apart }: { apart: string | null }) => apart).sort()).toEqual([name, null]);
		const { teams } = good(await all.root.call('GET', '/teams'));
		expect(teams.map((team: { name: string }) => team.name).sort()).toEqual(['Tổ số Một', `Tổ số Một (${name})`]);
	});

	it('gives nobody a role twice', async () => {
		const all = await neighbours();
		const both = await someone(all.app, { name: 'Hà Thị Cúc' });
		for (const placeId of all.villages) await giveRole(all, both, { role: 'helper', placeId });
		good(await merge(all));
		const { grants } = good(await both.call('GET', '/session'));
		expect(grants.map(({ place }: { place: { id: string } }) => place.id)).toEqual([all.villages[1]]);
	});

	it('goes on with what had gone into it before, and stays so after a start', async () => {
		const all = await neighbours();
		const [first, second] = all.villages;
		const { villages } = good(await all.root.call('POST', `/places/${all.commune}/villages`, { villages: 'Thôn Nam' }));
		const third = villages[0].id;
		good(await merge(all));
		good(await merge(all, [second, third]));
		await seedPlaces(all.app.house);
		expect(good(await all.app.aPhone().call('GET', `/places/${first}`)).id).toBe(third);
	});

	it('is refused to itself, of a commune, twice, and to whoever has no right at both', async () => {
		const all = await neighbours();
		const [from, into] = all.villages;
		const officer = await someone(all.app, { name: 'Cán Bộ Xuân' });
		await giveRole(all, officer, { role: 'officer', placeId: all.commune });
		const there = good(await all.root.call('GET', `/places/${all.elsewhere}`)).children[0].id;
		const told = async (phone: typeof officer, id: string, to: string) => {
			const { status, body } = await phone.call('POST', `/places/${id}/merging`, { into: to });
			return [status, body.code];
		};
		expect(await told(officer, from, from)).toEqual([409, 'places.not-mergeable']);
		expect(await told(all.root, all.commune, into)).toEqual([409, 'places.not-mergeable']);
		expect(await told(officer, from, there)).toEqual([403, 'places.not-your-place']);
		expect(await told(officer, there, from)).toEqual([403, 'places.not-your-place']);
		expect((await told(all.helper, from, into))[0]).toBe(403);
		expect((await told(all.app.aPhone(), from, into))[0]).toBe(401);
		expect(await told(officer, from, into)).toEqual([200, undefined]);
		expect(await told(officer, from, into)).toEqual([409, 'places.not-mergeable']);
		expect(await told(officer, into, from)).toEqual([409, 'places.not-mergeable']);
	});
});

describe('a village that ends', () => {
	it('ends where nobody is, and is in no list any more', async () => {
		const all = await neighbours();
		const [empty, other] = all.villages;
		await writeDown(all, { placeId: other });
		const refused = await all.root.call('POST', `/places/${other}/ending`, {});
		expect([refused.status, refused.body.code]).toEqual([409, 'places.still-in-use']);
		expect((await all.root.call('POST', `/places/${empty}/ending`, {})).status).toBe(204);
		const { children } = good(await all.root.call('GET', `/places/${all.commune}`));
		expect(children.map(({ id }: { id: string }) => id)).toEqual([other]);
		const late = await all.helper.call('POST', '/classes', { ...onNow, placeId: empty });
		expect(late.body.fields).toMatchObject([{ field: 'placeId' }]);
	});
});
