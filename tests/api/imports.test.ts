import { describe, expect, it } from 'vitest';
import { runImports } from '../../src/assign/imports/work.ts';
import { importRows, imports, staffEntries } from '../../src/assign/tables.ts';
import { good, someone } from '../support/classes.ts';
import { questionForm } from '../support/exchange.ts';
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
		const seen = good(await all.officer.call('GET', `/imports/${id}`));
		expect(seen).toMatchObject({ state: 'checked', rows: 4, good: 2, bad: 1, known: 1 });
		expect(seen.faults).toMatchObject([{ line: 5, name: '1' }]);
		expect(seen.faults[0].why).toHaveLength(3);
		expect(await all.app.house.store.read.$count(staffEntries)).toBe(1);
		expect((await all.officer.call('GET', `/imports/${id}/faults`)).raw.toString()).toContain('Ủy ban khác');

		good(await all.officer.call('POST', `/imports/${id}/start`, {}));
		expect((await all.officer.call('POST', `/imports/${id}/start`, {})).body.code).toBe('imports.not-now');
		await runImports(all.app.house);
		expect(good(await all.officer.call('GET', `/imports/${id}`))).toMatchObject({ state: 'done', good: 2, done: 2 });
		const at = good(await all.officer.call('GET', `/organisations/${all.office}/membership`));
		expect(at).toMatchObject({ listed: 2, matched: 1 });

		good(await all.officer.call('POST', `/imports/${id}/undoing`, {}));
		await runImports(all.app.house);
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
		good(await all.officer.call('POST', `/imports/${id}/start`, {}));
		const { store, clock } = all.app.house;
		const leased = (ms: number) =>
			store.transact(
				async (tx) => void (await tx.update(imports).set({ leasedUntil: new Date(clock.now().getTime() + ms) }))
			);
		await leased(30_000);
		expect(await runImports(all.app.house)).toBe(0);
		await leased(-1);
		expect(await runImports(all.app.house)).toBe(1);
		const { good: made } = good(await all.officer.call('GET', `/imports/${id}`));
		expect(await store.read.$count(staffEntries)).toBe(made);
		expect(await store.read.$count(importRows)).toBe(0);
	});

	it('of no use is told as a whole, also to a plain form, and nothing of it is kept', async () => {
		const all = await withOrganisations();
		expect((await send(all, 'Năm sinh\n1980\n')).body.code).toBe('imports.no-name-column');
		expect((await send(all, 'Họ tên\n')).body.code).toBe('imports.empty');
		const back = await send(all, 'Họ tên\n', '&page=vi');
		expect([back.status, back.headers['location']]).toEqual([
			303,
			`/nhap-bang?don-vi=${all.office}&sai=imports.empty#tep`
		]);
		expect(await all.app.house.store.read.$count(imports)).toBe(0);
		const { id } = good(await send(all, `${list}Lê Văn Tú,1990,\n`));
		for (const path of [`/imports/${id}`, `/imports/${id}/faults`])
			expect((await all.stranger.call('GET', path)).status).toBe(404);
		good(await all.officer.call('DELETE', `/imports/${id}`));
		expect(await all.app.house.store.read.$count(importRows)).toBe(0);
		expect((await all.officer.call('GET', '/import-template')).raw.toString()).toContain('Họ tên');
	});
});
