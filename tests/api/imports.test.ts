import { describe, expect, it } from 'vitest';
import { importRows, imports, staffEntries } from '../../src/assign/tables.ts';
import { applyRetention, foreseeRetention } from '../../src/privacy/index.ts';
import { good, someone } from '../support/classes.ts';
import { questionForm } from '../support/exchange.ts';
import { importsRun } from '../support/imports.ts';
import { withOrganisations, type Offices } from '../support/organisations.ts';

const send = ({ officer, office }: Offices, content: string, page = '') => {
	const { body, headers } = questionForm(content, 'danh-sach.csv');
	return officer.call('POST', `/import-files?placeId=${office}${page}`, body, headers);
};
const list = 'Họ tên,Năm sinh,Đơn vị\n';

describe('a staff list from a spreadsheet', () => {
	it('is looked at first; the good rows go in alone, each says why it does not, and undoing leaves who was recognised', async () => {
		const all = await withOrganisations();
		const lan = await someone(all.app, { name: 'Trần Thị Lan' });
		good(await lan.call('POST', `/join-codes/${all.code}/membership`, {}));
		good(await all.officer.call('POST', `/organisations/${all.office}/staff`, { name: 'Có Rồi', birthYear: 1970 }));
		const text = `${list}Trần Thị Lan,1964,ubnd xa\nLê Văn Tú,1990,Trường Xuân\nCó Rồi,1970,UBND xã\n1,x,Ủy ban khác\n`;
		const { id } = good(await send({ ...all, office: all.commune }, text));
		expect(good(await all.officer.call('GET', `/imports/${id}`))).toMatchObject({
			state: 'checking',
			rows: 0,
			known: 0
		});
		await importsRun(all.app);
		const seen = good(await all.officer.call('GET', `/imports/${id}`));
		expect(seen).toMatchObject({ state: 'checked', rows: 4, good: 2, bad: 1, known: 1 });
		expect(seen.faults).toMatchObject([{ line: 5, name: '1' }]);
		expect(seen.faults[0].why).toHaveLength(3);
		expect(seen.first).toMatchObject([
			{ line: 2, name: 'Trần Thị Lan', told: ['Năm sinh: 1964', 'Đơn vị: ubnd xa'] },
			{ line: 3, name: 'Lê Văn Tú' }
		]);
		expect(await all.app.house.store.read.$count(staffEntries)).toBe(1);
		expect((await all.officer.call('GET', `/imports/${id}/faults`)).raw.toString()).toContain('Ủy ban khác');

		good(await all.officer.call('POST', `/imports/${id}/start`, {}));
		expect((await all.officer.call('POST', `/imports/${id}/start`, {})).body.code).toBe('imports.not-now');
		await importsRun(all.app);
		expect(good(await all.officer.call('GET', `/imports/${id}`))).toMatchObject({ state: 'done', good: 2, done: 2 });
		const at = good(await all.officer.call('GET', `/organisations/${all.office}/membership`));
		expect(at).toMatchObject({ listed: 2, matched: 1 });

		good(await all.officer.call('POST', `/imports/${id}/undoing`, {}));
		await importsRun(all.app);
		expect(good(await all.officer.call('GET', `/imports/${id}`))).toMatchObject({ state: 'undone', good: 2, done: 1 });
		const names = (await all.app.house.store.read.select().from(staffEntries)).map(({ name }) => name).sort();
		expect(names).toEqual(['Có Rồi', 'Trần Thị Lan']);
		expect(good(await all.officer.call('GET', `/imports?placeId=${all.commune}`)).imports).toMatchObject([{ id }]);
	});

	it('goes on where a killed process was, and leaves one that another process works on alone', async () => {
		const all = await withOrganisations();
		const rows = Array.from(
			{ length: 700 },
			(_, i) => `Nguyễn Văn ${'AB'[i % 2]}${'x'.repeat(1 + (i % 26))},${1930 + (i % 80)},`
		);
		const { id } = good(await send(all, list + [...new Set(rows)].join('\n')));
		await importsRun(all.app);
		good(await all.officer.call('POST', `/imports/${id}/start`, {}));
		const { store, clock } = all.app.house;
		const leased = (ms: number) =>
			store.transact(
				async (tx) => void (await tx.update(imports).set({ leasedUntil: new Date(clock.now().getTime() + ms) }))
			);
		await leased(30_000);
		expect(await importsRun(all.app)).toBe(0);
		await leased(-1);
		expect(await importsRun(all.app)).toBe(1);
		const { good: made } = good(await all.officer.call('GET', `/imports/${id}`));
		expect(await store.read.$count(staffEntries)).toBe(made);
		expect(await store.read.$count(importRows)).toBe(0);
	});

	it('whose rows name one organisation and another in turns goes into the list of each, whoever is there already is recognised', async () => {
		const all = await withOrganisations();
		const lan = await someone(all.app, { name: 'Trần Thị Lan' });
		good(await lan.call('POST', `/join-codes/${all.code}/membership`, {}));
		const units = ['UBND xã', 'Trường Xuân'];
		const rows = Array.from(
			{ length: 700 },
			(_, i) => `Lê Thị ${'x'.repeat(1 + (i >> 5))},${1950 + (i & 31)},${units[i & 1]}`
		);
		rows.push('Trần Thị Lan,1964,Trường Xuân', 'Trần Thị Lan,1964,UBND xã', 'Võ Văn Lạ,1970,Trường Xuâm');
		const { id } = good(await send({ ...all, office: all.commune }, list + rows.join('\n')));
		await importsRun(all.app);
		const seen = good(await all.officer.call('GET', `/imports/${id}`));
		expect(seen).toMatchObject({
			good: 702,
			bad: 1,
			faults: [{ line: 704, why: [expect.stringContaining('“Trường Xuân”')] }]
		});
		good(await all.officer.call('POST', `/imports/${id}/start`, {}));
		await importsRun(all.app);
		const at = (place: string) => all.officer.call('GET', `/organisations/${place}/membership`).then(good);
		expect(await at(all.office)).toMatchObject({ listed: 351, matched: 1 });
		expect(await at(all.school)).toMatchObject({ listed: 351, matched: 0 });
	});

	it('follows organisations that were renamed, or that went into another or closed since it was looked at', async () => {
		const all = await withOrganisations();
		const make = async (name: string): Promise<string> =>
			good(
				await all.officer.call('POST', '/organisations', { parentId: all.commune, name, organisationKind: 'agency' })
			).id;
		const [going, closing] = [await make('Trạm Một'), await make('Trạm Hai')];
		good(await all.officer.call('POST', `/places/${all.school}/naming`, { name: 'Trường Xuân Mới', from: '' }));
		const text = `${list}Lê Văn Tú,1990,truong xuan\nTrần Thị Lan,1964,Trạm Một\nVũ Văn Ba,1970,Trạm Hai\n`;
		const { id } = good(await send({ ...all, office: all.commune }, text));
		await importsRun(all.app);
		expect(good(await all.officer.call('GET', `/imports/${id}`))).toMatchObject({ good: 3, bad: 0 });
		good(await all.officer.call('POST', `/places/${going}/merging`, { into: all.office }));
		good(await all.officer.call('POST', `/organisations/${closing}/closing`, {}));
		good(await all.officer.call('POST', `/imports/${id}/start`, {}));
		await importsRun(all.app);
		const seen = good(await all.officer.call('GET', `/imports/${id}`));
		expect(seen).toMatchObject({ state: 'done', good: 2, bad: 1, faults: [{ name: 'Vũ Văn Ba' }] });
		const entries = await all.app.house.store.read.select().from(staffEntries);
		expect(entries.map(({ name, placeId }) => [name, placeId]).sort()).toEqual([
			['Lê Văn Tú', all.school],
			['Trần Thị Lan', all.office]
		]);
	});

	it('of no use is told as a whole, in the words of whoever asks, and nothing of it is kept', async () => {
		const all = await withOrganisations();
		const told = async (content: string) => {
			const { id } = good(await send(all, content));
			await importsRun(all.app);
			return good(await all.officer.call('GET', `/imports/${id}`));
		};
		expect(await told('Năm sinh\n1980\n')).toMatchObject({
			state: 'useless',
			rows: 0,
			useless: expect.stringContaining('“Họ tên”')
		});
		expect(await told('Họ tên,Tên\nA,B\n')).toMatchObject({
			state: 'useless',
			useless: expect.stringContaining('“Họ tên”')
		});
		expect(await told('Họ tên\n')).toMatchObject({
			state: 'useless',
			useless: expect.stringContaining('không có dòng nào')
		});
		expect(await all.app.house.store.read.$count(importRows)).toBe(0);
		expect((await all.app.house.store.read.select().from(imports)).map(({ fileHash }) => fileHash)).toEqual([
			...[null, null, null]
		]);
	});

	it('is led to its page from a plain form, and back to the form where no file came', async () => {
		const all = await withOrganisations();
		const sent = await send(all, `${list}Lê Văn Tú,1990,\n`, '&page=vi');
		expect([sent.status, String(sent.headers['location'])]).toEqual([
			303,
			expect.stringMatching(/^\/nhap-bang\/[^/]+$/)
		]);
		const back = await send(all, '', '&kind=places&page=en');
		expect([back.status, back.headers['location']]).toEqual([
			303,
			`/en/nhap-bang?don-vi=${all.office}&loai=noi&sai=imports.no-file#tep`
		]);
	});

	it('is for managers of the place alone; dropped, nothing of it is kept', async () => {
		const all = await withOrganisations();
		const { id } = good(await send(all, `${list}Lê Văn Tú,1990,\n`));
		await importsRun(all.app);
		for (const path of [`/imports/${id}`, `/imports/${id}/faults`])
			expect((await all.stranger.call('GET', path)).status).toBe(404);
		good(await all.officer.call('DELETE', `/imports/${id}`));
		expect(await all.app.house.store.read.$count(importRows)).toBe(0);
		expect((await all.officer.call('GET', '/import-template')).raw.toString()).toContain('Họ tên');
	});

	it('is checked anew where a process was killed at it, and by one process alone', async () => {
		const all = await withOrganisations();
		const { id } = good(await send(all, `${list}Lê Văn Tú,1990,\nLê Văn Tư,x,\n`));
		const { store, clock } = all.app.house;
		const row = { state: 'good' as const, cells: {}, problems: [], madeId: null };
		await store.transact(async (tx) => {
			await tx.insert(importRows).values({ ...row, importId: id, line: 2 });
			await tx.update(imports).set({ rows: 2, good: 1, done: 1, leasedUntil: new Date(clock.now().getTime() + 1_000) });
		});
		expect(await importsRun(all.app)).toBe(0);
		clock.pass(2_000);
		expect(await importsRun(all.app)).toBe(1);
		expect(good(await all.officer.call('GET', `/imports/${id}`))).toMatchObject({
			state: 'checked',
			rows: 2,
			good: 1,
			bad: 1
		});
		expect(await store.read.$count(importRows)).toBe(2);
	});

	it('that nobody brings in goes by itself after thirty days, and so do rows with faults', async () => {
		const all = await withOrganisations();
		const left = good(await send(all, `${list}Lê Văn Tú,1990,\nLê Văn Tư,x,\n`));
		const done = good(await send(all, `${list}Trần Văn Tú,1990,\nTrần Văn Tư,x,\n`));
		await importsRun(all.app);
		good(await all.officer.call('POST', `/imports/${done.id}/start`, {}));
		await importsRun(all.app);
		const { house } = all.app;
		house.clock.pass(29 * 24 * 3_600_000);
		expect(await applyRetention(house)).toMatchObject({ 'import-rows': 0 });
		house.clock.pass(2 * 24 * 3_600_000);
		expect(await foreseeRetention(house)).toMatchObject({ 'import-rows': 3 });
		expect(await applyRetention(house)).toMatchObject({ 'import-rows': 3 });
		expect(await house.store.read.$count(importRows)).toBe(0);
		const states = await house.store.read.select({ id: imports.id, state: imports.state }).from(imports);
		expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(
			new Map([
				[left.id, 'dropped'],
				[done.id, 'done']
			])
		);
	});
});
