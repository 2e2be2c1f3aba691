import { describe, expect, it } from 'vitest';
import { identities, identityKeys } from '../../src/identity/tables.ts';
import { aClass, accountOf, giveRole, good, neighbours, someone, type Neighbours } from '../support/classes.ts';
import { answer, baTu, earn, open, withCard, writeDown } from '../support/helped.ts';
import { anApp } from '../support/index.ts';
import { tablesWith } from '../support/kept-rows.ts';
import { aWholeLife, erasure, personal, typed } from '../support/own-data.ts';
import { password } from '../support/people.ts';
import { log } from '../support/visits.ts';

describe('deleting what is kept of oneself', () => {
	it('leaves nothing of an account but what the page says stays', async () => {
		const { phone, second, app, accountId, learnerIds, code } = await aWholeLife();
		expect(learnerIds).toHaveLength(2);
		expect((await phone.call('POST', '/me/erasure', erasure)).status).toBe(204);
		// The proof of a record has its name, and no way leads to it from the account.
		expect(await tablesWith(app.house, personal)).toEqual(['completion_records']);
		const byAccount = await tablesWith(app.house, [accountId]);
		expect(byAccount).toEqual(['accounts', 'audit_entries', 'grants', 'sessions', 'team_members']);
		expect((await tablesWith(app.house, learnerIds)).filter((name) => name !== 'facts')).toEqual([
			'accounts',
			'learners'
		]);
		expect(good(await app.aPhone().call('GET', `/verifications/${code}`)).status).toBe('valid');
		for (const each of [phone, second]) {
			expect(good(await each.call('GET', '/session')).account).toBeNull();
			expect(good(await each.call('GET', '/me/data')).as).toBe('nobody');
		}
		expect(good(await phone.call('GET', '/device/people')).people).toEqual([]);
		const again = { ...typed, password, placeId: undefined };
		expect((await app.aPhone().call('POST', '/session', { identifier: typed.username, password })).status).toBe(401);
		expect((await app.aPhone().call('POST', '/accounts', again)).status).toBe(201);
	});

	it('ends her roles, and helpers no longer find her; the class still counts one who came', async () => {
		const all = await aWholeLife();
		const before = good(await all.helper.call('GET', '/classes?when=past')).classes;
		good(await all.phone.call('POST', '/me/erasure', erasure));
		expect((await all.helper.call('GET', `/accounts/${all.accountId}`)).status).toBe(404);
		expect(good(await all.helper.call('GET', '/accounts?query=man')).accounts).toEqual([]);
		const { people, former } = good(await all.officer.call('GET', `/teams/${all.team}`));
		expect(JSON.stringify([people, former])).not.toContain('Mận');
		expect(good(await all.helper.call('GET', '/classes?when=past')).classes).toEqual(before);
		const trail = JSON.stringify(good(await all.root.call('GET', '/audit')));
		expect(trail).toContain('privacy.data-erased');
		expect(trail).not.toContain('Mận');
	});

	it('wants the right password, and a tick; then nothing was done', async () => {
		const { phone, app, accountId } = await aWholeLife();
		const unsure = await phone.call('POST', '/me/erasure', { sure: false, password });
		expect(unsure).toMatchObject({ status: 400, body: { fields: [{ field: 'sure' }] } });
		for (const wrong of [undefined, 'không phải']) {
			const answer = await phone.call('POST', '/me/erasure', { sure: true, ...(wrong && { password: wrong }) });
			expect(answer).toMatchObject({ status: 400, body: { fields: [{ field: 'password' }] } });
		}
		expect((await tablesWith(app.house, [accountId])).length).toBeGreaterThan(4);
	});

	it('is refused to the only administrator of the country, and open to one of two', async () => {
		const all = await neighbours();
		expect(await all.root.call('POST', '/me/erasure', erasure)).toMatchObject({
			status: 409,
			body: { code: 'identity.last-administrator' }
		});
		const other = await someone(all.app, { name: 'Trần Thứ Hai' });
		const [{ place }] = good(await all.root.call('GET', '/session')).grants;
		await giveRole(all, other, { role: 'administrator', placeId: place.id });
		expect((await all.root.call('POST', '/me/erasure', erasure)).status).toBe(204);
	});

	it('leaves a device as if nobody had learnt there', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		await answer(phone, app);
		const { code } = await earn(phone, app, 'Đinh Văn Sáu');
		good(await phone.call('POST', '/me/erasure', { sure: true }));
		expect(await tablesWith(app.house, ['Đinh Văn Sáu'])).toEqual(['completion_records']);
		expect(good(await app.aPhone().call('GET', `/verifications/${code}`)).status).toBe('valid');
		expect(good(await phone.call('GET', '/records').then((r) => ({ ...r, status: 200 }))).records ?? []).toEqual([]);
		await answer(phone, app);
		expect(good(await phone.call('GET', '/me/data')).as).toBe('device');
	});

	it('of somebody with a card is her helper’s to do, who leaves nothing either', async () => {
		const all: Neighbours & { card: { id: string; code: string; pin: string } } = await withCard();
		await writeDown(all, { name: 'Bùi Thị Tám', household: 'nhà đầu xóm' });
		const phone = all.app.aPhone();
		good(await open(phone, all.card));
		await answer(phone, all.app);
		await earn(phone, all.app, baTu.name);
		const { id } = await aClass(all);
		good(
			await all.helper.call('POST', `/classes/${id}/attendance`, { way: 'tick', people: [{ helpedId: all.card.id }] })
		);
		await log(all.helper, all.villages[0], { helpedId: all.card.id, household: undefined, did: 'gọi cho con bà Tư' });
		expect((await phone.call('POST', '/me/erasure', { sure: true })).body.code).toBe('privacy.ask-helper');
		good(await all.helper.call('DELETE', `/helped-learners/${all.card.id}`));
		expect(await tablesWith(all.app.house, ['Bùi Thị Tư', 'bà Tư', 'cạnh giếng'])).toEqual(['completion_records']);
		expect(good(await phone.call('GET', '/me/data')).as).toBe('nobody');
		const held = good(await all.helper.call('GET', `/classes/${id}`));
		expect(held.people).toMatchObject([{ kind: 'device', name: null }]);
	});

	it('takes a joined identity along, whose number is in no file', async () => {
		const { app, house } = await anApp().then((app) => ({ app, house: app.house }));
		const phone = await someone(app, { name: 'Phan Thị Nối' });
		const accountId = await accountOf(phone);
		const at = house.clock.now();
		const secret = { numberHash: 'hash-of-number', subjectHash: 'hash-of-subject', sealed: 'sealed-number' };
		const told = { issuer: 'https://vneid.test', name: 'Phan Thị Nối', birthDate: '1964-05-06', level: 2 };
		await house.store.transact(async (tx) => {
			await tx.insert(identityKeys).values({ id: 'k', salt: 's', createdAt: at });
			const row = { accountId, keyId: 'k', ...secret, ...told, guardian: null, simulated: true };
			await tx.insert(identities).values({ ...row, consentedAt: at, checkedAt: at });
		});
		const file = (await phone.call('GET', '/me/data/file')).raw.toString();
		expect(file).toContain('1964-05-06');
		for (const hidden of Object.values(secret)) expect(file).not.toContain(hidden);
		good(await phone.call('POST', '/me/erasure', erasure));
		expect(await tablesWith(house, ['Phan', '1964-05-06', ...Object.values(secret)])).toEqual([]);
	});

	it('done twice, or by two at once, is done once', async () => {
		const { phone, second } = await aWholeLife();
		const answers = await Promise.all([phone, second].map((each) => each.call('POST', '/me/erasure', erasure)));
		expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
		expect((await phone.call('POST', '/me/erasure', erasure)).status).toBe(401);
	});
});
