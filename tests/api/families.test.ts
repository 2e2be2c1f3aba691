import { describe, expect, it } from 'vitest';
import { householdMembers, households } from '../../src/community/tables.ts';
import { auditEntries } from '../../src/platform/tables.ts';
import { accountOf, good, someone, type Neighbours } from '../support/classes.ts';
import { withCard, writeDown } from '../support/helped.ts';
import { finishFieldLesson } from '../support/people.ts';
import { withTeam } from '../support/teams.ts';

/** In the small content the course of the rule is the one about people's data too. */
const learns = async ({ app }: Neighbours, phone: Neighbours['helper']) =>
	finishFieldLesson(app.house, await accountOf(phone));

const mine = async (phone: Neighbours['helper']) => good(await phone.call('GET', '/me/household')).household;

/** Somebody of the first village who has made her household. */
async function atHome(all: Neighbours, name = 'Bùi Thị Ánh') {
	const phone = await someone(all.app, { name, placeId: all.villages[0] });
	good(await phone.call('POST', '/households', { name: 'nhà ông Bảy' }));
	return phone;
}

describe('one’s own household', () => {
	it('is made where one lives; those at home come in by its code and see one another', async () => {
		const all = await withTeam();
		const anh = await atHome(all);
		const seen = await mine(anh);
		expect(seen).toMatchObject({
			name: 'nhà ông Bảy',
			place: { name: 'Thôn Đông' },
			digital: false,
			people: [{ name: 'Bùi Thị Ánh', mine: true, learnt: false, guides: false, consent: 'self' }]
		});
		const son = await someone(all.app, { name: 'Bùi Văn Con' });
		expect((await son.call('POST', '/me/household', { code: 'AAAA-AAAA' })).body.code).toBe('families.no-such-code');
		const joined = good(await son.call('POST', '/me/household', { code: seen.code.toLowerCase() }));
		expect(joined.household.people.map(({ name }: { name: string }) => name)).toEqual(['Bùi Thị Ánh', 'Bùi Văn Con']);
		good(await son.call('POST', '/me/household', { code: seen.code }));
		expect(await all.app.house.store.read.$count(householdMembers)).toBe(2);
	});

	it('is a digital family as soon as one has learnt and guides the rest, and no longer when she leaves', async () => {
		const all = await withTeam();
		const anh = await atHome(all);
		good(await anh.call('PUT', '/me/household', { guides: true }));
		expect((await mine(anh)).digital).toBe(false);
		await learns(all, anh);
		expect((await mine(anh)).digital).toBe(true);
		const son = await someone(all.app, { name: 'Bùi Văn Con' });
		good(await son.call('POST', '/me/household', { code: (await mine(anh)).code }));
		good(await anh.call('DELETE', '/me/household'));
		expect(await mine(anh)).toBeNull();
		expect((await mine(son)).digital).toBe(false);
		good(await son.call('DELETE', '/me/household'));
		for (const table of [households, householdMembers]) expect(await all.app.house.store.read.$count(table)).toBe(0);
		expect((await son.call('DELETE', '/me/household')).status).toBe(404);
	});

	it('is one at a time, has a name, and needs to know where one lives', async () => {
		const all = await withTeam();
		const anh = await atHome(all);
		const again = await anh.call('POST', '/households', { name: 'nhà khác' });
		expect(again.body).toMatchObject({
			code: 'families.lives-elsewhere',
			title: expect.stringContaining('nhà ông Bảy')
		});
		expect(await all.app.house.store.read.$count(households)).toBe(1);
		const far = await someone(all.app, { name: 'Bùi Văn Xa' });
		for (const name of [' ', 'x'.repeat(61), 'nhà tôi'])
			expect((await far.call('POST', '/households', { name })).body.fields[0].field).toBe('name');
		expect((await far.call('POST', '/households', { name: 'x', placeId: all.villages[0] })).status).toBe(403);
	});
});

describe('the households of a village', () => {
	it('are written down by its helper, who adds helped learners with their spoken consent', async () => {
		const all = await withCard();
		const home = good(await all.helper.call('POST', '/households', { name: 'nhà bà Tư', placeId: all.villages[0] }));
		const path = `/households/${home.id}`;
		const add = (part: object) => all.helper.call('POST', `${path}/members`, { helpedId: all.card.id, ...part });
		expect((await add({ consent: false })).body.fields[0].field).toBe('consent');
		const seen = good(await add({ consent: true }));
		expect(seen.people).toMatchObject([{ name: 'Bùi Thị Tư', consent: 'spoken', guides: false }]);
		const member = `${path}/members/${seen.people[0].id}`;
		expect(good(await all.helper.call('PUT', member, { guides: true })).people[0].guides).toBe(true);
		expect(good(await all.helper.call('GET', '/households')).households).toMatchObject([
			{ name: 'nhà bà Tư', members: 1, digital: false }
		]);
		for (const [method, where, body] of [
			['GET', path, undefined],
			['PUT', member, { guides: false }],
			['DELETE', member, undefined],
			['POST', `${path}/members`, { helpedId: all.card.id, consent: true }],
			['GET', `/households?after=${home.id}`, undefined]
		] as const)
			expect((await all.neighbour.call(method, where, body)).body.code).toBe('families.no-such-household');
		expect(good(await all.neighbour.call('GET', '/households')).households).toEqual([]);
		const stranger = await writeDown({ ...all, helper: all.neighbour, villages: [all.elsewhere, ''] });
		expect((await add({ helpedId: stranger.id, consent: true })).body.code).toBe('helped.no-such-learner');
		const trail = JSON.stringify(await all.app.house.store.read.select().from(auditEntries));
		expect(trail).toContain('community.household-changed');
		expect(trail).not.toMatch(/bà Tư|Bùi/);
	});

	it('forget a helped learner who takes her consent back, and keep one who takes her learning over', async () => {
		const all = await withCard();
		const other = await writeDown(all, { name: 'Lò Thị Ọc' });
		const home = good(await all.helper.call('POST', '/households', { name: 'nhà bà Tư', placeId: all.villages[0] }));
		for (const helpedId of [all.card.id, other.id])
			good(await all.helper.call('POST', `/households/${home.id}/members`, { helpedId, consent: true }));
		const tu = await someone(all.app, { name: 'Bùi Thị Tư' });
		good(await tu.call('POST', '/cards/taking', { code: all.card.code, pin: all.card.pin, sure: true }));
		good(await all.helper.call('DELETE', `/helped-learners/${other.id}`));
		expect(await mine(tu)).toMatchObject({ people: [{ name: 'Bùi Thị Tư', mine: true }] });
	});

	it('are counted by village for officers', async () => {
		const all = await withTeam();
		const anh = await atHome(all);
		await learns(all, anh);
		good(await anh.call('PUT', '/me/household', { guides: true }));
		good(await all.helper.call('POST', '/households', { name: 'nhà bà Tư', placeId: all.villages[0] }));
		good(await all.helper.call('POST', '/households', { name: 'nhà bà Sáu', placeId: all.villages[1] }));
		expect(good(await all.officer.call('GET', '/household-shares'))).toMatchObject({
			places: [
				{ place: { name: 'Thôn Đông' }, households: 2, digital: 1 },
				{ place: { name: 'Thôn Tây' }, households: 1, digital: 0 }
			],
			households: 3,
			digital: 1
		});
		expect((await all.helper.call('GET', '/household-shares')).status).toBe(403);
	});
});
