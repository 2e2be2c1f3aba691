import { describe, expect, it } from 'vitest';
import { classRules } from '../../src/community/tables.ts';
import { aClass, giveRole, good, neighbours, onNow, someone, type Neighbours } from '../support/classes.ts';

/** The clock of the tests stands on Monday, 23 November 2026. */
const weekly = { covers: 'place', rhythm: 'weekly', since: '2026-11-02' };
const gaps = async (phone: Neighbours['helper'], query = '') => good(await phone.call('GET', `/class-gaps${query}`));

/** A session on that day with somebody written down. */
async function held(all: Neighbours, day: string, placeId = all.villages[0]) {
	const { id } = good(await all.helper.call('POST', '/classes', { ...onNow, day, placeId }));
	good(await all.helper.call('POST', `/classes/${id}/attendance`, { way: 'sheet', people: [{ name: 'Bà Tư' }] }));
}

describe('weeks without a class', () => {
	it('are told where a rhythm is set, and none where it is not', async () => {
		const all = await neighbours();
		expect(await gaps(all.helper)).toEqual({ places: [], more: false, rules: [] });
		good(await all.root.call('PUT', '/class-rules', { ...weekly, placeId: all.commune }));
		await held(all, '2026-11-11');
		await aClass(all, { day: '2026-11-18' });
		const { places, rules } = await gaps(all.helper);
		expect(places).toMatchObject([
			{
				place: { id: all.commune, name: 'Xã Xuân' },
				held: 1,
				short: 0,
				missing: 2,
				latest: [
					{ from: '2026-11-16', to: '2026-11-22', waiting: true },
					{ from: '2026-11-02', to: '2026-11-08', waiting: false }
				]
			}
		]);
		expect(rules).toMatchObject([{ place: { name: 'Xã Xuân' }, ...weekly, minimum: null }]);
		expect((await gaps(all.neighbour)).places).toEqual([]);
	});

	it('are those of each village where the rule is about each, unless a village has its own', async () => {
		const all = await neighbours();
		const each = { ...weekly, covers: 'villages', placeId: 'mau' };
		good(await all.root.call('PUT', '/class-rules', each));
		await held(all, '2026-11-04');
		const seen = await gaps(all.helper);
		expect(seen.places).toMatchObject([
			{ place: { name: 'Thôn Đông' }, within: 'Xã Xuân', missing: 2 },
			{ place: { name: 'Thôn Tây' }, missing: 3 }
		]);
		const own = { ...weekly, rhythm: 'monthly', since: '2026-10-01', placeId: all.villages[1] };
		good(await all.root.call('PUT', '/class-rules', own));
		expect((await gaps(all.helper)).places).toMatchObject([
			{ place: { name: 'Thôn Tây' }, missing: 1, latest: [{ from: '2026-10-01' }] },
			{ place: { name: 'Thôn Đông' }, missing: 2 }
		]);
		good(await all.root.call('PUT', '/class-rules', { ...own, rhythm: 'none' }));
		expect((await gaps(all.helper)).places).toMatchObject([{ place: { name: 'Thôn Đông' } }]);
		expect(await all.app.house.store.read.$count(classRules)).toBe(2);
		expect((await gaps(all.root, `?placeId=${all.villages[1]}`)).places).toEqual([]);
	});

	it('come with the villages below their least number', async () => {
		const all = await neighbours();
		const least = { covers: 'villages', rhythm: 'none', since: '2026-11-01', minimum: 2, minimumBy: '2026-11-30' };
		good(await all.root.call('PUT', '/class-rules', { ...least, placeId: all.commune }));
		await held(all, '2026-11-04');
		await held(all, '2026-11-05');
		await held(all, '2026-11-05', all.villages[1]);
		expect((await gaps(all.helper)).places).toMatchObject([
			{ place: { name: 'Thôn Tây' }, held: 1, short: 1, rule: { minimum: 2, minimumBy: '2026-11-30' }, latest: [] }
		]);
	});
});

describe('how often classes are to be held', () => {
	it('is said by officers and administrators of the place, and nobody else', async () => {
		const all = await neighbours();
		const officer = await someone(all.app, { name: 'Trần Văn Bốn', placeId: all.commune });
		await giveRole(all, officer, { role: 'officer', placeId: all.commune });
		const rule = { ...weekly, placeId: all.commune };
		for (const phone of [all.helper, all.neighbour])
			expect((await phone.call('PUT', '/class-rules', rule)).status).toBe(403);
		expect(await officer.call('PUT', '/class-rules', { ...rule, placeId: all.elsewhere })).toMatchObject({
			status: 403,
			body: { code: 'community.not-your-place' }
		});
		expect(await all.app.house.store.read.$count(classRules)).toBe(0);
		const set = good(await officer.call('PUT', '/class-rules', rule));
		expect(set.rules).toMatchObject([{ covers: rule.covers, mayRemove: true }]);
		expect((await gaps(all.helper)).rules).toMatchObject([{ mayRemove: false }]);
		const path = `/class-rules/${all.commune}/${rule.covers}`;
		for (const phone of [all.helper, all.neighbour]) expect((await phone.call('DELETE', path)).status).toBe(403);
		const elsewhere = await officer.call('DELETE', `/class-rules/${all.elsewhere}/${rule.covers}`);
		expect(elsewhere).toMatchObject({ status: 403, body: { code: 'community.not-your-place' } });
		expect(good(await officer.call('DELETE', path))).toEqual({ places: [], more: false, rules: [] });
		expect((await officer.call('DELETE', path)).body.code).toBe('community.no-such-rule');
		for (const placeId of [all.commune, 'nowhere'])
			expect((await all.neighbour.call('GET', `/class-gaps?placeId=${placeId}`)).status).toBe(403);
	});

	it.each([
		[{ since: '2026-02-30' }, 'since'],
		[{ since: '2024-11-22' }, 'since'],
		[{ minimum: 0 }, 'minimum'],
		[{ minimum: 1.5 }, 'minimum'],
		[{ minimum: 3, minimumBy: '2026-11-01' }, 'minimumBy'],
		[{ rhythm: 'daily' }, 'rhythm'],
		[{ covers: 'all' }, 'covers']
	])('is not %j', async (part, field) => {
		const all = await neighbours();
		const answer = await all.root.call('PUT', '/class-rules', { ...weekly, placeId: all.commune, ...part });
		expect(answer).toMatchObject({ status: 400, body: { fields: [{ field }] } });
		expect(await all.app.house.store.read.$count(classRules)).toBe(0);
	});
});
