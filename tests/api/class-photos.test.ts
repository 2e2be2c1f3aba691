import { readdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { photoFilesInUse } from '../../src/community/index.ts';
import { classPhotos } from '../../src/community/tables.ts';
import { filesOf, filesSweep } from '../../src/platform/files/store-files.ts';
import { auditEntries } from '../../src/platform/tables.ts';
import { aClass, giveRole, good, neighbours, someone, type Neighbours } from '../support/classes.ts';
import { aBomb, aPhoto, photoForm, sendPhoto } from '../support/photos.ts';

async function withSession() {
	const all = await neighbours();
	return { ...all, id: (await aClass(all)).id as string };
}

async function anOfficer(all: Neighbours) {
	const officer = await someone(all.app, { name: 'Đỗ Thị Xã', placeId: all.commune });
	await giveRole(all, officer, { role: 'officer', placeId: all.commune });
	return officer;
}

const acts = async ({ house }: Neighbours['app']) =>
	(await house.store.read.select().from(auditEntries)).map(({ action }) => action);

describe('a photo of a session', () => {
	it('is kept upright and small, without place, camera or name, and given back for this one look only', async () => {
		const all = await withSession();
		const sent = await aPhoto({ width: 4000, height: 3000 });
		const { photos } = good(await sendPhoto(all.helper, all.id, sent));
		expect(photos).toMatchObject([{ faces: false, width: 1200, height: 1600, by: 'Lê Thị Hoa', mayRemove: true }]);
		for (const path of ['', '/preview']) {
			const { status, headers, raw } = await all.helper.call('GET', `/classes/${all.id}/photos/${photos[0].id}${path}`);
			expect(status).toBe(200);
			expect(headers).toMatchObject({
				'content-type': 'image/jpeg',
				'cache-control': 'private, no-store',
				'x-content-type-options': 'nosniff',
				'content-security-policy': expect.stringContaining('sandbox')
			});
			const { exif, orientation, width = 0, height = 0 } = await sharp(raw).metadata();
			expect([exif, orientation]).toEqual([undefined, undefined]);
			expect(width).toBeLessThan(height);
			expect(raw.toString('latin1')).not.toMatch(/GPS|Máy|Bùi/);
			expect(raw.length).toBeLessThan(sent.length);
		}
		expect(await acts(all.app)).toContain('community.photo-added');
		expect(readdirSync(join(all.app.house.config.dataDir, '.incoming'))).toEqual([]);
	});

	it.each(['png', 'webp'] as const)('may be a %s too', async (kind) => {
		const all = await withSession();
		const sent = await sharp(await aPhoto())
			[kind]()
			.toBuffer();
		expect(good(await sendPhoto(all.helper, all.id, sent)).photos).toHaveLength(1);
	});

	it('sent twice is once, and there are no more than six', async () => {
		const all = await withSession();
		for (let red = 0; red < 6; red++) {
			const photo = await aPhoto({ red: red * 30 });
			good(await sendPhoto(all.helper, all.id, photo));
			if (red < 5) expect(good(await sendPhoto(all.helper, all.id, photo)).photos).toHaveLength(red + 1);
		}
		const seventh = await sendPhoto(all.helper, all.id, await aPhoto({ red: 250 }));
		expect(seventh).toMatchObject({ status: 409, body: { code: 'photos.full' } });
		const { classes } = good(await all.helper.call('GET', '/classes?when=coming'));
		expect(classes).toMatchObject([{ id: all.id, photos: 6 }]);
	});

	it.each([
		['a HEIC', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 400, 'photos.heic'],
		['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 400, 'photos.not-a-photo'],
		[
			'a drawing',
			() => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
			400,
			'photos.not-a-photo'
		],
		['a bomb of 50,000 × 50,000 pixels', () => aBomb(50_000, 50_000), 400, 'photos.too-many-pixels'],
		['half a photo', async () => (await aPhoto({ width: 900 })).subarray(0, 1_500), 400, 'photos.broken'],
		['nothing', () => Buffer.alloc(0), 400, 'photos.none-sent'],
		['11 MB', () => Buffer.alloc(11 * 1024 * 1024, 0xff), 413, 'photos.too-large']
	])('that is %s is refused in words', async (_name, make, status, code) => {
		const all = await withSession();
		const refused = await sendPhoto(all.helper, all.id, await make());
		expect(refused).toMatchObject({ status, body: { code } });
		expect(refused.body.title).toMatch(/[.]$/);
		expect(await all.app.house.store.read.$count(classPhotos)).toBe(0);
		const back = await sendPhoto(all.helper, all.id, await make(), { page: 'en' });
		expect(back).toMatchObject({ status: 303, headers: { location: `/en/lop/${all.id}?anh=${code}#photos` } });
	});

	it('of 20 MB is refused also over the wire, and the server goes on', async () => {
		const all = await withSession();
		const address = await all.app.app.listen({ port: 0, host: '127.0.0.1' });
		expect((all.app.app.server.address() as AddressInfo).port).toBeGreaterThan(0);
		const { body, headers } = photoForm(Buffer.alloc(20 * 1024 * 1024, 1));
		const cookie = [...all.helper.cookies].map((each) => each.join('=')).join('; ');
		const answer = await fetch(`${address}/api/classes/${all.id}/photos`, {
			method: 'POST',
			headers: { ...headers, cookie, origin: 'http://hoc.test' },
			body: new Uint8Array(body)
		});
		expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([413, 'photos.too-large']);
		good(await sendPhoto(all.helper, all.id, await aPhoto()));
	});

	it('waits its turn: many at once are told to come again, and what is taken is whole', async () => {
		const all = await withSession();
		const photo = await aPhoto({ width: 1500, height: 1500 });
		const answers = await Promise.all(Array.from({ length: 30 }, () => sendPhoto(all.helper, all.id, photo)));
		const busy = answers.filter(({ status }) => status === 503);
		expect(busy.length).toBeGreaterThan(0);
		expect(busy[0]).toMatchObject({ body: { code: 'photos.busy' }, headers: { 'retry-after': '20' } });
		expect(answers.filter(({ status }) => status === 201).length).toBe(30 - busy.length);
		expect(await all.app.house.store.read.$count(classPhotos)).toBe(1);
	});

	it('belongs to a session that has begun', async () => {
		const all = await neighbours();
		const tomorrow = await aClass(all, { day: '2026-11-24' });
		const refused = await sendPhoto(all.helper, tomorrow.id, await aPhoto());
		expect(refused).toMatchObject({ status: 409, body: { code: 'community.too-early' } });
	});
});

describe('who sees a photo', () => {
	it('is whoever holds classes there; nobody else adds, lists, opens or removes one', async () => {
		const all = await withSession();
		const photo = await aPhoto();
		const { photos } = good(await sendPhoto(all.helper, all.id, photo));
		const path = `/classes/${all.id}/photos`;
		const learner = await someone(all.app, { name: 'Bùi Thị Ánh', placeId: all.villages[0] });
		for (const [phone, status] of [
			[all.app.aPhone(), 401],
			[learner, 403],
			[all.neighbour, 404]
		] as const) {
			expect((await sendPhoto(phone, all.id, photo)).status).toBe(status);
			for (const rest of ['', `/${photos[0].id}`, `/${photos[0].id}/preview`])
				expect((await phone.call('GET', path + rest)).status).toBe(status);
			expect((await phone.call('DELETE', `${path}/${photos[0].id}`)).status).toBe(status);
		}
		expect(await all.app.house.store.read.$count(classPhotos)).toBe(1);
	});

	it('with faces is an officer, and that she looked stands in the trail', async () => {
		const all = await withSession();
		const officer = await anOfficer(all);
		const { photos } = good(await sendPhoto(all.helper, all.id, await aPhoto(), { faces: 'yes' }));
		expect(photos).toMatchObject([{ faces: true, mayLook: false, mayRemove: true }]);
		const path = `/classes/${all.id}/photos/${photos[0].id}`;
		for (const rest of ['', '/preview'])
			expect(await all.helper.call('GET', path + rest)).toMatchObject({
				status: 403,
				body: { code: 'photos.only-officers' }
			});
		expect(await acts(all.app)).not.toContain('community.photo-viewed');
		expect((await officer.call('GET', path)).status).toBe(200);
		expect((await acts(all.app)).at(-1)).toBe('community.photo-viewed');
	});
});

describe('taking a photo away', () => {
	it('is for who added it and for officers; its file goes soon after', async () => {
		const all = await withSession();
		const officer = await anOfficer(all);
		const other = await someone(all.app, { name: 'Trần Văn Bình', placeId: all.commune });
		await giveRole(all, other, { role: 'helper', placeId: all.commune });
		good(await sendPhoto(all.helper, all.id, await aPhoto({ red: 1 })));
		const { photos } = good(await sendPhoto(all.helper, all.id, await aPhoto({ red: 99 })));
		const [{ fileHash } = { fileHash: '' }] = await all.app.house.store.read.select().from(classPhotos);
		const remove = (phone: typeof other, at: number) =>
			phone.call('DELETE', `/classes/${all.id}/photos/${photos[at].id}`);
		expect(await remove(other, 0)).toMatchObject({ status: 403, body: { code: 'photos.not-yours' } });
		expect(good(await remove(all.helper, 0)).photos).toHaveLength(1);
		expect(good(await remove(officer, 1)).photos).toEqual([]);
		expect((await remove(officer, 1)).status).toBe(404);
		expect((await acts(all.app)).filter((act) => act === 'community.photo-removed')).toHaveLength(2);
		expect(await filesOf(all.app.house).get(fileHash)).not.toBeNull();
		all.app.house.clock.pass(2 * 3_600_000);
		await filesSweep(all.app.house, photoFilesInUse).run();
		expect(await filesOf(all.app.house).get(fileHash)).toBeNull();
	});
});
