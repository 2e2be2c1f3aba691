import { describe, expect, it } from 'vitest';
import { answer, baTu, earn, open, withCard, writeDown } from '../support/helped.ts';
import { aClass, accountOf, giveRole, good, neighbours, someone, type Neighbours } from '../support/classes.ts';
import { anApp, type Phone } from '../support/index.ts';
import { tablesWith } from '../support/kept-rows.ts';
import { lan, password } from '../support/people.ts';
import { join, withTeam } from '../support/teams.ts';
import { log } from '../support/visits.ts';

const typed = { name: 'Hoàng Thị Mận', birthYear: 1971, phone: '0987 111 222', username: 'co.man.71' };
const erasure = { sure: true, password };

interface Kept {
	accountId: string;
	learnerIds: string[];
	code: string;
}

/** Somebody with a bit of everything: lessons, a record, a class, a family, a team with a role, two phones. */
async function aWholeLife(): Promise<Awaited<ReturnType<typeof withTeam>> & Kept & { phone: Phone; second: Phone }> {
	const all = await withTeam();
	const { app, helper, villages } = all;
	const phone = app.aPhone();
	// Learnt before there was an account, on this device; then taken along.
	await answer(phone, app);
	good(await phone.call('POST', '/accounts', { ...typed, password, placeId: villages[0], takeDeviceLearning: false }));
	good(await phone.call('POST', '/session/device-learning', { take: true }));
	await answer(phone, app);
	const { code } = await earn(phone, app, typed.name);
	good(await phone.call('POST', '/courses/thu/attempts', {}));
	const { id: classId } = await aClass(all);
	const accountId = await accountOf(phone);
	good(
		await helper.call('POST', `/classes/${classId}/attendance`, { way: 'tick', people: [{ accountId, mark: 'alone' }] })
	);
	good(await phone.call('POST', '/households', { name: 'Nhà cô Mận ở đầu xóm' }));
	await join(all.officer, phone, all.team);
	good(await helper.call('GET', `/accounts/${accountId}`));
	const second = app.aPhone();
	good(await second.call('POST', '/session', { identifier: typed.username, password }));
	const rows = await app.house.store.read.select().from((await import('../../src/identity/tables.ts')).learners);
	const accounts = await app.house.store.read.select().from((await import('../../src/identity/tables.ts')).accounts);
	const own = accounts.find(({ id }) => id === accountId)?.learnerId ?? '';
	const learnerIds = rows.filter(({ id, mergedInto }) => id === own || mergedInto === own).map(({ id }) => id);
	return { ...all, phone, second, accountId, learnerIds, code };
}

const personal = ['Hoàng', 'hoang thi man', 'Mận', '+84987111222', '987111222', 'co.man.71'];

describe('seeing what is kept of oneself', () => {
	it('tells somebody with an account everything, in words', async () => {
		const { phone } = await aWholeLife();
		const { as, parts } = good(await phone.call('GET', '/me/data'));
		expect(as).toBe('account');
		const ids = parts.map(({ id }: { id: string }) => id);
		expect(ids).toEqual(
			expect.arrayContaining(['account', 'entrances', 'roles', 'trail', 'lessons', 'lesson-answers', 'attempts'])
		);
		expect(ids).toEqual(expect.arrayContaining(['answers', 'records', 'attendance', 'home', 'teams']));
		const text = JSON.stringify(parts);
		expect(text).toContain('Hoàng Thị Mận');
		expect(text).not.toMatch(/own-data\.|argon2|tokenHash|codeMark/);
	});

	it('tells a learner without an account what this device has learnt, and nobody anything where there is nothing', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		expect(good(await phone.call('GET', '/me/data'))).toEqual({ as: 'nobody', parts: [] });
		expect((await phone.call('GET', '/me/data/file')).status).toBe(401);
		await answer(phone, app);
		const { as, parts } = good(await phone.call('GET', '/me/data'));
		expect(as).toBe('device');
		expect(parts.map(({ id }: { id: string }) => id)).toEqual(['entrances', 'lessons', 'lesson-answers']);
	});

	it('shows a card’s owner what her helper wrote, with her PIN; not to the helper who opened it', async () => {
		const all = await withCard();
		const phone = all.app.aPhone();
		good(await open(phone, all.card));
		const { as, parts } = good(await phone.call('GET', '/me/data'));
		expect(as).toBe('card');
		expect(JSON.stringify(parts)).toContain(baTu.household);
		good(await all.helper.call('POST', `/helped-learners/${all.card.id}/device`, {}));
		for (const path of ['/me/data', '/me/data/file'])
			expect((await all.helper.call('GET', path)).body.code).toBe('privacy.opened-by-helper');
	});

	it('gives it as a file in which every field is explained', async () => {
		const { phone } = await aWholeLife();
		const reply = await phone.call('GET', '/me/data/file', undefined, { 'accept-language': 'en' });
		expect(reply.headers['content-disposition']).toMatch(/^attachment; filename="my-data-2026-11-23\.json"$/);
		const { format, parts, fields } = good(reply);
		expect(format).toBe('bdhvs-own-data');
		const used = new Set(parts.flatMap(({ entries }: { entries: object[] }) => entries.flatMap(Object.keys)));
		expect(
			[...used].filter((field) => !fields[field as string] || String(fields[field as string]).includes('own-data.'))
		).toEqual([]);
		expect(JSON.stringify(parts)).not.toMatch(/argon2/);
	});
});

describe('correcting what is kept of oneself', () => {
	const corrected = { name: 'Hoàng Thị Mai', birthYear: 1972, phone: '0987111222', username: 'co.man.71' };

	it('changes name, year, place and phone; an issued record stays as it was signed', async () => {
		const { phone, code, villages, app } = await aWholeLife();
		const me = good(await phone.call('PUT', '/me/account', { ...corrected, placeId: villages[1] }));
		expect(me.account).toMatchObject({ name: 'Hoàng Thị Mai', birthYear: 1972, place: { name: 'Thôn Tây' } });
		expect(good(await phone.call('GET', `/records/${code}`)).name).toBe(typed.name);
		expect(
			good(await phone.call('PUT', '/me/account', { name: 'Mai Lan', birthYear: 1972, username: 'mai' })).account
		).toMatchObject({
			phone: null,
			place: null
		});
		good(await app.aPhone().call('POST', '/session', { identifier: 'mai', password }));
	});

	it.each([
		[{ name: '' }, 'name'],
		[{ birthYear: 1700 }, 'birthYear'],
		[{ phone: '12' }, 'phone'],
		[{ username: 'x' }, 'username'],
		[{ placeId: 'nowhere' }, 'placeId']
	])('refuses %j and says which field is meant', async (part, field) => {
		const app = await anApp();
		const phone = app.aPhone();
		good(await phone.call('POST', '/accounts', lan));
		expect(await phone.call('PUT', '/me/account', { ...corrected, ...part })).toMatchObject({
			status: 400,
			body: { fields: [{ field }] }
		});
	});

	it('gives nobody another’s username', async () => {
		const all = await neighbours();
		const one = await someone(all.app, { name: 'Lê Một' });
		const taken = good(await one.call('GET', '/session')).account.username;
		const two = await someone(all.app, { name: 'Lê Hai' });
		const answer = await two.call('PUT', '/me/account', { name: 'Lê Hai', birthYear: 1964, username: taken });
		expect(answer).toMatchObject({ status: 409, body: { code: 'identity.username-taken' } });
	});
});

describe('agreeing, purpose by purpose', () => {
	it('is asked for nothing beforehand; a phone number is shown whole only while she agrees, and only where she is opened', async () => {
		const { phone, helper, accountId } = await aWholeLife();
		const seen = async () => good(await helper.call('GET', `/accounts/${accountId}`)).phone;
		expect(good(await phone.call('GET', '/me/consents'))).toMatchObject({
			guardianNeeded: false,
			hasPhone: true,
			purposes: [{ purpose: 'contact', given: false, since: null }]
		});
		expect(await seen()).toMatch(/^••• ••• •222$/);
		for (let twice = 0; twice < 2; twice++) good(await phone.call('PUT', '/me/consents/contact', {}));
		expect(await seen()).toBe('+84987111222'.replace('+84', '0'));
		const listed = good(await helper.call('GET', '/accounts?query=man')).accounts;
		expect(listed).toMatchObject([{ phone: '••• ••• •222' }]);
		const after = good(await phone.call('DELETE', '/me/consents/contact'));
		expect(after.purposes).toMatchObject([{ given: false }]);
		expect(await seen()).toMatch(/^•••/);
		expect((await phone.call('PUT', '/me/consents/anything', {})).status).toBe(400);
	});

	it('needs a guardian’s word for whoever may be younger than sixteen', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		good(await phone.call('POST', '/accounts', { ...lan, birthYear: 2012 }));
		for (const [guardian, code] of [
			[undefined, 'guardian'],
			['12', 'guardian']
		])
			expect(await phone.call('PUT', '/me/consents/contact', { ...(guardian && { guardian }) })).toMatchObject({
				status: 400,
				body: { fields: [{ field: code }] }
			});
		const { purposes } = good(await phone.call('PUT', '/me/consents/contact', { guardian: 'Nguyễn Văn Cha' }));
		expect(purposes).toMatchObject([{ given: true, guardian: 'Nguyễn Văn Cha' }]);
		expect(JSON.stringify(good(await phone.call('GET', '/me/data')))).toContain('Nguyễn Văn Cha');
		good(await phone.call('POST', '/me/erasure', erasure));
		expect(await tablesWith(app.house, ['Nguyễn Văn Cha'])).toEqual([]);
	});
});

describe('a list of accounts', () => {
	it('shows nobody’s whole name to whoever looks for nobody in particular', async () => {
		const { helper } = await aWholeLife();
		const { accounts } = good(await helper.call('GET', '/accounts'));
		const names = accounts.map(({ name }: { name: string }) => name);
		expect(names).toContain('H. T. Mận');
		expect(accounts.every(({ username }: { username: string | null }) => username === null)).toBe(true);
		expect(good(await helper.call('GET', '/accounts?query=man')).accounts).toMatchObject([{ name: typed.name }]);
	});
});

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

	it('done twice, or by two at once, is done once', async () => {
		const { phone, second } = await aWholeLife();
		const answers = await Promise.all([phone, second].map((each) => each.call('POST', '/me/erasure', erasure)));
		expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
		expect((await phone.call('POST', '/me/erasure', erasure)).status).toBe(401);
	});
});
