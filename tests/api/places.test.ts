import { describe, expect, it } from 'vitest';
import { firstAdministratorLink } from '../../src/identity/index.ts';
import { places } from '../../src/places/tables.ts';
import { anApp, type Phone, type TestApp } from '../support/index.ts';

/** A phone on which the administrator of the whole country is signed in. */
async function anAdministratorsPhone({ house, aPhone }: TestApp): Promise<Phone> {
	const token = (await firstAdministratorLink(house))?.split('=')[1];
	const phone = aPhone();
	const person = { name: 'Trần Quản Trị', birthYear: 1980, username: 'quantri', password: 'ruộng lúa chín vàng' };
	const answer = await phone.call('POST', '/first-administrator', { ...person, token });
	expect(answer.status).toBe(201);
	return phone;
}

const commune = { parentId: 'mau', name: 'Đồng Lúa', localKind: 'xã', villages: 'Thôn 1\nThôn 2' };

describe('GET /places', () => {
	it('lists the provinces to anyone, and what lies below a place', async () => {
		const { aPhone } = await anApp();
		const { status, body } = await aPhone().call('GET', '/places');
		expect(status).toBe(200);
		expect(body.places.at(-1)).toEqual({
			id: 'mau',
			kind: 'province',
			name: 'Tỉnh Mẫu (làm thử)',
			localKind: 'tỉnh',
			parentId: 'vn',
			path: '/mau/',
			sample: true
		});
		const below = await aPhone().call('GET', '/places?parent=mau');
		expect(below.body).toMatchObject({ places: [{ id: 'mau-dong-sen' }], next: null });
	});

	it('searches without marks', async () => {
		const { aPhone } = await anApp();
		const { body } = await aPhone().call('GET', `/places?query=${encodeURIComponent('ben cho')}`);
		expect(body.places.map(({ name }: { name: string }) => name)).toEqual(['Xóm Bến Chợ']);
	});

	it.each([
		['/places?parent=nowhere', 404, 'places.no-such-place'],
		['/places?after=nowhere', 404, 'places.no-such-place'],
		['/places?limit=101', 400, 'platform.invalid'],
		['/places?limit=x', 400, 'platform.invalid'],
		['/places?other=1', 400, 'platform.invalid'],
		[`/places?query=${'a'.repeat(81)}`, 400, 'platform.invalid'],
		['/places/nowhere', 404, 'places.no-such-place']
	])('%s is answered %i', async (path, status, code) => {
		const { aPhone } = await anApp();
		expect(await aPhone().call('GET', path)).toMatchObject({ status, body: { code } });
	});

	it('shows one place with its cards', async () => {
		const { aPhone } = await anApp();
		const { body } = await aPhone().call('GET', '/places/mau-dong-sen');
		expect(body.contacts).toHaveLength(3);
		expect(body.children.length).toBeGreaterThanOrEqual(3);
		expect(body).not.toHaveProperty('folded');
	});
});

describe('setting up places', () => {
	it.each([
		['/places', commune],
		['/places/mau-dong-sen/villages', { villages: 'Thôn 1' }]
	])('POST %s is for officers and administrators of the place', async (path, body) => {
		const { aPhone, house } = await anApp();
		const phone = aPhone();
		const count = await house.store.read.$count(places);
		expect(await phone.call('POST', path, body)).toMatchObject({
			status: 401,
			body: { code: 'identity.sign-in-first' }
		});
		await phone.call('POST', '/accounts', {
			name: 'Lê Lan',
			birthYear: 1990,
			username: 'lele',
			password: 'con mèo đen nhà em'
		});
		expect(await phone.call('POST', path, body)).toMatchObject({ status: 403, body: { code: 'identity.not-allowed' } });
		expect(await house.store.read.$count(places)).toBe(count);
	});

	it('makes a commune, refuses it a second time in words, and adds villages later', async () => {
		const app = await anApp();
		const phone = await anAdministratorsPhone(app);
		const made = await phone.call('POST', '/places', commune);
		expect(made).toMatchObject({
			status: 201,
			body: { name: 'Xã Đồng Lúa', children: [{ name: 'Thôn 1' }, { name: 'Thôn 2' }] }
		});
		const again = await phone.call('POST', '/places', commune);
		expect(again).toMatchObject({ status: 409, body: { code: 'places.place-exists', fields: [{ field: 'name' }] } });
		expect(again.body.title).toBe('Xã Đồng Lúa đã có ở đây rồi. Mở nơi đó ra để thêm thôn, hoặc đặt tên khác.');
		const more = await phone.call('POST', `/places/${made.body.id}/villages`, { villages: 'Thôn 2\nThôn 3' });
		expect(more).toMatchObject({ status: 200, body: { added: 1, known: 1, villages: [{ name: 'Thôn 3' }] } });
	});

	it.each([
		[{ ...commune, name: undefined }, 400, 'platform.invalid'],
		[{ ...commune, extra: 1 }, 400, 'platform.invalid'],
		[{ ...commune, contacts: [{ kind: 'bank', name: 'x' }] }, 400, 'platform.invalid'],
		[{ ...commune, villages: '<script>' }, 400, 'places.village-name-wrong'],
		[{ ...commune, parentId: 'nowhere' }, 404, 'places.no-such-place'],
		['{"parentId":', 400, 'platform.broken-json'],
		[{ ...commune, villages: 'x'.repeat(300_000) }, 413, 'platform.too-large']
	])('says what is wrong with %#', async (body, status, code) => {
		const app = await anApp();
		const phone = await anAdministratorsPhone(app);
		const count = await app.house.store.read.$count(places);
		const answer = await phone.call('POST', '/places', body);
		expect(answer).toMatchObject({ status, body: { code } });
		expect(answer.body.title.length).toBeGreaterThan(10);
		expect(await app.house.store.read.$count(places)).toBe(count);
	});
});
