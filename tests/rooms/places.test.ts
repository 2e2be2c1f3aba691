import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addVillages } from '../../src/places/add-villages.ts';
import { createPlace } from '../../src/places/create-place.ts';
import { getPlaceView, searchPlaces } from '../../src/places/read-places.ts';
import { seedPlaces } from '../../src/places/seed-places.ts';
import { placeContacts, places } from '../../src/places/tables.ts';
import { visitor, type Actor, type Role } from '../../src/platform/actor.ts';
import { aHouse } from '../support/a-house.ts';

const contentDir = join(import.meta.dirname, '../../content');

async function aCountry() {
	const house = await aHouse({ CONTENT_DIR: contentDir });
	await seedPlaces(house);
	return house;
}

function holding(role: Role, placePath: string): Actor {
	return { ...visitor(), accountId: 'a', learnerId: 'l', grants: [{ role, placeId: 'p', placePath }] };
}

const officer = holding('officer', '/46/');
const dongSen = { parentId: 'vn-46', name: 'Đồng Sen', villages: '1. Thôn 10\n2. Thôn 3\nBuôn Ako Dhông\n\nthôn 3' };

describe('the places that ship', () => {
	it('are the 34 provinces in Vietnamese order, and the sample last', async () => {
		const house = await aCountry();
		const { places: found, next } = await searchPlaces(house, {});
		const names = found.map(({ name }) => name);
		expect(found).toHaveLength(35);
		expect(next).toBeNull();
		expect(names.slice(0, 4)).toEqual(['An Giang', 'Bắc Ninh', 'Cà Mau', 'Cao Bằng']);
		expect(names.at(-1)).toBe('Tỉnh Mẫu (làm thử)');
		expect(names.indexOf('Đắk Lắk')).toBeLessThan(names.indexOf('Đồng Nai'));
		expect(names.indexOf('Điện Biên')).toBeGreaterThan(names.indexOf('Đắk Lắk'));
	});

	it('stay as they are when the server starts again, and take over a name that changed', async () => {
		const house = await aCountry();
		const count = await house.store.read.$count(places);
		const cards = await house.store.read.$count(placeContacts);
		await house.store.transact((tx) =>
			tx
				.update(places)
				.set({ name: 'Tên cũ' })
				.then(() => undefined)
		);
		await seedPlaces(house);
		await seedPlaces(house);
		expect(await house.store.read.$count(places)).toBe(count);
		expect(await house.store.read.$count(placeContacts)).toBe(cards);
		expect((await getPlaceView(house, 'vn-46')).name).toBe('Huế');
	});

	it('have a made-up commune that says so, with villages and contact cards', async () => {
		const house = await aCountry();
		const sample = await getPlaceView(house, 'mau-dong-sen');
		expect(sample).toMatchObject({ name: 'Xã Đồng Sen (xã mẫu, làm thử)', sample: true, path: '/mau/dong-sen/' });
		expect(sample.parents.map(({ name }) => name)).toEqual(['Việt Nam', 'Tỉnh Mẫu (làm thử)']);
		expect(sample.children.length).toBeGreaterThanOrEqual(3);
		expect(sample.contacts.map(({ kind }) => kind)).toEqual(['service-centre', 'police', 'team']);
		for (const card of sample.contacts) expect(card.name).toContain('làm thử');
	});

	it('are the sample alone where the content folder has no provinces', async () => {
		const house = await aHouse({ CONTENT_DIR: join(contentDir, 'media') });
		await seedPlaces(house);
		expect((await searchPlaces(house, {})).places.map(({ id }) => id)).toEqual(['mau']);
	});
});

describe('setting up a commune', () => {
	it('makes it with its villages and cards in one go', async () => {
		const house = await aCountry();
		const place = await createPlace(house, officer, {
			...dongSen,
			contacts: [
				{ kind: 'police', name: 'Công an xã', phone: '0234 3 123 456' },
				{ kind: 'team', name: '', phone: ' ' }
			]
		});
		expect(place).toMatchObject({ name: 'Xã Đồng Sen', localKind: 'xã', kind: 'commune', parentId: 'vn-46' });
		expect(place.path).toMatch(/^\/46\/dong-sen-[0-9a-f]{6}\/$/);
		expect(place.children.map(({ name, localKind }) => [name, localKind])).toEqual([
			['Thôn 3', 'thôn'],
			['Thôn 10', 'thôn'],
			['Buôn Ako Dhông', 'buôn']
		]);
		expect(place.children.every(({ path }) => path.startsWith(place.path))).toBe(true);
		expect(place.contacts).toEqual([
			{ kind: 'police', name: 'Công an xã', phone: '0234 3 123 456', address: null, hours: null }
		]);
	});

	it('refuses the same commune a second time and writes nothing', async () => {
		const house = await aCountry();
		await createPlace(house, officer, dongSen);
		const count = await house.store.read.$count(places);
		const again = createPlace(house, officer, { ...dongSen, name: 'XÃ  Đồng sen' });
		await expect(again).rejects.toMatchObject({ code: 'places.place-exists', kind: 'conflict' });
		expect(await house.store.read.$count(places)).toBe(count);
	});

	it('makes one commune of two forms sent at once', async () => {
		const house = await aCountry();
		const both = await Promise.allSettled([createPlace(house, officer, dongSen), createPlace(house, officer, dongSen)]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	});

	it.each([
		['a helper', holding('helper', '/46/')],
		['an officer of another province', holding('officer', '/48/')],
		['a visitor', visitor()]
	])('is not for %s', async (_who, actor) => {
		const house = await aCountry();
		await expect(createPlace(house, actor, dongSen)).rejects.toMatchObject({ code: 'places.not-your-place' });
	});

	it.each([
		[{ name: ' ' }, 'platform.invalid', 'name'],
		[{ name: '<script>' }, 'platform.invalid', 'name'],
		[{ localKind: 'x1' }, 'platform.invalid', 'localKind'],
		[{ villages: 'Thôn 1\n<b>' }, 'places.village-name-wrong', 'villages'],
		[
			{ villages: Array.from({ length: 201 }, (_, i) => `Thôn ${i}`).join('\n') },
			'places.too-many-villages',
			'villages'
		],
		[{ contacts: [{ kind: 'team' as const, name: '', phone: 'gọi tôi' }] }, 'platform.invalid', 'contacts.0.name'],
		[{ parentId: 'vn' }, 'places.wrong-parent', 'parentId'],
		[{ parentId: 'nowhere' }, 'places.no-such-place', 'parentId']
	])('says what is wrong with %j', async (part, code, field) => {
		const house = await aCountry();
		const count = await house.store.read.$count(places);
		const refused = createPlace(house, holding('officer', '/'), { ...dongSen, ...part });
		await expect(refused).rejects.toMatchObject({
			code,
			details: { fields: [{ field }, ...(field.endsWith('0.name') ? [{}] : [])] }
		});
		expect(await house.store.read.$count(places)).toBe(count);
	});

	it('names every wrong field at once', async () => {
		const house = await aCountry();
		const contacts = [{ kind: 'team' as const, name: '<', phone: 'x' }];
		const refused = createPlace(house, officer, { ...dongSen, name: '', contacts });
		await expect(refused).rejects.toMatchObject({
			details: { fields: [{ field: 'contacts.0.phone' }, { field: 'contacts.0.name' }, { field: 'name' }] }
		});
	});

	it('lets an organisation stand where people work', async () => {
		const house = await aCountry();
		const school = await createPlace(house, officer, {
			parentId: 'vn-46',
			kind: 'organisation',
			name: 'Trường THPT Đồng Sen'
		});
		expect(school).toMatchObject({ kind: 'organisation', name: 'Trường THPT Đồng Sen', children: [] });
	});
});

describe('adding villages later', () => {
	it('adds what is new and leaves what is there', async () => {
		const house = await aCountry();
		const commune = await createPlace(house, officer, dongSen);
		const result = await addVillages(house, officer, { placeId: commune.id, villages: 'Thôn 3\nẤp 3\nThôn 4' });
		expect(result).toMatchObject({ added: 2, known: 1 });
		const { children } = await getPlaceView(house, commune.id);
		expect(children).toHaveLength(5);
		expect(new Set(children.map(({ path }) => path)).size).toBe(5);
	});

	it('is refused elsewhere, for nothing, and under what is no commune', async () => {
		const house = await aCountry();
		const { id } = await createPlace(house, officer, dongSen);
		const villages = 'Thôn 9';
		const elsewhere = addVillages(house, holding('officer', '/48/'), { placeId: id, villages });
		await expect(elsewhere).rejects.toMatchObject({ code: 'places.not-your-place' });
		const nothing = addVillages(house, officer, { placeId: id, villages: ' \n ' });
		await expect(nothing).rejects.toMatchObject({ code: 'places.no-villages' });
		const province = addVillages(house, officer, { placeId: 'vn-46', villages });
		await expect(province).rejects.toMatchObject({ code: 'places.wrong-parent' });
	});
});

describe('finding places', () => {
	it('goes page by page without losing or repeating any', async () => {
		const house = await aCountry();
		const seen: string[] = [];
		let after: string | null = null;
		do {
			const page: Awaited<ReturnType<typeof searchPlaces>> = await searchPlaces(house, {
				limit: 10,
				...(after !== null && { after })
			});
			seen.push(...page.places.map(({ id }) => id));
			after = page.next;
		} while (after !== null);
		expect(seen).toHaveLength(35);
		expect(new Set(seen).size).toBe(35);
		expect(seen.at(-1)).toBe('mau');
	});

	it('needs no marks, and takes % and _ for what they are', async () => {
		const house = await aCountry();
		await createPlace(house, officer, dongSen);
		const names = async (query: string, parent?: string) =>
			(await searchPlaces(house, { query, ...(parent && { parent }) })).places.map(({ name }) => name);
		expect(await names('dong sen')).toEqual(['Xã Đồng Sen', 'Xã Đồng Sen (xã mẫu, làm thử)']);
		expect(await names('ĐỒNG SEN', 'vn-46')).toEqual(['Xã Đồng Sen']);
		expect(await names('ako', 'vn-46')).toEqual(['Buôn Ako Dhông']);
		expect(await names('%')).toEqual([]);
		expect(await names('_')).toEqual([]);
	});
});
