import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { firstAdministratorLink } from '../../src/identity/index.ts';
import { commandLine, recordAct } from '../../src/platform/audit.ts';
import { anApp, type Phone, type TestApp } from '../support/index.ts';
import { asDatabaseOwner, withoutTriggers } from '../support/raw-sql.ts';

const password = 'ruộng lúa chín vàng';
const lan = { name: 'Nguyễn Thị Lan', birthYear: 1985, username: 'lan.sen', password };

async function signedUp({ aPhone }: TestApp, part: object): Promise<{ phone: Phone; id: string }> {
	const phone = aPhone();
	const { status, body } = await phone.call('POST', '/accounts', { ...lan, ...part });
	expect(status).toBe(201);
	return { phone, id: body.account.id };
}

/** Two neighbouring communes with an administrator and a learner each, and the administrator of everything. */
async function twoCommunes() {
	const app = await anApp();
	const token = (await firstAdministratorLink(app.house))?.split('=')[1];
	const top = app.aPhone();
	const person = { name: 'Trần Quản Trị', birthYear: 1980, username: 'quantri', password, token };
	expect((await top.call('POST', '/first-administrator', person)).status).toBe(201);
	const commune = async (name: string, username: string) => {
		const place = (await top.call('POST', '/places', { parentId: 'vn-46', name })).body;
		const admin = await signedUp(app, { name: 'Lê Thị Đào', username: `${username}.qt`, placeId: place.id });
		const learner = await signedUp(app, { username, placeId: place.id });
		const grant = { accountId: admin.id, role: 'administrator', placeId: place.id };
		expect((await top.call('POST', '/grants', grant)).status).toBe(201);
		return { place, admin, learner };
	};
	return { app, top, sen: await commune('Xã Đồng Sen', 'sen.ho'), sau: await commune('Xã Đồng Sau', 'sau.ho') };
}

interface Entry {
	number: number;
	action: string;
	place: { path: string };
	actor: { id: string; name: string | null };
	subject: { name: string | null };
}
const entriesOf = async (phone: Phone, query = ''): Promise<Entry[]> =>
	(await phone.call('GET', `/audit${query}`)).body.entries;
const actionsOf = async (phone: Phone, query = '') => (await entriesOf(phone, query)).map(({ action }) => action);

describe('the audit trail', () => {
	it('shows an administrator what happened within her places, not what happened next door', async () => {
		const { top, sen, sau } = await twoCommunes();
		await sen.admin.phone.call('GET', `/accounts/${sen.learner.id}`);
		await sau.admin.phone.call('GET', '/accounts?query=lan');
		expect(await actionsOf(sen.admin.phone)).toEqual([
			'identity.account-viewed',
			'identity.grant-given',
			'places.place-made'
		]);
		for (const { place } of await entriesOf(sen.admin.phone)) expect(place.path).toBe(sen.place.path);
		expect(await actionsOf(sau.admin.phone)).toEqual([
			'identity.accounts-searched',
			'identity.grant-given',
			'places.place-made'
		]);
		expect(await actionsOf(top)).toHaveLength(7);
		const [seen] = await entriesOf(sen.admin.phone);
		expect(seen).toMatchObject({
			actor: { id: sen.admin.id, name: 'Lê Thị Đào' },
			subject: { name: 'Nguyễn Thị Lan' }
		});
	});

	it('is for administrators alone', async () => {
		const { app, top, sen } = await twoCommunes();
		for (const [i, role] of ['helper', 'editor', 'officer'].entries()) {
			const { phone, id } = await signedUp(app, { username: `vai.tro${i}`, placeId: sen.place.id });
			await top.call('POST', '/grants', { accountId: id, role, placeId: sen.place.id });
			for (const path of ['/audit', '/audit/check', '/audit/export?format=csv'])
				expect([role, path, (await phone.call('GET', path)).status]).toEqual([role, path, 403]);
		}
		expect(await actionsOf(top, '?action=audit.exported')).toEqual([]);
	});

	it('is filtered by act, person and day in Viet Nam, and read page by page', async () => {
		const { app, top, sen } = await twoCommunes();
		app.house.clock.set('2026-11-23T16:59:59.999Z');
		await sen.admin.phone.call('GET', `/accounts/${sen.learner.id}`);
		app.house.clock.set('2026-11-23T17:00:00Z');
		await top.call('GET', `/accounts/${sen.learner.id}`);
		expect(await actionsOf(top, '?from=2026-11-24&to=2026-11-24')).toEqual(['identity.account-viewed']);
		expect(await entriesOf(top, '?to=2026-11-23&action=identity.account-viewed')).toHaveLength(1);
		const hers = await entriesOf(top, `?actor=${sen.admin.id}`);
		expect(hers.map(({ actor }) => actor.id)).toEqual([sen.admin.id]);

		const numbers: number[] = [];
		for (let before = ''; ;) {
			const { body } = await top.call('GET', `/audit?limit=2${before}`);
			numbers.push(...body.entries.map(({ number }: Entry) => number));
			if (body.next === null) break;
			before = `&before=${body.next}`;
		}
		expect(numbers).toEqual([7, 6, 5, 4, 3, 2, 1]);
	});

	it('refuses days that are none, and pages without end', async () => {
		const { top } = await twoCommunes();
		for (const [query, field] of [
			['from=2026-02-30', 'from'],
			['from=2026-11-24&to=2026-11-23', 'to'],
			['to=heute', 'to'],
			['limit=101', 'limit'],
			['before=0', 'before']
		]) {
			const { status, body } = await top.call('GET', `/audit?${query}`);
			expect([query, status, body.fields[0].field]).toEqual([query, 400, field]);
			expect(body.fields[0].message).not.toContain('audit.');
		}
	});

	it('says that it is whole, and where it is broken', async () => {
		const { app, top } = await twoCommunes();
		expect((await top.call('GET', '/audit/check')).body).toEqual({
			whole: true,
			count: 5,
			checkedAt: '2026-11-23T02:00:00.000Z',
			broken: null
		});
		await withoutTriggers(app.house.config);
		await asDatabaseOwner(app.house.config, "update audit_entries set actor_id = 'someone' where number = 2");
		app.house.clock.pass(60_000);
		expect((await top.call('GET', '/audit/check')).body).toMatchObject({
			whole: false,
			broken: { number: 2, fault: 'changed' }
		});
	});
});

describe('what happened to one’s own account', () => {
	it('is shown to its owner, by role and place and without names', async () => {
		const { app, top, sen, sau } = await twoCommunes();
		await sen.admin.phone.call('GET', `/accounts/${sen.learner.id}`);
		app.house.clock.pass(60_000);
		const sheet = await top.call('POST', '/reopenings', { accountId: sen.learner.id });
		const use = { identifier: 'sen.ho', code: sheet.body.code, password: 'mưa rơi mái lá' };
		const phone = app.aPhone();
		expect((await phone.call('POST', '/reopenings/use', use)).status).toBe(200);
		const { body, raw } = await phone.call('GET', '/me/audit');
		expect(body.entries).toMatchObject([
			{ title: 'Mở lại tài khoản bằng giấy, đặt mật khẩu mới', self: true },
			{ title: 'In giấy mở lại tài khoản', role: 'administrator', place: 'Việt Nam', self: false },
			{ title: 'Xem một tài khoản', role: 'administrator', place: 'Xã Đồng Sen', at: '2026-11-23T02:00:00.000Z' }
		]);
		expect(raw.toString()).not.toMatch(/Đào|Quản Trị/);
		expect((await sau.learner.phone.call('GET', '/me/audit')).body).toEqual({ entries: [], next: null });
		expect((await app.aPhone().call('GET', '/me/audit')).status).toBe(401);
	});

	it('is read page by page', async () => {
		const { sen } = await twoCommunes();
		for (let i = 0; i < 3; i++) await sen.admin.phone.call('GET', `/accounts/${sen.learner.id}`);
		const first = (await sen.learner.phone.call('GET', '/me/audit?limit=2')).body;
		expect(first.entries).toHaveLength(2);
		const second = (await sen.learner.phone.call('GET', `/me/audit?limit=2&before=${first.next}`)).body;
		expect([second.entries.length, second.next]).toEqual([1, null]);
	});
});

describe('an export', () => {
	it('holds what its reader may see, can be checked elsewhere, and is written down', async () => {
		const { top, sen } = await twoCommunes();
		const { status, raw, headers } = await top.call('GET', '/audit/export?format=jsonl');
		expect(status).toBe(200);
		expect(headers['content-disposition']).toBe('attachment; filename="nhat-ky-2026-11-23.jsonl"');
		const [start, ...lines] = raw
			.toString()
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line));
		expect(lines).toHaveLength(6);
		let previous = '0'.repeat(64);
		for (const { entry, hash } of lines) {
			expect(entry.previous).toBe(previous);
			previous = createHash('sha256')
				.update(canonicalize(entry) ?? '')
				.digest('hex');
			expect(hash).toBe(previous);
		}
		expect(start).toEqual({ head: { count: 6, hash: previous }, at: '2026-11-23T02:00:00.000Z' });
		expect(headers['x-audit-head']).toBe(`6 ${previous}`);
		expect(lines.at(-1)).toMatchObject({ entry: { action: 'audit.exported', place: '/' } });

		const local = (await sen.admin.phone.call('GET', '/audit/export?format=jsonl')).raw.toString();
		expect(
			local
				.trim()
				.split('\n')
				.slice(1)
				.map((line) => JSON.parse(line).entry.place)
		).toEqual([sen.place.path, sen.place.path, sen.place.path]);
		expect(await actionsOf(sen.admin.phone)).toContain('audit.exported');
	});

	it('is a table that a spreadsheet reads and does not run', async () => {
		const { app, top } = await twoCommunes();
		await withoutTriggers(app.house.config);
		await asDatabaseOwner(app.house.config, `update audit_entries set details = '=cmd|"/c calc"!A1' where number = 2`);
		const { raw, headers } = await top.call('GET', '/audit/export?format=csv&action=places.place-made');
		expect(headers['content-type']).toBe('text/csv; charset=utf-8');
		const text = raw.toString();
		expect(text.startsWith('\ufeffnumber,id,at,actor,role,')).toBe(true);
		const lines = text.split('\r\n');
		expect(lines[1]).toMatch(/^6,head,2026-11-23T02:00:00.000Z,,,,,,,,,,[0-9a-f]{64}$/);
		expect(lines).toHaveLength(5);
		expect(text).toContain(`"'=cmd|""/c calc""!A1"`);
		expect(lines.slice(0, 2).map((line) => line.split(',').length)).toEqual([13, 13]);
	});

	it('goes on for as many pages as there are', async () => {
		const { app, top } = await twoCommunes();
		const { store } = app.house;
		await store.transact(async (tx) => {
			for (let i = 0; i < 1100; i++)
				await recordAct(tx, app.house, {
					doer: commandLine,
					action: 'test.done',
					subject: { kind: 'audit', id: 'chain' },
					placePath: '/'
				});
		});
		const { raw } = await top.call('GET', '/audit/export?format=jsonl');
		const numbers = raw
			.toString()
			.trim()
			.split('\n')
			.slice(1)
			.map((line) => JSON.parse(line).entry.number);
		expect(numbers).toEqual(Array.from({ length: 1106 }, (_, i) => i + 1));
	});
});
