import { and, eq, getTableColumns, getTableName, isNull } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { importRows, imports } from '../../src/assign/tables.ts';
import { pathTables } from '../../src/place-moves.ts';
import { places } from '../../src/places/tables.ts';
import { giveRole, good, neighbours, someone, type Neighbours } from '../support/classes.ts';
import { questionForm } from '../support/exchange.ts';
import { importsRun } from '../support/imports.ts';
import type { Phone } from '../support/index.ts';
import { allTables } from '../support/kept-rows.ts';

const head = 'Tên,Loại,Nằm trong,Mã,Ngành,Trực thuộc,Khối,Năm học\n';

async function withOfficer() {
	const all = await neighbours();
	const officer = await someone(all.app, { name: 'Cán Bộ' });
	await giveRole(all, officer, { role: 'officer', placeId: all.commune });
	return { ...all, officer };
}

type Scene = Pick<Neighbours, 'app' | 'commune'> & { officer: Phone };

/** Sends a list and has it looked at. */
async function checked({ app, officer, commune }: Scene, rows: string, placeId = commune) {
	const { body, headers } = questionForm(head + rows, 'noi.csv');
	const { id } = good(await officer.call('POST', `/import-files?placeId=${placeId}&kind=places`, body, headers));
	await importsRun({ house: app.house });
	return good(await officer.call('GET', `/imports/${id}`));
}

async function act({ app, officer }: Scene, id: string, what: 'start' | 'undoing') {
	good(await officer.call('POST', `/imports/${id}/${what}`, {}));
	await importsRun({ house: app.house });
	return good(await officer.call('GET', `/imports/${id}`));
}

/** The places of a name that stand. */
const rowsOf = async ({ app }: Pick<Neighbours, 'app'>, name: string) =>
	app.house.store.read
		.select()
		.from(places)
		.where(and(eq(places.name, name), isNull(places.validTo)));

describe('a list of places from a spreadsheet', () => {
	it('is brought in whatever the order of its rows, each in what it lies in, and answers to whom it says', async () => {
		const all = await withOfficer();
		const seen = await checked(
			all,
			[
				'Lớp 6A,lớp học,Trường THCS Xuân,,,,6,2026 - 2027',
				'Trường THCS Xuân,trường học,,TX01,Giáo dục,Phòng Giáo dục,,',
				'Phòng Giáo dục,cơ quan,,PGD,Giáo dục,,,',
				'Xuân Mới,thôn,,,,,,',
				'Chợ Xuân,market,xuan moi,,,,,'
			].join('\n')
		);
		expect(seen).toMatchObject({ kind: 'places', state: 'checked', rows: 5, good: 5, bad: 0, known: 0, listed: false });
		expect(await rowsOf(all, 'Lớp 6A')).toEqual([]);
		expect(await act(all, seen.id, 'start')).toMatchObject({ state: 'done', good: 5, done: 5 });
		const [office] = await rowsOf(all, 'Phòng Giáo dục');
		const [school] = await rowsOf(all, 'Trường THCS Xuân');
		const [sixth] = await rowsOf(all, 'Lớp 6A');
		const [village] = await rowsOf(all, 'Thôn Xuân Mới');
		const [market] = await rowsOf(all, 'Chợ Xuân');
		expect(school).toMatchObject({
			parentId: all.commune,
			answersTo: office?.id,
			officialCode: 'TX01',
			sector: 'education'
		});
		expect(sixth).toMatchObject({ parentId: school?.id, grade: 6, schoolYear: '2026-2027', organisationKind: 'class' });
		expect(sixth?.path.startsWith(school?.path ?? '-')).toBe(true);
		expect(village).toMatchObject({ kind: 'village', localKind: 'thôn', parentId: all.commune });
		expect(market).toMatchObject({ parentId: village?.id, organisationKind: 'market' });
	});

	it('says of each row why it does not go in; the good ones go in alone', async () => {
		const all = await withOfficer();
		good(
			await all.root.call('POST', '/organisations', {
				parentId: all.commune,
				name: 'Trường Tiểu học Xuân',
				organisationKind: 'school'
			})
		);
		const seen = await checked(
			all,
			[
				',thôn,,,,,,',
				'Hai,,,,,,,',
				'Ba,huyện,,,,,,',
				'Lớp 1,lớp,Trường Tiêu học Xuâm,,,,1,2026-2027',
				'Lớp 2,lớp,,,,,2,2026-2027',
				'Lớp 3,lớp,Trường Tiểu học Xuân,,,,13,2026',
				'Tổ Xuân,tổ dân phố,,a b,,,,',
				'Hội A,hội,,,Đường sắt,Hội Không Có,,',
				'Vòng A,hội,Vòng B,,,,,',
				'Vòng B,hội,Vòng A,,,,,',
				'Con,cơ quan,Ba,,,,,',
				'Xã Con,xã,,,,,,',
				'Tốt,thôn,,,,,,',
				'tốt ,thôn,,,,,,',
				'Khác,thôn,,K1,,,,',
				'Khác nữa,thôn,,k1,,,,'
			].join('\n')
		);
		const why = new Map<number, string>(
			seen.faults.map(({ line, why }: { line: number; why: string[] }) => [line, why.join('; ')])
		);
		expect(seen).toMatchObject({ rows: 16, good: 2, bad: 14 });
		expect([...why.keys()]).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 17]);
		expect(why.get(5)).toContain('có phải “Trường Tiểu học Xuân”');
		expect(why.get(6)).toContain('không nằm ngay trong');
		expect(why.get(7)).toMatch(/Khối: .*Năm học: /);
		expect(why.get(9)).toMatch(/Ngành: .*Đường sắt.*Trực thuộc: .*Hội Không Có/);
		expect(why.get(10)).toContain('thành vòng');
		expect(why.get(12)).toContain('dòng 4');
		expect(why.get(15)).toContain('dòng 14');
		expect(why.get(17)).toContain('dòng 16');
		expect((await all.officer.call('GET', `/imports/${seen.id}/faults`)).raw.toString()).toContain(
			'Trường Tiêu học Xuâm'
		);
		expect(await act(all, seen.id, 'start')).toMatchObject({ state: 'done', good: 2, bad: 14 });
	});

	it('does not double what is there already, nor what somebody set up since it was looked at', async () => {
		const all = await withOfficer();
		const make = (name: string) =>
			all.root.call('POST', '/organisations', { parentId: all.commune, name, organisationKind: 'school' });
		good(await make('Trường Cũ'));
		const seen = await checked(
			all,
			'trường  cũ,trường,,,,,,\nTrường Mới,trường,,,,,,\nLớp 1,lớp,Trường Cũ,,,,1,2026-2027\n'
		);
		expect(seen).toMatchObject({ good: 2, known: 1, bad: 0 });
		const { id: byHand } = good(await make('Trường Mới'));
		expect(await act(all, seen.id, 'start')).toMatchObject({ state: 'done', good: 1, known: 2 });
		expect((await rowsOf(all, 'Trường Mới')).map(({ id }) => id)).toEqual([byHand]);
		expect(await act(all, seen.id, 'undoing')).toMatchObject({ state: 'undone', good: 1, done: 1 });
		expect(await rowsOf(all, 'Trường Mới')).toHaveLength(1);
		expect(await rowsOf(all, 'Lớp 1')).toEqual([]);
	});

	it('is taken back as a whole; what is in use or was changed stays, with what it lies in, and is named', async () => {
		const all = await withOfficer();
		const seen = await checked(
			all,
			[
				'Trường A,trường,,,,,,\nLớp A1,lớp,Trường A,,,,1,2026-2027\nLớp A2,lớp,Trường A,,,,1,2026-2027',
				'Trường B,trường,,,,,,\nCơ quan C,cơ quan,,,,,,\nCơ quan D,cơ quan,,,,Cơ quan C,,\n'
			].join('\n')
		);
		await act(all, seen.id, 'start');
		const idOf = async (name: string) => (await rowsOf(all, name))[0]?.id ?? '';
		good(await all.officer.call('POST', `/organisations/${await idOf('Lớp A1')}/staff`, { name: 'Lê Thị Hoa' }));
		const changed = { organisationKind: 'agency', sector: 'health' };
		good(
			await all.officer.call('PUT', `/organisations/${await idOf('Cơ quan D')}`, {
				...changed,
				answersTo: await idOf('Cơ quan C')
			})
		);
		const undone = await act(all, seen.id, 'undoing');
		expect(undone).toMatchObject({ state: 'undone', good: 6, done: 2 });
		expect(undone.kept.map(({ name }: { name: string }) => name)).toEqual([
			...['Trường A', 'Lớp A1', 'Cơ quan C', 'Cơ quan D']
		]);
		expect(await rowsOf(all, 'Lớp A2')).toEqual([]);
		expect(await rowsOf(all, 'Trường B')).toEqual([]);
	});

	it('goes on where a killed process was, and makes nothing twice', async () => {
		const all = await withOfficer();
		const rows = Array.from(
			{ length: 700 },
			(_, i) => `Cơ quan ${i},cơ quan,${i % 7 === 0 ? '' : `Cơ quan ${i - (i % 7)}`},,,,,`
		);
		const seen = await checked(all, rows.reverse().join('\n'));
		expect(seen).toMatchObject({ good: 700, bad: 0 });
		good(await all.officer.call('POST', `/imports/${seen.id}/start`, {}));
		const { store, clock } = all.app.house;
		const lease = new Date(clock.now().getTime() + 30_000);
		await store.transact(async (tx) => void (await tx.update(imports).set({ leasedUntil: lease })));
		expect(await importsRun({ house: all.app.house })).toBe(0);
		clock.pass(31_000);
		expect(await importsRun({ house: all.app.house })).toBe(1);
		const made = await store.read.select().from(places).where(eq(places.organisationKind, 'agency'));
		expect(new Set(made.map(({ name }) => name)).size).toBe(700);
		expect(made.filter(({ parentId }) => parentId === all.commune)).toHaveLength(100);
		expect(await store.read.$count(importRows, eq(importRows.state, 'done'))).toBe(700);
		expect(await act(all, seen.id, 'undoing')).toMatchObject({ state: 'undone', done: 700, kept: [] });
		const standing = and(eq(places.organisationKind, 'agency'), isNull(places.validTo));
		expect(await store.read.$count(places, standing)).toBe(0);
		expect(good(await all.officer.call('GET', `/places?parent=${all.commune}`)).places).toHaveLength(
			all.villages.length
		);
		expect(await checked(all, 'Cơ quan 7,cơ quan,,,,,,\n')).toMatchObject({ good: 1, known: 0 });
	});

	it('is for whoever may set places up there: no teacher, no neighbour, and none above her own', async () => {
		const all = await withOfficer();
		const seen = await checked(all, 'Tốt,thôn,,,,,,\n');
		const teacher = await someone(all.app, { name: 'Cô Giáo' });
		await giveRole(all, teacher, { role: 'teacher', placeId: all.commune });
		const stranger = await someone(all.app, { name: 'Cán Bộ Bên' });
		await giveRole(all, stranger, { role: 'officer', placeId: all.elsewhere });
		const { body, headers } = questionForm(`${head}Xấu,thôn,,,,,,\n`, 'noi.csv');
		for (const phone of [teacher, stranger]) {
			expect((await phone.call('GET', `/imports/${seen.id}`)).status).toBe(404);
			expect((await phone.call('POST', `/imports/${seen.id}/start`, {})).status).toBe(404);
			expect((await phone.call('GET', `/imports?placeId=${all.commune}&kind=places`)).status).toBe(404);
			const sent = await phone.call('POST', `/import-files?placeId=${all.commune}&kind=places`, body, headers);
			expect(sent.status).toBe(404);
		}
		const above = await checked(all, `Xấu,thôn,${(await rowsOf(all, 'Thôn Không Có')).length} ngoài,,,,,\n`);
		expect(above).toMatchObject({ good: 0, bad: 1 });
		const template = (await all.officer.call('GET', '/import-template?kind=places')).raw.toString();
		expect(template).toContain('Nằm trong');
	});
});

describe('what is at a place', () => {
	it('carries its path in every table that names a place by its id', () => {
		const naming = allTables().filter((each) => 'placeId' in getTableColumns(each));
		const known = [...pathTables.map((each) => getTableName(each)), 'place_contacts', 'place_names'];
		expect(naming.map((each) => getTableName(each)).filter((name) => !known.includes(name))).toEqual([]);
	});
});
