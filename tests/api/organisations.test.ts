import { describe, expect, it } from 'vitest';
import { getTableColumns, getTableName, isTable } from 'drizzle-orm';
import { pathTables } from '../../src/place-moves.ts';
import { writeDown } from '../support/helped.ts';
import { aClass, giveRole, good, neighbours, someone, type Neighbours } from '../support/classes.ts';

const school = { organisationKind: 'school', sector: 'education' };

async function officerOf(all: Neighbours, placeId: string, role = 'officer') {
	const phone = await someone(all.app, { name: 'Cán Bộ Xuân' });
	await giveRole(all, phone, { role, placeId });
	return phone;
}

const make = async ({ root }: Neighbours, parentId: string, part: object) =>
	good(await root.call('POST', '/organisations', { parentId, organisationKind: 'agency', ...part }));

const named = (list: { name: string }[]) => list.map(({ name }) => name);

describe('organisations', () => {
	it('are set up in a place, changed, seen by kind and sector, and closed', async () => {
		const all = await neighbours();
		const officer = await officerOf(all, all.commune);
		const made = good(
			await officer.call('POST', '/organisations', { parentId: all.commune, name: 'Trường THCS Xuân', ...school })
		);
		expect(made).toMatchObject({ organisationKind: 'school', sector: 'education', mayChange: true, mayRename: true });
		const sixth = { parentId: made.id, name: 'Lớp 6A', organisationKind: 'class', grade: 6, schoolYear: '2026 - 2027' };
		expect(good(await officer.call('POST', '/organisations', sixth))).toMatchObject({ schoolYear: '2026-2027' });
		const list = async (query: string) =>
			named(good(await officer.call('GET', `/organisations?${query}`)).organisations);
		expect(await list('kind=class')).toEqual(['Lớp 6A']);
		expect(await list('sector=education')).toEqual(['Trường THCS Xuân']);
		expect(await list(`within=${made.id}&query=lop`)).toEqual(['Lớp 6A']);
		good(await officer.call('PUT', `/organisations/${made.id}`, { ...school, officialCode: 'TX01' }));
		for (const code of ['TX01', 'tx01']) expect(await list(`query=${code}`)).toEqual(['Trường THCS Xuân']);
		const busy = await officer.call('POST', `/organisations/${made.id}/closing`, {});
		expect([busy.status, busy.body.code]).toEqual([409, 'places.still-in-use']);
		const sixthId = good(await officer.call('GET', `/organisations/${made.id}`)).children[0].id;
		for (const id of [sixthId, made.id])
			expect((await officer.call('POST', `/organisations/${id}/closing`, {})).status).toBe(204);
		expect(await list('')).toEqual([]);
	});

	it('say what is wrong with them, all at once', async () => {
		const all = await neighbours();
		const told = async (body: object) => {
			const answer = await all.root.call('POST', '/organisations', { parentId: all.commune, ...body });
			return (answer.body.fields ?? []).map(({ field }: { field: string }) => field);
		};
		expect(await told({ name: '', organisationKind: 'class', grade: 13, schoolYear: '2026-2029' })).toEqual([
			...['name', 'grade', 'schoolYear', 'organisationKind']
		]);
		expect(await told({ name: 'Chợ', organisationKind: 'market', answersTo: all.commune })).toEqual(['answersTo']);
		const market = await make(all, all.commune, { name: 'Chợ Xuân', organisationKind: 'market' });
		expect(await told({ name: 'Chợ Xuân', organisationKind: 'market' })).toEqual(['name']);
		const round = { organisationKind: 'market', answersTo: market.id };
		expect((await all.root.call('PUT', `/organisations/${market.id}`, round)).status).toBe(400);
	});

	it('are for officers of the place alone; overseers read', async () => {
		const all = await neighbours();
		const agency = await make(all, all.commune, { name: 'Ủy ban nhân dân xã Xuân' });
		const stranger = await officerOf(all, all.elsewhere);
		const overseer = await officerOf(all, all.commune, 'overseer');
		const details = { organisationKind: 'agency' };
		for (const phone of [stranger, overseer, all.helper]) {
			const [status] = [(await phone.call('PUT', `/organisations/${agency.id}`, details)).status];
			expect(status).toBe(403);
			expect((await phone.call('POST', `/organisations/${agency.id}/closing`, {})).status).toBe(403);
		}
		expect((await stranger.call('GET', `/organisations/${agency.id}`)).status).toBe(404);
		expect(good(await overseer.call('GET', `/organisations/${agency.id}`)).mayChange).toBe(false);
		const own = await officerOf(all, agency.id);
		expect((await own.call('PUT', `/organisations/${agency.id}`, details)).status).toBe(200);
		expect((await own.call('POST', `/organisations/${agency.id}/closing`, {})).status).toBe(403);
	});

	it('answer to another: seen by its officers and the commune’s, by no neighbour’s', async () => {
		const all = await neighbours();
		const department = await make(all, 'mau', { name: 'Sở Giáo dục và Đào tạo' });
		const other = await make(all, 'mau', { name: 'Sở Y tế' });
		const room = await make(all, department.id, { name: 'Phòng Phổ thông' });
		const upper = await make(all, all.commune, { name: 'Trường THPT Xuân', ...school, answersTo: room.id });
		const branch = await make(all, all.elsewhere, { name: 'Cơ sở hai', ...school, answersTo: upper.id });
		const seen = async (placeId: string) => {
			const phone = await officerOf(all, placeId);
			const places = [upper.id, branch.id].map(async (id) => (await phone.call('GET', `/organisations/${id}`)).status);
			return { phone, statuses: await Promise.all(places) };
		};
		const [ofDepartment, ofCommune] = [await seen(department.id), await seen(all.commune)];
		expect(ofDepartment.statuses).toEqual([200, 200]);
		expect(ofCommune.statuses).toEqual([200, 404]);
		expect((await seen(all.elsewhere)).statuses).toEqual([404, 200]);
		expect((await seen(other.id)).statuses).toEqual([404, 404]);
		const { grants } = good(await ofDepartment.phone.call('GET', '/session'));
		expect(grants).toHaveLength(1);
		expect(named(good(await ofDepartment.phone.call('GET', '/organisations')).organisations)).toContain('Cơ sở hai');
		const change = { ...school, answersTo: null };
		expect((await ofDepartment.phone.call('PUT', `/organisations/${upper.id}`, change)).status).toBe(200);
		expect((await ofDepartment.phone.call('GET', `/organisations/${upper.id}`)).status).toBe(404);
	});
});

describe('what places are called', () => {
	const find = async ({ app }: Neighbours, query: string) =>
		good(await app.aPhone().call('GET', `/places?query=${encodeURIComponent(query)}`)).places;

	it('changes with a day and a document, and the old name is found', async () => {
		const all = await neighbours();
		const rename = { name: 'Xã Hạnh Phúc', from: '2026-07-01', document: 'Nghị quyết 12/NQ-HĐND' };
		const { names } = good(await all.root.call('POST', `/places/${all.commune}/naming`, rename));
		expect(names).toMatchObject([{ kind: 'name', name: 'Xã Xuân', until: '2026-06-30', document: rename.document }]);
		expect(await find(all, 'xã xuân')).toMatchObject([
			{ id: all.elsewhere },
			{ id: all.commune, name: 'Xã Hạnh Phúc', formerly: ['Xã Xuân'] }
		]);
		const wrong = { name: 'Xã Hạnh Phúc', from: '2030-01-01' };
		const { body } = await all.root.call('POST', `/places/${all.commune}/naming`, wrong);
		expect(body.fields.map(({ field }: { field: string }) => field)).toEqual(['name', 'from']);
	});

	it('is found by its official code and by the old district it lay in', async () => {
		const all = await neighbours();
		good(await all.root.call('PUT', `/places/${all.commune}/official-code`, { officialCode: '04512' }));
		expect(await find(all, '04512')).toMatchObject([{ id: all.commune }]);
		const again = await all.root.call('PUT', `/places/${all.elsewhere}/official-code`, { officialCode: '04512' });
		expect(again.body.fields).toMatchObject([{ field: 'officialCode', code: 'naming.code-taken' }]);
		const district = { name: 'Huyện Đông Sơn' };
		const { names } = good(await all.root.call('POST', `/places/${all.commune}/districts`, district));
		expect(await find(all, 'dong son')).toMatchObject([{ id: all.commune, districts: ['Huyện Đông Sơn'] }]);
		expect((await all.root.call('POST', `/places/${all.commune}/districts`, district)).status).toBe(400);
		good(await all.root.call('DELETE', `/places/${all.commune}/districts/${names[0].id}`));
		expect(await find(all, 'dong son')).toEqual([]);
	});

	it('is changed by officers of the place above alone', async () => {
		const all = await neighbours();
		const [officer, province] = [await officerOf(all, all.commune), await officerOf(all, 'mau')];
		const rename = { name: 'Xã Hạnh Phúc', from: '' };
		expect((await officer.call('POST', `/places/${all.commune}/naming`, rename)).status).toBe(403);
		expect((await officer.call('POST', `/places/${all.commune}/districts`, { name: 'Huyện Cũ' })).status).toBe(403);
		expect((await province.call('POST', `/places/${all.commune}/naming`, rename)).status).toBe(200);
		expect((await province.call('POST', '/places/mau/naming', { ...rename, name: 'Tỉnh Khác' })).status).toBe(403);
	});
});

describe('a commune that goes into another', () => {
	it('takes its villages along with all that is theirs, whoever sees them by path', async () => {
		const all = await neighbours();
		const [village] = all.villages;
		const card = await writeDown(all);
		const session = await aClass(all);
		const officer = await officerOf(all, all.commune);
		expect((await officer.call('POST', `/places/${all.commune}/merging`, { into: all.elsewhere })).status).toBe(403);
		const into = good(await all.root.call('POST', `/places/${all.commune}/merging`, { into: all.elsewhere }));
		expect(named(into.children)).toEqual(['Thôn Đông', 'Thôn Đông (Xã Xuân)', 'Thôn Tây', 'Thôn Tây (Xã Xuân)']);
		const moved = good(await all.root.call('GET', `/places/${village}`));
		expect(moved).toMatchObject({ parentId: all.elsewhere, names: [{ name: 'Thôn Đông' }] });
		expect(moved.path.startsWith(into.path)).toBe(true);
		expect(good(await all.neighbour.call('GET', '/helped-learners')).learners).toMatchObject([{ id: card.id }]);
		expect(good(await all.neighbour.call('GET', `/classes/${session.id}`)).place.id).toBe(village);
		expect(good(await all.app.aPhone().call('GET', `/places/${all.commune}`)).id).toBe(all.elsewhere);
	});

	it('may be an organisation: who answered to it answers to the other, in no round', async () => {
		const all = await neighbours();
		const [one, two] = [await make(all, 'mau', { name: 'Sở Một' }), await make(all, 'mau', { name: 'Sở Hai' })];
		const below = await make(all, all.commune, { name: 'Trạm', answersTo: one.id });
		const details = { organisationKind: 'agency', answersTo: below.id };
		good(await all.root.call('PUT', `/organisations/${two.id}`, details));
		good(await all.root.call('POST', `/places/${one.id}/merging`, { into: two.id }));
		expect(good(await all.root.call('GET', `/organisations/${below.id}`)).answersTo.id).toBe(two.id);
		expect(good(await all.root.call('GET', `/organisations/${two.id}`)).answersTo).toBeNull();
		const pupils = await make(all, all.commune, { name: 'Trường', ...school });
		const mixed = await all.root.call('POST', `/places/${pupils.id}/merging`, { into: two.id });
		expect(mixed.body.code).toBe('places.not-mergeable');
	});
});

describe('tables that carry paths of places', () => {
	it('are all declared, but for the places themselves and the trail, which stays as it was written', async () => {
		const modules = import.meta.glob<Record<string, unknown>>('../../src/**/tables.ts', { eager: true });
		const tables = new Set(
			Object.values(modules)
				.flatMap((each) => Object.values(each))
				.filter((each) => isTable(each))
		);
		const carrying = [...tables].filter((each) =>
			Object.values(getTableColumns(each)).some((column) => /path$/i.test(column.name))
		);
		const declared = [...pathTables.map(getTableName), 'places', 'audit_entries'];
		expect(carrying.map(getTableName).sort()).toEqual(declared.sort());
	});
});
