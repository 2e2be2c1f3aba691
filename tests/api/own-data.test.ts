import { describe, expect, it } from 'vitest';
import { good, neighbours, someone } from '../support/classes.ts';
import { answer, baTu, open, withCard } from '../support/helped.ts';
import { anApp } from '../support/index.ts';
import { tablesWith } from '../support/kept-rows.ts';
import { aWholeLife, erasure, typed } from '../support/own-data.ts';
import { lan, password } from '../support/people.ts';

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
		const least = good(await phone.call('GET', '/me/data?most=1')).parts;
		expect(least.every(({ entries }: { entries: object[] }) => entries.length === 1)).toBe(true);
		expect((await phone.call('GET', '/me/data?most=501')).status).toBe(400);
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
			['12', 'guardian'],
			[lan.name.toUpperCase(), 'guardian']
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
		for (const [query, name] of [
			['man', 'H. T. Mận'],
			['hoang thi', 'H. T. Mận'],
			['hoàng thị mận', typed.name],
			[typed.username, typed.name],
			[typed.phone, typed.name]
		] as const)
			expect(good(await helper.call('GET', `/accounts?query=${encodeURIComponent(query)}`)).accounts).toMatchObject([
				{ name }
			]);
	});
});
