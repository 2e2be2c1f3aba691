import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { memberships, staffEntries } from '../../src/assign/tables.ts';
import { facts } from '../../src/platform/tables.ts';
import { accountOf, good, neighbours, someone, type Neighbours } from '../support/classes.ts';
import { officer, withOrganisations, type Offices } from '../support/organisations.ts';

const join = async ({ code }: Offices, phone: Neighbours['helper'], body: object = {}) =>
	phone.call('POST', `/join-codes/${code}/membership`, body);

const rows = ({ app }: Neighbours) => app.house.store.read.select().from(memberships);

describe('joining an organisation by its code', () => {
	it('ends for everybody when the organisation closes', async () => {
		const all = await withOrganisations();
		const lan = await someone(all.app, { name: 'Trần Thị Lan' });
		good(await join(all, lan));
		const listed = { name: 'Chưa Có Ai', birthYear: 1970 };
		good(await all.officer.call('POST', `/organisations/${all.office}/staff`, listed));
		good(await all.root.call('POST', `/organisations/${all.office}/closing`, {}));
		await all.app.house.facts.runDue();
		const entries = await all.app.house.store.read.select().from(staffEntries);
		expect(entries.map(({ endedAt }) => endedAt)).not.toContain(null);
		const late = await someone(all.app, { name: 'Vũ Thị Muộn' });
		expect((await late.call('GET', `/join-codes/${all.code}`)).body.code).toBe('members.organisation-closed');
		expect(await rows(all)).toMatchObject([{ endedWhy: 'closed' }]);
		expect(good(await lan.call('GET', '/me/memberships')).memberships).toEqual([]);
	});

	it('says first which it is; whoever joins is in its list, once, and can leave', async () => {
		const all = await withOrganisations();
		const lan = await someone(all.app, { name: 'Trần Thị Lan' });
		const seen = good(await lan.call('GET', `/join-codes/${all.code.toLowerCase()}`));
		expect(seen).toMatchObject({ place: { name: 'UBND xã', within: 'Xã Xuân' }, member: false });
		good(await join(all, lan, { position: '  Kế toán ' }));
		good(await join(all, lan));
		const list = good(await all.officer.call('GET', `/organisations/${all.office}/members`));
		expect(list.members).toMatchObject([{ name: 'Trần Thị Lan', birthYear: 1964, position: 'Kế toán' }]);
		const recorded = (await all.app.house.store.read.select().from(facts)).filter(
			({ name }) => name === 'assign.joined'
		);
		expect(recorded.map(({ payload }) => payload)).toMatchObject([
			{ placeId: all.office, membershipId: list.members[0].id }
		]);
		const [mine] = good(await lan.call('GET', '/me/memberships')).memberships;
		good(await lan.call('DELETE', `/me/memberships/${mine.id}`));
		expect(await rows(all)).toMatchObject([{ endedWhy: 'left' }]);
		expect(good(await all.officer.call('GET', `/organisations/${all.office}/membership`))).toMatchObject({
			members: 0
		});
		good(await join(all, lan));
		expect(await rows(all)).toHaveLength(2);
	});

	it('is over when the code was ended or ran out, and guessing is slowed', async () => {
		const all = await withOrganisations();
		const lan = await someone(all.app, { name: 'Trần Thị Lan' });
		good(await all.officer.call('DELETE', `/organisations/${all.office}/join-codes/${all.codeId}`));
		expect((await join(all, lan)).body.code).toBe('members.no-such-code');
		const codes = [];
		for (let i = 0; i < 13; i++) codes.push((await lan.call('GET', '/join-codes/ABCDEFGH')).body.code);
		expect(codes.at(-1)).toBe('members.too-many-codes');
	});
});

describe('the people of an organisation', () => {
	it('are moved by whoever manages both: here it ends, there it begins', async () => {
		const all = await withOrganisations();
		const lan = await someone(all.app, { name: 'Trần Thị Lan' });
		good(await join(all, lan));
		const [{ id }] = good(await all.officer.call('GET', `/organisations/${all.office}/members`)).members;
		const move = (phone: Neighbours['helper'], placeId: string) =>
			phone.call('POST', `/memberships/${id}/transfer`, { placeId });
		expect((await move(all.stranger, all.school)).status).toBe(404);
		expect((await move(all.officer, all.elsewhereOffice)).status).toBe(404);
		const where = `/organisations/${all.office}/destinations?query=${encodeURIComponent('truong xuan')}`;
		expect(good(await all.officer.call('GET', where)).places).toMatchObject([{ id: all.school }]);
		good(await move(all.officer, all.school));
		expect((await rows(all)).map(({ placeId, endedWhy }) => [placeId, endedWhy])).toEqual([
			[all.office, 'moved'],
			[all.school, null]
		]);
		const [there] = good(await all.officer.call('GET', `/organisations/${all.school}/members`)).members;
		good(await all.officer.call('DELETE', `/memberships/${there.id}`));
		expect((await rows(all)).at(-1)).toMatchObject({ endedWhy: 'removed' });
	});

	it('are no business of a neighbour, nor of a helper; a teacher has those of her school', async () => {
		const all = await withOrganisations();
		for (const phone of [all.stranger, all.helper, await officer(all, 'teacher', all.school)])
			for (const path of [`/organisations/${all.office}/membership`, `/organisations/${all.office}/members`])
				expect([403, 404]).toContain((await phone.call('GET', path)).status);
		const teacher = await officer(all, 'teacher', all.school);
		good(await teacher.call('GET', `/organisations/${all.school}/members`));
		const overseer = await officer(all, 'overseer', all.commune);
		good(await overseer.call('GET', `/organisations/${all.school}/members`));
		expect((await overseer.call('POST', `/organisations/${all.school}/join-codes`, { days: 7 })).status).toBe(403);
	});
});

describe('the staff list of an organisation', () => {
	const add = async ({ officer, office }: Offices, entry: object) =>
		officer.call('POST', `/organisations/${office}/staff`, entry);

	it('recognises who has an account by herself: a member by name and year, whether she joins before or after', async () => {
		const all = await withOrganisations();
		const lan = await someone(all.app, { name: 'Trần Thị Lan' });
		const first = good(await add(all, { name: 'tran thi lan', birthYear: 1964, position: 'Kế toán' }));
		expect(first).toMatchObject({ matchedBy: null, candidates: [] });
		good(await join(all, lan));
		expect(good(await all.officer.call('GET', `/staff-entries/${first.id}`))).toMatchObject({ matchedBy: 'member' });
		const tu = await someone(all.app, { name: 'Lê Văn Tú' });
		good(await join(all, tu));
		expect(good(await add(all, { name: 'Lê Văn Tú', birthYear: 1964 }))).toMatchObject({ matchedBy: 'member' });
		good(await add(all, { name: 'Người Chưa Vào', birthYear: 1990 }));
		const missing = good(await all.officer.call('GET', `/organisations/${all.office}/staff?only=missing`));
		expect(missing).toMatchObject({ listed: 3, matched: 2, entries: [{ name: 'Người Chưa Vào' }] });
	});

	it('never guesses between two: a manager says who it is, and may take it back', async () => {
		const all = await withOrganisations();
		for (let i = 0; i < 2; i++) good(await join(all, await someone(all.app, { name: 'Trần Thị Lan' })));
		const { id, matchedBy, candidates } = good(await add(all, { name: 'Trần Thị Lan', birthYear: 1964 }));
		expect([matchedBy, candidates.length]).toEqual([null, 2]);
		const doubtful = good(await all.officer.call('GET', `/organisations/${all.office}/staff?only=doubtful`));
		expect(doubtful.entries).toMatchObject([{ id, doubtful: true }]);
		const told = await all.officer.call('PUT', `/staff-entries/${id}/match`, {
			membershipId: candidates[0].membershipId
		});
		expect(good(told)).toMatchObject({ matchedBy: 'hand', candidates: [] });
		expect(good(await all.officer.call('DELETE', `/staff-entries/${id}/match`))).toMatchObject({ matchedBy: null });
	});

	it('says what is wrong with a row, field by field, and asks for a word where two are alike', async () => {
		const all = await withOrganisations();
		const faults = await add(all, { name: '1', birthYear: 3000, phone: '12', email: 'x', position: 'x'.repeat(81) });
		expect(faults.body.fields.map(({ field }: { field: string }) => field)).toEqual([
			'name',
			'birthYear',
			'phone',
			'email',
			'position'
		]);
		good(await add(all, { name: 'Trần Thị Lan', birthYear: 1964 }));
		expect((await add(all, { name: 'Trần Thị Lan', birthYear: 1964 })).body.fields[0].field).toBe('apart');
		const { id } = good(await add(all, { name: 'Trần Thị Lan', birthYear: 1964, apart: 'phòng 2' }));
		good(await all.officer.call('PUT', `/staff-entries/${id}`, { name: 'Trần Thị Lan', birthYear: 1965 }));
		good(await all.officer.call('DELETE', `/staff-entries/${id}`));
		expect((await all.officer.call('GET', `/staff-entries/${id}`)).status).toBe(404);
		expect((await all.stranger.call('GET', `/organisations/${all.office}/staff`)).status).toBe(404);
		expect(await all.app.house.store.read.$count(staffEntries)).toBe(2);
	});
});

it('whoever learnt on two devices belongs once where both belonged, since the earlier day', async () => {
	const all = await neighbours();
	const { office } = await withOrganisations(all);
	const { store, facts, clock } = all.app.house;
	const lan = await someone(all.app, { name: 'Trần Thị Lan' });
	const other = await someone(all.app, { name: 'Trần Lan' });
	const learner = async (phone: Neighbours['helper']) => {
		const { findAccount } = await import('../../src/identity/queries.ts');
		return (await findAccount(store.read, await accountOf(phone)))?.learnerId ?? '';
	};
	const [into, from] = [await learner(lan), await learner(other)];
	const row = (id: string, learnerId: string, day: number) => {
		const joinedAt = new Date(Date.UTC(2026, 10, day));
		return {
			id,
			placeId: office,
			placePath: '/x/',
			learnerId,
			position: null,
			joinedAt,
			endedAt: null,
			endedWhy: null
		};
	};
	await store.transact(async (tx) => {
		await tx.insert(memberships).values([row('a', into, 5), row('b', from, 2)]);
		await facts.record(tx, 'identity.device-claimed', { fromLearnerId: from, intoLearnerId: into });
	});
	await facts.runDue();
	const running = (await store.read.select().from(memberships).where(eq(memberships.learnerId, into))).filter(
		({ endedAt }) => endedAt === null
	);
	expect(running).toMatchObject([{ id: 'a', joinedAt: new Date(Date.UTC(2026, 10, 2)) }]);
	expect(clock.now()).toBeInstanceOf(Date);
});
