import readXlsx from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { auditEntries } from '../../src/platform/tables.ts';
import { giveRole, good, someone } from '../support/classes.ts';
import { writeDown } from '../support/helped.ts';
import { aDuty, aMember, anAssignment, aStaffEntry, withOfficer } from '../support/assigned.ts';

/** The clock of the tests stands on 23 November 2026. */
async function aBoard() {
	const all = await withOfficer();
	const { house } = all.app;
	const [placeId, other] = all.villages;
	const to = { house, placeId: all.commune, officerId: all.officerId };
	const safe = await anAssignment(to, { subjects: ['thu', 'test:cuoi'] });
	const late = await anAssignment(to, { title: 'Dịch vụ công', subjects: ['dvc'], dueOn: '2026-11-10', graceDays: 3 });
	const an = await aMember(house, placeId, '=Nguyễn Văn An');
	const binh = await aMember(house, placeId, 'Trần Thị Bình');
	const dung = await aMember(house, other, 'Lê Đức Dũng', 'Kế toán');
	await aStaffEntry(house, placeId, { name: 'Phạm Thị Cúc' });
	await aStaffEntry(house, placeId, { name: 'Nguyễn Văn An', learnerId: an });
	const done = { state: 'done' as const, settledAt: new Date('2026-11-20T03:00:00Z') };
	await aDuty(house, { assignmentId: safe, placeId, learnerId: an }, { ...done, percent: 90 });
	await aDuty(house, { assignmentId: safe, placeId, learnerId: binh }, { ...done, state: 'waived' });
	await aDuty(house, { assignmentId: safe, placeId: other, learnerId: dung });
	await aDuty(house, { assignmentId: safe, placeId, learnerId: an }, { ...done, subject: 'test:cuoi' });
	await aDuty(house, { assignmentId: late, placeId, learnerId: binh }, { subject: 'dvc', dueOn: '2026-11-10' });
	await aDuty(house, { assignmentId: late, placeId: other, learnerId: dung }, { subject: 'dvc', dueOn: '2026-11-21' });
	return { ...all, safe, late, ids: { an, binh, dung } };
}

const board = async (all: Awaited<ReturnType<typeof aBoard>>, query = '') =>
	good(await all.officer.call('GET', `/duty-board${query}`));
/** A total as page and files show it. */
const shownTotal = ({ text, late }: { text: string; late: number }) => (late ? `${text} · quá hạn ${late}` : text);
const names = ({ rows }: { rows: { name: string }[] }) => rows.map(({ name }) => name);

describe('the board of assigned modules', () => {
	it('says of each person and module how it stands, by given name, those without an account among them', async () => {
		const all = await aBoard();
		const seen = await board(all);
		expect(seen.modules.map(({ subject }: { subject: string }) => subject)).toEqual(['dvc', 'thu', 'test:cuoi']);
		const texts = seen.rows.map(({ name, cells }: { name: string; cells: { text: string }[] }) => [
			name,
			...cells.map(({ text }) => text)
		]);
		expect(texts).toEqual([
			['=Nguyễn Văn An', 'Không giao', 'Xong 90% · 20/11/2026', 'Xong · 20/11/2026'],
			['Trần Thị Bình', 'Quá hạn 13 ngày', 'Được miễn · 20/11/2026', 'Không giao'],
			['Phạm Thị Cúc', 'Chưa có tài khoản', 'Chưa có tài khoản', 'Chưa có tài khoản'],
			['Lê Đức Dũng', 'Hạn 21/11/2026', 'Hạn 30/11/2026', 'Không giao']
		]);
		expect(seen.rows[3]).toMatchObject({ place: 'Thôn Tây', position: 'Kế toán', registered: true });
		const trail = await all.app.house.store.read.select().from(auditEntries);
		expect(trail.at(-1)?.action).toBe('assign.board-viewed');
	});

	it.each([
		['state=late', ['Trần Thị Bình'], ['0/1', '1/1', '0/0'], 1],
		['state=open', ['Lê Đức Dũng'], ['0/1', '0/1', '0/0'], 1],
		['state=done', ['=Nguyễn Văn An'], ['0/0', '1/1', '1/1'], 1],
		['state=unregistered', ['Phạm Thị Cúc'], ['0/0', '0/0', '0/0'], 1],
		['query=DUNG', ['Lê Đức Dũng'], ['0/2', '2/3', '1/1'], 4]
	])('lets through who is meant by %s, and counts them', async (query, who, done, people) => {
		const all = await aBoard();
		expect(names(await board(all, `?${query}`))).toEqual(who);
		const totals = good(await all.officer.call('GET', `/duty-board/totals?${query}`));
		expect(totals.modules.map(({ text }: { text: string }) => text.replace('Xong ', ''))).toEqual(done);
		expect(totals.people).toBe(people);
	});

	it('has everybody under one state alone: who is late with one thing and in time with another is late', async () => {
		const all = await aBoard();
		const { binh } = all.ids;
		await aDuty(
			all.app.house,
			{ assignmentId: all.safe, placeId: all.villages[0], learnerId: binh },
			{ subject: 'dvc' }
		);
		const people = async (query: string) =>
			good(await all.officer.call('GET', `/duty-board/totals${query}`)).people as number;
		const each = [];
		for (const state of ['late', 'open', 'done', 'unregistered']) each.push(await people(`?state=${state}`));
		expect(each).toEqual([1, 1, 1, 1]);
		expect(await people('')).toBe(4);
	});

	it('has whoever the list recognised and who never joined, until she belongs to the organisation or a part of it', async () => {
		const all = await aBoard();
		const { house } = all.app;
		const lan = await aMember(house, all.villages[1], 'Vũ Thị Lan');
		await aStaffEntry(house, all.villages[0], { name: 'Vũ Thị Lan', learnerId: lan });
		const { rows } = await board(all, `?placeId=${all.villages[0]}&state=unregistered`);
		expect(rows.map(({ name, cells }: (typeof rows)[0]) => [name, cells[0].text])).toEqual([
			['Phạm Thị Cúc', 'Chưa có tài khoản'],
			['Vũ Thị Lan', 'Có tài khoản, chưa vào đơn vị']
		]);
		await aStaffEntry(house, all.commune, { name: 'Lê Đức Dũng', learnerId: all.ids.dung });
		expect(good(await all.officer.call('GET', '/duty-board/totals?state=unregistered')).people).toBe(2);
	});

	it('leaves out whoever belongs there and is asked nothing', async () => {
		const all = await aBoard();
		await aMember(all.app.house, all.villages[0], 'Hồ Văn Không');
		expect(names(await board(all))).toHaveLength(4);
		expect(good(await all.officer.call('GET', '/duty-board/totals')).people).toBe(4);
		expect(names(await board(all, `?assignmentId=${all.late}`))).not.toContain('=Nguyễn Văn An');
	});

	it('keeps to one organisation or one assignment where it is chosen', async () => {
		const all = await aBoard();
		expect(names(await board(all, `?placeId=${all.villages[1]}`))).toEqual(['Lê Đức Dũng']);
		const one = await board(all, `?assignmentId=${all.late}`);
		expect(one.modules).toHaveLength(1);
		expect(one.assignments).toHaveLength(2);
		expect(one.places.map(({ name }: { name: string }) => name)).toEqual(['Thôn Đông', 'Thôn Tây']);
	});

	it('comes in pages that leave nobody out and tell nobody twice, helped learners too', async () => {
		const all = await aBoard();
		const { house } = all.app;
		const { helpedLearners } = await import('../../src/community/tables.ts');
		const { memberships } = await import('../../src/assign/tables.ts');
		const card = await writeDown(all);
		const [helped] = await house.store.read.select().from(helpedLearners);
		expect(helped?.id).toBe(card.id);
		const place = { placeId: all.villages[0], placePath: helped?.placePath ?? '' };
		const row = { id: 'm', learnerId: helped?.learnerId ?? '', joinedAt: house.clock.now(), ...place };
		await house.store.transact(async (tx) => void (await tx.insert(memberships).values(row)));
		await aDuty(house, { assignmentId: all.safe, placeId: all.villages[0], learnerId: row.learnerId });
		for (let i = 0; i < 60; i++) await aStaffEntry(house, all.villages[0], { name: `Hoàng Văn ${'ABCDEFGH'[i % 8]}` });
		const first = await board(all);
		const second = await board(all, `?after=${first.next}`);
		expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 15, null]);
		const ids = [...first.rows, ...second.rows].map(({ id }: { id: string }) => id);
		expect(new Set(ids).size).toBe(65);
		expect(names(second)).toContain('Bùi Thị Tư');
	});

	it('goes out as CSV and as a workbook that equal the page to the last cell', async () => {
		const all = await aBoard();
		for (const query of ['', '&state=late', '&query=an']) {
			const page = await board(all, `?${query.slice(1)}`);
			const totals = good(await all.officer.call('GET', `/duty-board/totals?${query.slice(1)}`));
			const expected = [
				['Họ tên', 'Đơn vị', 'Chức danh', ...page.modules.map(({ title }: { title: string }) => title)],
				...page.rows.map(({ name, place, position, cells }: Row) => [
					...[name, place, position],
					...cells.map(({ text }) => text)
				])
			];
			if (!query.includes('query'))
				expected.push([`Cộng: ${totals.people} người`, '', '', ...totals.modules.map(shownTotal)]);
			const csv = await all.officer.call('GET', `/duty-board/file?format=csv${query}`);
			const text = csv.raw.toString('utf8');
			expect(text.startsWith('\ufeff')).toBe(true);
			const lines = text.slice(1).trimEnd().split('\r\n');
			expect(lines.map((line) => line.split(',').map((cell) => cell.replace(/^'/, '')))).toEqual(expected);
			const xlsx = await all.officer.call('GET', `/duty-board/file?format=xlsx${query}`);
			expect(xlsx.headers['content-disposition']).toMatch(/viec-hoc-duoc-giao-2026-11-23\.xlsx/);
			const [sheet] = await readXlsx(xlsx.raw);
			expect(sheet?.data.map((cells) => cells.map((cell) => cell ?? ''))).toEqual(expected);
		}
		const english = await all.officer.call('GET', '/duty-board/file?format=csv&lang=en');
		expect(english.raw.toString('utf8')).toMatch(/^\ufeffName,/);
	});

	it('is for managers of the place and for overseers who read, not for neighbours, helpers or members', async () => {
		const all = await aBoard();
		const overseer = await someone(all.app, { name: 'Vũ Thị Mặt', placeId: all.commune });
		await giveRole(all, overseer, { role: 'overseer', placeId: all.commune });
		expect(names(good(await overseer.call('GET', '/duty-board')))).toHaveLength(4);
		const teacher = await someone(all.app, { name: 'Vũ Thị Cô', placeId: all.commune });
		await giveRole(all, teacher, { role: 'teacher', placeId: all.villages[1] });
		expect(names(good(await teacher.call('GET', '/duty-board')))).toEqual(['Lê Đức Dũng']);
		for (const part of ['', '/totals', '/file']) {
			const query = part === '/file' ? '&format=csv' : '';
			const at = `/duty-board${part}?placeId=${all.villages[0]}${query}`;
			expect((await teacher.call('GET', at)).status).toBe(404);
			expect((await all.helper.call('GET', at)).status).toBe(403);
			expect((await all.app.aPhone().call('GET', at)).status).toBe(401);
		}
	});
});

interface Cell {
	text: string;
}
interface Row {
	name: string;
	place: string;
	position: string;
	cells: Cell[];
}
