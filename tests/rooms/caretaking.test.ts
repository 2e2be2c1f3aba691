import { describe, expect, it } from 'vitest';
import { createFirstAdministrator, firstAdministratorLink } from '../../src/identity/first-administrator.ts';
import { endGrant, grantRole } from '../../src/identity/grant-role.ts';
import { makeReopening } from '../../src/identity/make-reopening.ts';
import { getAccountView, searchAccounts } from '../../src/identity/read-accounts.ts';
import { findSignedIn } from '../../src/identity/session-queries.ts';
import { accounts, sessions } from '../../src/identity/tables.ts';
import { useReopening as openWithCode } from '../../src/identity/use-reopening.ts';
import { visitor, type Actor } from '../../src/platform/actor.ts';
import { actorOf, anAdministrator, anInhabitedHouse, aPerson, device, enter, password } from '../support/people.ts';

const day = 24 * 60 * 60_000;

describe('the first administrator', () => {
	const person = { name: 'Trần Quản Trị', birthYear: 1980, username: 'quantri', password, device };
	const tokenIn = (link: string | null) => link?.split('=')[1] ?? '';

	it('comes in by a one-time link, made while there is none', async () => {
		const house = await anInhabitedHouse();
		const old = tokenIn(await firstAdministratorLink(house));
		const link = await firstAdministratorLink(house);
		expect(link).toMatch(/^\/quan-tri\/dau-tien\?ma=[\w-]{32}$/);
		await expect(createFirstAdministrator(house, { ...person, token: old })).rejects.toMatchObject({
			code: 'identity.setup-link-dead'
		});
		const issued = await createFirstAdministrator(house, { ...person, token: tokenIn(link) });
		expect((await actorOf(house, issued)).grants).toEqual([{ role: 'administrator', placeId: 'vn', placePath: '/' }]);
		const again = { ...person, username: 'quantri2', token: tokenIn(link) };
		await expect(createFirstAdministrator(house, again)).rejects.toMatchObject({ code: 'identity.setup-link-dead' });
		expect(await firstAdministratorLink(house)).toBeNull();
	});

	it('is one, however many use the link at once', async () => {
		const house = await anInhabitedHouse();
		const token = tokenIn(await firstAdministratorLink(house));
		const all = await Promise.allSettled(
			['quantri1', 'quantri2', 'quantri3'].map((username) =>
				createFirstAdministrator(house, { ...person, username, token })
			)
		);
		expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(await house.store.read.$count(accounts)).toBe(1);
	});
});

describe('roles', () => {
	it('are given on a place within the giver’s own, and reach what lies below', async () => {
		const house = await anInhabitedHouse();
		const top = await anAdministrator(house);
		const { issued, actor } = await aPerson(house, { placeId: 'mau-dong-sen' });
		const accountId = actor.accountId ?? '';
		const grant = await grantRole(house, top, { accountId, role: 'administrator', placeId: 'mau' });
		expect(await grantRole(house, top, { accountId, role: 'administrator', placeId: 'mau' })).toEqual(grant);
		const local = await actorOf(house, issued);
		expect(local.grants).toEqual([{ role: 'administrator', placeId: 'mau', placePath: '/mau/' }]);

		await grantRole(house, local, { accountId, role: 'helper', placeId: 'mau-dong-sen' });
		const outside = grantRole(house, local, { accountId, role: 'helper', placeId: 'vn-46' });
		await expect(outside).rejects.toMatchObject({ code: 'identity.not-your-grant' });
		const topId = top.accountId ?? '';
		const stranger = grantRole(house, local, { accountId: topId, role: 'helper', placeId: 'mau' });
		await expect(stranger).rejects.toMatchObject({ code: 'identity.no-such-account' });
		await endGrant(house, top, grant.id);
		expect((await actorOf(house, issued)).grants.map(({ role }) => role)).toEqual(['helper']);
		await expect(endGrant(house, top, grant.id)).rejects.toMatchObject({ code: 'identity.no-such-grant' });
	});

	it('leave one administrator of the whole country', async () => {
		const house = await anInhabitedHouse();
		const top = await anAdministrator(house);
		const { actor } = await aPerson(house);
		const own = (await getAccountView(house, top, top.accountId ?? '')).grants[0]?.id ?? '';
		await expect(endGrant(house, top, own)).rejects.toMatchObject({ code: 'identity.last-administrator' });
		const second = await grantRole(house, top, {
			accountId: actor.accountId ?? '',
			role: 'administrator',
			placeId: 'vn'
		});
		const both = await Promise.allSettled([endGrant(house, top, own), endGrant(house, top, second.id)]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	});
});

describe('looking after accounts', () => {
	const helperOf = (placePath: string): Actor => ({
		...visitor(),
		accountId: 'helper',
		grants: [{ role: 'helper', placeId: 'p', placePath }]
	});

	it('finds people within one’s places, without showing their number', async () => {
		const house = await anInhabitedHouse();
		await aPerson(house, { placeId: 'mau-dong-sen' });
		await aPerson(house, { name: 'Lê Thị Đào', placeId: 'mau-dong-sen-ha', phone: '', username: 'dao_le' });
		await aPerson(house, { name: 'Trần Lan', phone: '0988 888 888', placeId: 'vn-46' });
		await aPerson(house, { name: 'Vũ Lan', phone: '0977 777 777' });
		const found = async (placePath: string, query: string) =>
			(await searchAccounts(house, helperOf(placePath), { query })).accounts.map(({ name }) => name);
		expect(await found('/mau/', 'LÂN')).toEqual(['N. T. Lan']);
		expect(await found('/mau/', 'dao_')).toEqual(['L. T. Đào']);
		expect(await found('/mau/', '0912.345.678')).toEqual(['Nguyễn Thị Lan']);
		expect(await found('/mau/', 'nguyễn thị lan')).toEqual(['Nguyễn Thị Lan']);
		expect(await found('/mau/', '')).toEqual(['L. T. Đào', 'N. T. Lan']);
		expect(await found('/', 'lan')).toEqual(['N. T. Lan', 'T. Lan', 'V. Lan']);
		expect(await found('/46/', '0977777777')).toEqual([]);
		await expect(found('/', 'a')).rejects.toMatchObject({ code: 'identity.query-too-short' });
		const { accounts: people } = await searchAccounts(house, helperOf('/mau/'), { query: 'lan' });
		expect(people[0]).toMatchObject({ phone: '••• ••• •678', place: { name: 'Xã Đồng Sen (xã mẫu, làm thử)' } });
		expect(JSON.stringify(people)).not.toContain('912345');
	});

	it('reopens an account with a one-time code from a sheet', async () => {
		const house = await anInhabitedHouse();
		const { actor, issued } = await aPerson(house, { placeId: 'mau-dong-sen' });
		const top = await anAdministrator(house);
		const first = await makeReopening(house, top, { accountId: actor.accountId ?? '' });
		const sheet = await makeReopening(house, top, { accountId: actor.accountId ?? '' });
		expect(sheet).toMatchObject({ name: 'Nguyễn Thị Lan', expiresAt: '2026-11-30T02:00:00.000Z' });
		const open = (part: { code?: string; password?: string; identifier?: string } = {}) =>
			openWithCode(house, visitor(), {
				identifier: '0912345678',
				code: sheet.code,
				password: 'mưa rơi mái lá',
				device,
				...part
			});
		await expect(open({ code: first.code })).rejects.toMatchObject({ code: 'identity.wrong-code' });
		await expect(open({ identifier: '0900000000' })).rejects.toMatchObject({ code: 'identity.wrong-code' });
		await expect(open({ password: '12345678' })).rejects.toMatchObject({
			details: { fields: [{ field: 'password' }] }
		});
		const fresh = await open({ code: sheet.code.toLowerCase().replace('-', ' ') });
		expect((await actorOf(house, fresh)).accountId).toBe(actor.accountId);
		expect(await findSignedIn(house.store.read, issued.sessionId)).toBeUndefined();
		await expect(open()).rejects.toMatchObject({ code: 'identity.wrong-code' });
		await enter(house, { password: 'mưa rơi mái lá' });
	});

	it('kills a code that waits when its account is given a role', async () => {
		const house = await anInhabitedHouse();
		const top = await anAdministrator(house);
		const { actor } = await aPerson(house, { placeId: 'mau-dong-sen' });
		const accountId = actor.accountId ?? '';
		const { code } = await makeReopening(house, top, { accountId });
		await grantRole(house, top, { accountId, role: 'administrator', placeId: 'vn' });
		const opening = openWithCode(house, visitor(), {
			identifier: '0912345678',
			code,
			password: 'mưa rơi mái lá',
			device
		});
		await expect(opening).rejects.toMatchObject({ code: 'identity.wrong-code' });
		await enter(house);
	});

	it('refuses a code that is a week old, and slows whoever sends five wrong ones', async () => {
		const house = await anInhabitedHouse();
		const { actor } = await aPerson(house);
		const sheet = await makeReopening(house, await anAdministrator(house), { accountId: actor.accountId ?? '' });
		const open = (code: string) =>
			openWithCode(house, visitor(), { identifier: '0912345678', code, password: 'mưa rơi mái lá', device });
		for (let i = 0; i < 5; i++)
			await expect(open(`AAAAA-AAAA${i}`)).rejects.toMatchObject({ code: 'identity.wrong-code' });
		await expect(open(sheet.code)).rejects.toMatchObject({ kind: 'too-many' });
		house.clock.pass(7 * day);
		await expect(open(sheet.code)).rejects.toMatchObject({ code: 'identity.wrong-code' });
	});

	it('reopens within one’s places only, and never the account of someone with a role', async () => {
		const house = await anInhabitedHouse();
		const top = await anAdministrator(house);
		const local = await aPerson(house, { placeId: 'mau-dong-sen' });
		const placeless = await aPerson(house, { name: 'Vũ Lan' });
		const reopen = (as: Actor, accountId: string | null) => makeReopening(house, as, { accountId: accountId ?? '' });
		await reopen({ ...helperOf('/mau/dong-sen/'), accountId: top.accountId }, local.actor.accountId);
		for (const [as, whom] of [
			[helperOf('/46/'), local],
			[helperOf('/mau/'), placeless]
		] as const)
			await expect(reopen(as, whom.actor.accountId)).rejects.toMatchObject({ code: 'identity.no-such-account' });
		await grantRole(house, top, { accountId: local.actor.accountId ?? '', role: 'editor', placeId: 'mau-dong-sen-ha' });
		const officer: Actor = { ...top, grants: [{ role: 'officer', placeId: 'vn', placePath: '/' }] };
		await expect(reopen(officer, local.actor.accountId)).rejects.toMatchObject({
			code: 'identity.reopen-needs-administrator'
		});
		const admin: Actor = { ...top, grants: [{ role: 'administrator', placeId: 'mau', placePath: '/mau/' }] };
		await expect(reopen(admin, local.actor.accountId)).rejects.toMatchObject({
			code: 'identity.reopen-needs-administrator'
		});
		await reopen(top, local.actor.accountId);
		expect(await house.store.read.$count(sessions)).toBe(3);
	});
});
