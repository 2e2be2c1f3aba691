import { describe, expect, it } from 'vitest';
import { accounts, learners } from '../../src/identity/tables.ts';
import { elsewhereResults } from '../../src/certify/tables.ts';
import { auditEntries } from '../../src/platform/tables.ts';
import { accountOf, giveRole, good, neighbours, someone, type Neighbours } from '../support/classes.ts';
import { questionForm } from '../support/exchange.ts';
import type { Phone } from '../support/index.ts';
import { passQuiz } from '../support/pass-quiz.ts';

interface Scene extends Neighbours {
	officer: Phone;
	neighbourly: Phone;
	lan: Phone;
	/** Of the neighbouring commune. */
	xa: Phone;
}

/** An officer of each of two communes, and somebody who learns in each. */
async function aScene(): Promise<Scene> {
	const all = await neighbours();
	const officer = await someone(all.app, { name: 'Lê Cán Bộ', placeId: all.commune });
	await giveRole(all, officer, { role: 'officer', placeId: all.commune });
	const neighbourly = await someone(all.app, { name: 'Lê Láng Giềng', placeId: all.elsewhere });
	await giveRole(all, neighbourly, { role: 'officer', placeId: all.elsewhere });
	const lan = await someone(all.app, { name: 'Nguyễn Thị Lan', placeId: all.villages[0] });
	const xa = await someone(all.app, { name: 'Hồ Thị Xa', placeId: all.elsewhere });
	return { ...all, officer, neighbourly, lan, xa };
}

const lanByName = { name: 'nguyen thi lan', birthYear: '1964' };
const said = {
	...{ platform: 'national-mooc', what: 'Kỹ năng số cơ bản', day: '20/11/2026' },
	...{ evidence: 'https://mooc.example.vn/giay/12', source: 'Danh sách của xã, CV 12' }
};
const enter = (phone: Phone, part: object = {}) =>
	phone.call('POST', '/elsewhere/results', { ...lanByName, ...said, ...part });
const list = async (phone: Phone, query = '') => good(await phone.call('GET', `/elsewhere/results${query}`)).results;
const own = async (phone: Phone) => good(await phone.call('GET', '/own-results')).results;
const acts = async ({ app }: Scene) =>
	(await app.house.store.read.select().from(auditEntries)).map(({ action }) => action);

const head =
	'Họ và tên;Năm sinh;Số điện thoại;Mã giấy xác nhận;Nền tảng;Học xong gì;Ngày xong;Số giấy hoặc địa chỉ;Nguồn';
const inFile = (...rows: string[]) => Buffer.from([head, ...rows].join('\r\n'));
const rest = 'VNeID;Kỹ năng số cơ bản;20/11/2026;A-12;CV 12';
async function send(phone: Phone, bytes: Buffer): Promise<string> {
	const { body, headers } = questionForm(bytes, 'ket-qua.csv');
	return good(await phone.call('POST', '/elsewhere/result-uploads', body, headers)).id;
}
const preview = async (phone: Phone, bytes: Buffer) =>
	good(await phone.call('GET', `/elsewhere/result-previews/${await send(phone, bytes)}`)).rows;
const bring = async (phone: Phone, bytes: Buffer, goodOnly = false) =>
	phone.call('POST', '/elsewhere/result-imports', { upload: await send(phone, bytes), goodOnly });

async function hasPhone({ app }: Scene, phone: Phone, number: string): Promise<void> {
	const id = await accountOf(phone);
	const { eq } = await import('drizzle-orm');
	await app.house.store.transact((tx) => tx.update(accounts).set({ phone: number }).where(eq(accounts.id, id)));
}

describe('what somebody completed on another platform', () => {
	it('is told to her with its source, apart from her records, and to those who look after her place', async () => {
		const scene = await aScene();
		good(await enter(scene.officer));
		expect(await own(scene.lan)).toMatchObject([
			{ what: said.what, day: '2026-11-20', evidence: said.evidence, source: said.source, by: 'Xã Xuân' }
		]);
		expect(await list(scene.officer)).toMatchObject([{ name: 'Nguyễn Thị Lan', birthYear: 1964, what: said.what }]);
		expect(await list(scene.root)).toHaveLength(1);
		expect(await list(scene.neighbourly)).toEqual([]);
		expect(await own(scene.xa)).toEqual([]);
		const trail = await scene.lan.call('GET', '/me/audit');
		expect(JSON.stringify(good(trail))).toContain('Ghi một kết quả ở nơi khác');
		expect(await acts(scene)).toEqual(expect.arrayContaining(['certify.result-entered', 'certify.results-listed']));
	});

	it('is in no count of ours, makes no record and no offer of one', async () => {
		const scene = await aScene();
		const figure = { place: 'Xã Xuân', platform: 'vneid', counted: 'completed', day: '22/11/2026', number: '7' };
		good(await scene.officer.call('POST', '/elsewhere/figures', { ...figure, source: 'CV 1/2026' }));
		const counted = async () => good(await scene.officer.call('GET', '/elsewhere/figures')).figures;
		const held = async () => good(await scene.lan.call('GET', '/records'));
		const before = [await counted(), await held()];
		good(await enter(scene.officer, { day: '20/11/2026' }));
		expect([await counted(), await held()]).toEqual(before);
		expect(before).toMatchObject([[{ own: 0 }], { records: [], offers: [] }]);
	});

	it('is hers by the code of a record, by phone, or by name and year, and only where all of it is so', async () => {
		const scene = await aScene();
		await hasPhone(scene, scene.lan, '0912345678');
		const attemptId = await passQuiz(scene.app, scene.lan);
		const { code } = good(await scene.lan.call('POST', '/records', { attemptId, name: 'Nguyễn Thị Lan' }));
		const nobody = { name: '', birthYear: '' };
		const field = async (part: object) => {
			const { status, body } = await enter(scene.officer, part);
			return status === 201 ? 'hers' : body.fields.map((each: { field: string }) => each.field).join();
		};
		expect(await field({ ...nobody, code: code.toLowerCase(), what: 'Bài một' })).toBe('hers');
		expect(await field({ ...nobody, phone: '+84 912 345 678', what: 'Bài hai' })).toBe('hers');
		expect(await field({ what: 'Bài ba' })).toBe('hers');
		expect(await own(scene.lan)).toHaveLength(3);
		// For an officer elsewhere she is not there, by whatever she is meant.
		for (const part of [{ ...nobody, code }, { ...nobody, phone: '0912345678' }, {}]) {
			const { status, body } = await enter(scene.neighbourly, { ...part, what: 'Bài bốn' });
			expect([status, body.fields[0].code]).toEqual([400, 'elsewhere.person-none']);
		}
		// A phone is a family's, a name alone anybody's; what does not fit together is nobody.
		for (const part of [
			{ birthYear: '' },
			{ birthYear: '1965' },
			{ birthYear: '19' },
			{ phone: '0912345679' },
			{ phone: '12' },
			{ code: '7K4M-0000-0000-00000' },
			{ ...nobody, code, name: 'Trần Thị Hoa' },
			{ name: 'Hồ Thị Xa' },
			nobody
		])
			expect([part, await field(part)]).toEqual([part, 'person']);
		await someone(scene.app, { name: 'Nguyễn Thị Lan', placeId: scene.villages[1] });
		expect((await enter(scene.officer)).body.fields[0].message).toContain('Có 2 người');
		expect(await field({ phone: '0912345678' })).toBe('hers');
	});

	it('is read with care: days, platforms and words that can’t be are told beside their fields', async () => {
		const { officer } = await aScene();
		const wrong = { platform: 'khác', what: 'x', day: '31/12/2026', source: '', evidence: 'x'.repeat(301) };
		const { body } = await enter(officer, wrong);
		expect(body.fields.map((each: { field: string }) => each.field).sort()).toEqual(Object.keys(wrong).sort());
		expect(body.fields).toContainEqual(expect.objectContaining({ field: 'day', message: 'Ngày này chưa tới.' }));
	});

	it('is there once, however often it is entered, and gone for good where she says that it is not hers', async () => {
		const scene = await aScene();
		const { id } = good(await enter(scene.officer));
		expect(good(await enter(scene.officer)).id).toBe(id);
		expect((await scene.xa.call('DELETE', `/own-results/${id}`)).status).toBe(404);
		expect((await scene.lan.call('DELETE', `/own-results/${id}`)).status).toBe(204);
		expect((await scene.lan.call('DELETE', `/own-results/${id}`)).status).toBe(204);
		expect([await own(scene.lan), await list(scene.officer)]).toEqual([[], []]);
		expect((await enter(scene.officer)).body.code).toBe('results.taken-away');
		// Nothing is left of what it said.
		const kept = JSON.stringify(await scene.app.house.store.read.select().from(elsewhereResults));
		for (const word of [said.what, said.source, said.evidence]) expect(kept).not.toContain(word);
	});

	it('is in what she is given of her data, and gone when she has everything deleted', async () => {
		const scene = await aScene();
		good(await enter(scene.officer));
		const given = good(await scene.lan.call('GET', '/me/data'));
		expect(JSON.stringify(given)).toContain(said.what);
		const { ownData } = scene.app.house;
		const accountId = await accountOf(scene.lan);
		const { store } = scene.app.house;
		const rows = await store.read.select().from(accounts);
		const learnerIds = rows.filter(({ id }) => id === accountId).map(({ learnerId }) => learnerId);
		await store.transact((tx) => ownData.erase(tx, { accountId, learnerIds }, scene.app.house.clock.now()));
		expect(await store.read.select().from(elsewhereResults)).toEqual([]);
		expect((await store.read.select().from(learners)).length).toBeGreaterThan(0);
	});
});

describe('a file of what people completed', () => {
	const mixed = inFile(
		`Nguyễn Thị Lan;1964;;;${rest}`,
		`Nguyễn Thị Lan;1964;;;${rest}`,
		`Hồ Thị Xa;1964;;;${rest}`,
		`Nguyễn Thị Lan;;;;${rest}`,
		'Lê Cán Bộ;1964;;;VNeDI;Kỹ năng số cơ bản;20/11/2026;;CV 12'
	);

	it('says of every row who is meant and what would become of it, and keeps nothing by that', async () => {
		const scene = await aScene();
		const rows = await preview(scene.officer, mixed);
		expect(rows.map(({ state, found }: { state: string; found: string | null }) => [state, found])).toEqual([
			['new', 'Nguyễn Thị Lan, 1964'],
			['wrong', null],
			['wrong', null],
			['wrong', null],
			['wrong', null]
		]);
		expect(rows.slice(1).map(({ slips }: { slips: { message: string }[] }) => slips[0]?.message)).toEqual([
			'Trùng với dòng 2.',
			expect.stringContaining('Không thấy ai như vậy'),
			expect.stringContaining('họ tên cùng năm sinh'),
			expect.stringContaining('VNeDI')
		]);
		expect(await own(scene.lan)).toEqual([]);
		expect(await acts(scene)).toContain('certify.results-listed');
	});

	it('comes in as a whole or not at all, its good rows alone where asked for, and is taken back as a whole', async () => {
		const scene = await aScene();
		const { officer, lan } = scene;
		expect(await bring(officer, mixed)).toMatchObject({ status: 400, body: { code: 'elsewhere.rows-wrong' } });
		expect(await own(lan)).toEqual([]);
		expect(good(await bring(officer, mixed, true))).toMatchObject({ added: 1, same: 0, taken: 0, wrong: 4 });
		const all = inFile(`Nguyễn Thị Lan;1964;;;${rest}`, `Lê Cán Bộ;1964;;;${rest}`);
		const brought = good(await bring(officer, all));
		expect(brought).toMatchObject({ added: 1, same: 1, wrong: 0 });
		expect(await list(officer, `?batch=${brought.batchId}`)).toMatchObject([{ name: 'Lê Cán Bộ' }]);
		const undo = (phone: Phone) => phone.call('POST', `/elsewhere/result-imports/${brought.batchId}/undoing`);
		expect((await undo(scene.neighbourly)).status).toBe(404);
		expect((await undo(officer)).status).toBe(204);
		expect((await undo(officer)).status).toBe(404);
		expect(await list(officer)).toMatchObject([{ name: 'Nguyễn Thị Lan' }]);
		// Taken back it can come in again; taken away by whose it is it does not.
		expect(good(await bring(officer, all))).toMatchObject({ added: 1, same: 1 });
		const [{ id }] = await own(lan);
		await lan.call('DELETE', `/own-results/${id}`);
		expect(good(await bring(officer, all))).toMatchObject({ added: 0, same: 1, taken: 1, batchId: null });
		expect(await own(lan)).toEqual([]);
		const done = ['certify.results-entered', 'certify.results-undone'];
		expect(await acts(scene)).toEqual(expect.arrayContaining(done));
	});

	it('that says of one result two things is wrong in both rows, and a phone number may have lost its first 0', async () => {
		const scene = await aScene();
		await hasPhone(scene, scene.lan, '0912345678');
		const rows = await preview(
			scene.officer,
			inFile(`;;912345678;;${rest}`, `Nguyễn Thị Lan;1964;;;${rest.replace('A-12', 'A-13')}`)
		);
		expect(rows.map(({ state }: { state: string }) => state)).toEqual(['wrong', 'wrong']);
		expect(rows[0].slips[0].message).toContain('Cùng người, cùng kết quả với dòng 3');
	});

	it('without its columns, or from somebody who looks after nobody, is refused', async () => {
		const scene = await aScene();
		const short = await scene.officer.call(
			'GET',
			`/elsewhere/result-previews/${await send(scene.officer, Buffer.from('Họ và tên;Năm sinh\nLan;1964'))}`
		);
		expect(short.body.code).toBe('elsewhere.columns-missing');
		for (const phone of [scene.helper, scene.lan, scene.app.aPhone()])
			for (const path of ['/elsewhere/results', `/elsewhere/result-previews/${'0'.repeat(64)}`])
				expect([401, 403]).toContain((await phone.call('GET', path)).status);
	});
});

describe('of two accounts that become one', () => {
	it('what the other completed elsewhere goes along, is told once, and goes back when they are parted', async () => {
		const scene = await aScene();
		const { giveResults, giveResultsBack } = await import('../../src/certify/index.ts');
		const { store } = scene.app.house;
		good(await enter(scene.officer));
		good(await enter(scene.root, { name: 'Hồ Thị Xa', birthYear: '1964' }));
		const all = await store.read.select().from(accounts);
		const learnerOf = async (phone: Phone) => {
			const id = await accountOf(phone);
			return all.find((each) => each.id === id)?.learnerId ?? '';
		};
		const [into, from] = [await learnerOf(scene.lan), await learnerOf(scene.xa)];
		const moved = await store.transact((tx) => giveResults(tx, { from, into }));
		expect([await own(scene.lan), await own(scene.xa)]).toMatchObject([[{ what: said.what }], []]);
		await store.transact((tx) => giveResultsBack(tx, moved, from));
		expect([await own(scene.lan), await own(scene.xa)]).toMatchObject([[{ what: said.what }], [{ what: said.what }]]);
	});
});
