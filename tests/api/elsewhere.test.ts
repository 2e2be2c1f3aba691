import { describe, expect, it } from 'vitest';
import { auditEntries } from '../../src/platform/tables.ts';
import { giveRole, good, neighbours, someone, type Neighbours } from '../support/classes.ts';
import { questionForm } from '../support/exchange.ts';
import type { Phone } from '../support/index.ts';

interface Scene extends Neighbours {
	officer: Phone;
	neighbourly: Phone;
}

/** An officer of each of two communes. */
async function aScene(): Promise<Scene> {
	const all = await neighbours();
	const officer = await someone(all.app, { name: 'Lê Cán Bộ', placeId: all.commune });
	await giveRole(all, officer, { role: 'officer', placeId: all.commune });
	const neighbourly = await someone(all.app, { name: 'Lê Láng Giềng', placeId: all.elsewhere });
	await giveRole(all, neighbourly, { role: 'officer', placeId: all.elsewhere });
	return { ...all, officer, neighbourly };
}

const figure = {
	...{ place: 'Xã Xuân', platform: 'national-mooc', counted: 'registered' },
	...{ day: '22/11/2026', number: '1.250', source: 'Báo cáo 15/BC-UBND' }
};
const enter = (phone: Phone, part: object = {}) => phone.call('POST', '/elsewhere/figures', { ...figure, ...part });
const list = async (phone: Phone, query = '') => good(await phone.call('GET', `/elsewhere/figures${query}`)).figures;
const acts = async ({ app }: Scene) =>
	(await app.house.store.read.select().from(auditEntries)).map(({ action }) => action);

const head = 'Nơi;Nền tảng;Đếm gì;Tính đến ngày;Số ở nơi khác;Nguồn';
const inFile = (...rows: string[]) => Buffer.from([head, ...rows].join('\r\n'));
function send(phone: Phone, bytes: Buffer) {
	const { body, headers } = questionForm(bytes, 'so.csv');
	return phone.call('POST', '/elsewhere/uploads', body, headers);
}
const look = async (phone: Phone, bytes: Buffer) =>
	phone.call('GET', `/elsewhere/figure-previews/${good(await send(phone, bytes)).id}`);
const preview = async (phone: Phone, bytes: Buffer) => good(await look(phone, bytes)).rows;
const bring = async (phone: Phone, bytes: Buffer, goodOnly = false) =>
	phone.call('POST', '/elsewhere/figure-imports', { upload: good(await send(phone, bytes)).id, goodOnly });

describe('a figure of another platform', () => {
	it('stands beside our own of the same kind, place and day, and is in none of ours', async () => {
		const scene = await aScene();
		good(await enter(scene.officer));
		const [shown] = await list(scene.officer);
		// The officer of the commune has an account there; the two of the neighbouring one do not count here.
		expect(shown).toMatchObject({ place: 'Xã Xuân', number: 1250, own: 0, group: null, source: figure.source });
		good(await enter(scene.officer, { day: '23/11/2026', number: '7' }));
		expect((await list(scene.officer))[0]).toMatchObject({ day: '2026-11-23', number: 7, own: 2 });
		good(await enter(scene.officer, { group: 'nguoi-dan' }));
		expect((await list(scene.officer))[0]).toMatchObject({ group: 'Người dân', own: null });
		for (const counted of ['learnt', 'completed', 'confirmed']) {
			good(await enter(scene.officer, { counted }));
			expect((await list(scene.officer))[0]).toMatchObject({ counted, own: 0 });
		}
		expect((await acts(scene)).filter((action) => action === 'certify.figures-entered')).toHaveLength(6);
	});

	it('is corrected by a later one; the former stays in its history, and counts again when that is undone', async () => {
		const scene = await aScene();
		const former = good(await enter(scene.officer)).id;
		const { id } = good(await enter(scene.officer, { number: '1300', source: 'Báo cáo 16/BC-UBND' }));
		// The same once more, as by a second press, is the one that is there.
		expect(good(await enter(scene.officer, { number: '1300', source: 'Báo cáo 16/BC-UBND' })).id).toBe(id);
		expect(await list(scene.officer)).toMatchObject([{ id, number: 1300, corrects: true }]);
		const story = good(await scene.officer.call('GET', `/elsewhere/figures/${former}`));
		expect(story).toMatchObject({ counting: id, history: [{ number: 1300 }, { number: 1250 }] });
		const strike = (reason: string) => scene.officer.call('POST', `/elsewhere/figures/${id}/strike`, { reason });
		expect((await strike('ừ')).body.fields).toMatchObject([{ field: 'reason' }]);
		expect((await strike('Ghi nhầm số')).status).toBe(204);
		expect((await strike('Ghi nhầm số')).status).toBe(409);
		expect(await list(scene.officer)).toMatchObject([{ id: former, number: 1250 }]);
		// What is entered after that corrects again.
		good(await enter(scene.officer, { number: '1301' }));
		expect(await list(scene.officer)).toMatchObject([{ number: 1301 }]);
	});

	it('says of each field what is wrong with it', async () => {
		const { officer } = await aScene();
		const wrong = { platform: 'VNeDI', counted: '', group: 'x', day: '25/11/2026', number: '-1', source: '' };
		const { status, body } = await enter(officer, { ...wrong, place: 'Xã Không Có' });
		expect(status).toBe(400);
		expect(Object.fromEntries(body.fields.map(({ field, code }: Record<string, string>) => [field, code]))).toEqual({
			place: 'elsewhere.place-unknown',
			platform: 'elsewhere.platform-unknown',
			counted: 'elsewhere.counted-missing',
			group: 'elsewhere.group-unknown',
			day: 'elsewhere.day-future',
			number: 'elsewhere.number-negative',
			source: 'elsewhere.source-missing'
		});
		expect(JSON.stringify(body.fields)).toContain('“VNeDI”');
	});

	it('is of a place that is named, never guessed', async () => {
		const { officer, root, commune, villages } = await aScene();
		const code = async (phone: Phone, place: string) => (await enter(phone, { place })).body.fields?.[0]?.code;
		expect(await code(officer, 'Xã Xuân Yên')).toBe('elsewhere.place-outside');
		expect(await code(root, 'thôn đông')).toBe('elsewhere.place-several');
		expect(await code(root, 'Thôn Đông, Xã Xuân')).toBeUndefined();
		expect(await code(officer, 'Thôn Đông')).toBeUndefined(); // there is one in her commune
		expect(await code(officer, commune)).toBeUndefined();
		expect(await code(officer, villages[1])).toBeUndefined();
		expect(await code(officer, ' , ')).toBe('elsewhere.place-missing');
		const odd = { parentId: 'mau', name: 'Xã Hai (mới, tạm)', villages: 'Thôn Đông' };
		good(await root.call('POST', '/places', odd));
		expect(await code(root, 'xã hai (mới, tạm)')).toBeUndefined(); // a name may hold a comma
		expect(await code(root, 'Thôn Đông, Xã Hai (mới, tạm)')).toBeUndefined();
		expect(await code(root, 'Thôn Đông, Xã Ba')).toBe('elsewhere.place-unknown');
	});

	it('is looked for by place and platform, and taken away as CSV exactly as it is shown', async () => {
		const scene = await aScene();
		good(await enter(scene.officer, { source: '=HYPERLINK("x")', note: '+84' }));
		good(await enter(scene.officer, { place: 'Thôn Đông', platform: 'vneid' }));
		const query = `?place=${encodeURIComponent('Thôn Đông, Xã Xuân')}&platform=vneid`;
		expect(await list(scene.officer, query)).toMatchObject([{ place: 'Thôn Đông', platform: 'vneid' }]);
		expect(await list(scene.officer, '?platform=register')).toEqual([]);
		expect((await scene.officer.call('GET', '/elsewhere/figures?place=Kh%C3%B4ng')).body.fields).toMatchObject([
			{ field: 'place', code: 'elsewhere.place-unknown' }
		]);
		const file = (await scene.officer.call('GET', '/elsewhere/figures/file')).raw.toString();
		expect(file.startsWith('\ufeffNơi,Nền tảng,Đếm gì,')).toBe(true);
		expect(file.split('\r\n')).toHaveLength(4);
		expect(file).toContain(`"'=HYPERLINK(""x"")"`);
		expect(file).toContain(",'+84,");
		// What was taken away can come in again: everything in it is there already.
		const rows = await preview(scene.officer, Buffer.from(file));
		expect(rows.map(({ state }: { state: string }) => state)).toEqual(['same', 'same']);
	});

	it('is nothing to anybody but officers and administrators of its place', async () => {
		const scene = await aScene();
		const { id } = good(await enter(scene.officer));
		expect(await list(scene.neighbourly)).toEqual([]);
		expect(await list(scene.root)).toHaveLength(1);
		const learner = await someone(scene.app, { name: 'Nguyễn Thị Lan', placeId: scene.commune });
		for (const phone of [scene.helper, learner, scene.app.aPhone()]) {
			expect([401, 403]).toContain((await phone.call('GET', '/elsewhere/figures')).status);
			expect([401, 403]).toContain((await enter(phone)).status);
			expect([401, 403]).toContain((await send(phone, inFile('x'))).status);
			const upload = { upload: '0'.repeat(64), goodOnly: false };
			expect([401, 403]).toContain((await phone.call('POST', '/elsewhere/figure-imports', upload)).status);
		}
		expect((await scene.neighbourly.call('GET', `/elsewhere/figures/${id}`)).status).toBe(404);
		const reason = { reason: 'Không phải của tôi' };
		expect((await scene.neighbourly.call('POST', `/elsewhere/figures/${id}/strike`, reason)).status).toBe(404);
		expect(await list(scene.officer)).toHaveLength(1);
	});

	it('stays one about its village when that goes into another, and is looked after there', async () => {
		const scene = await aScene();
		const [from, into] = scene.villages;
		good(await enter(scene.officer, { place: 'Thôn Đông', number: '3' }));
		good(await enter(scene.officer, { place: 'Thôn Tây', number: '4' }));
		good(await scene.root.call('POST', `/places/${from}/merging`, { into }));
		const shown = await list(scene.officer, `?place=${into}`);
		expect(shown.map(({ place, number }: { place: string; number: number }) => [place, number])).toEqual([
			['Thôn Tây', 4],
			['Thôn Đông', 3]
		]);
		// The former name means the village that it went into.
		good(await enter(scene.officer, { place: 'Thôn Đông', number: '7' }));
		expect((await list(scene.officer))[0]).toMatchObject({ place: 'Thôn Tây', number: 7, corrects: true });
	});
});

describe('a file of figures', () => {
	const mixed = inFile(
		'Xã Xuân;VNeID;Số người được xác nhận;22/11/2026;120;CV 1/2026',
		'Xã Xuân;VNeID;Số người được xác nhận;22/11/2026;130;CV 1/2026',
		'Thôn Đông;Khác: Trường số;Số người học xong;22/11/2026;12,5;CV 2/2026',
		'Thôn Tây;Khác: Trường số;Số người học xong;22/11/2026;12;CV 2/2026',
		'Thôn Tây;khác: trường số;Số người học xong;22/11/2026;12;CV 2/2026',
		'Xã Xuân Yên;VNeID;Số người đăng ký;22/11/2026;5;CV 3/2026'
	);

	it('says of every row what would become of it, and keeps nothing by that', async () => {
		const { officer } = await aScene();
		const rows = await preview(officer, mixed);
		expect(rows.map(({ row, state }: { row: number; state: string }) => [row, state])).toEqual([
			[2, 'wrong'],
			[3, 'wrong'],
			[4, 'wrong'],
			[5, 'new'],
			[6, 'wrong'],
			[7, 'wrong']
		]);
		expect(rows.map(({ slips }: { slips: { message: string }[] }) => slips[0]?.message)).toEqual([
			expect.stringContaining('dòng 3 mà số khác nhau'),
			expect.stringContaining('dòng 2 mà số khác nhau'),
			expect.stringContaining('số nguyên'),
			undefined,
			'Trùng với dòng 5.',
			expect.stringContaining('ngoài địa bàn')
		]);
		expect(await list(officer)).toEqual([]);
	});

	it('comes in as a whole or not at all, and its good rows alone where that is asked for', async () => {
		const scene = await aScene();
		const { officer } = scene;
		expect(await bring(officer, mixed)).toMatchObject({ status: 400, body: { code: 'elsewhere.rows-wrong' } });
		expect(await list(officer)).toEqual([]);
		expect(good(await bring(officer, mixed, true))).toMatchObject({ added: 1, corrected: 0, same: 0, wrong: 5 });
		const all = inFile(
			'Thôn Tây;Khác: Trường số;Số người học xong;22/11/2026;12;CV 2/2026',
			'Thôn Tây;Khác: Trường số;Số người học xong;23/11/2026;14;CV 2/2026',
			'Thôn Đông;Khác: Trường số;Số người học xong;22/11/2026;20;CV 2/2026'
		);
		const brought = good(await bring(officer, all));
		expect(brought).toMatchObject({ added: 2, corrected: 0, same: 1, wrong: 0 });
		expect(good(await bring(officer, all))).toMatchObject({ batchId: null, added: 0, same: 3 });
		const undo = (phone: Phone) =>
			phone.call('POST', `/elsewhere/figure-imports/${brought.batchId}/undoing`, { reason: 'Nhập nhầm tệp' });
		expect((await undo(scene.neighbourly)).status).toBe(404);
		expect((await undo(officer)).status).toBe(204);
		expect((await undo(officer)).status).toBe(409);
		expect(await list(officer)).toMatchObject([{ number: 12 }]);
		expect(await acts(scene)).toContain('certify.figures-undone');
	});

	it('is read with commas or tabs too, with a byte order mark, and as people name the columns in English', async () => {
		const { officer } = await aScene();
		const english = 'Place\tPlatform\tWhat is counted\tAs of\tNumber elsewhere\tSource\tNote';
		const tabs = `\ufeff${english}\nXã Xuân\tvneid\tPeople confirmed\t2026-11-22\t1,200\tCV 1/2026\tx`;
		expect(await preview(officer, Buffer.from(tabs))).toMatchObject([{ state: 'new' }]);
		const commas = `${english.replaceAll('\t', ',')}\nXã Xuân,vneid,confirmed,2026-11-22,"1,200",CV 1/2026,`;
		expect(await preview(officer, Buffer.from(commas))).toMatchObject([{ state: 'new' }]);
	});

	it('that can’t be read, lacks columns, or is too long says so', async () => {
		const { officer } = await aScene();
		const code = async (bytes: Buffer | string) => (await look(officer, Buffer.from(bytes))).body.code;
		const row = 'Xã Xuân;VNeID;Số người đăng ký;22/11/2026;1;CV 1/2026';
		expect(await code(Buffer.from(`${head}\n${row}`, 'utf16le'))).toBe('elsewhere.not-utf8');
		expect(await code(Buffer.from(`${head}\nX\xe3 Xu\xe2n;1`, 'latin1'))).toBe('elsewhere.not-utf8');
		expect(await code('PKnot a workbook')).toBe('elsewhere.unreadable-file');
		expect(await code(head)).toBe('elsewhere.no-rows');
		expect(await code(`Nơi;Số\n${row}`)).toBe('elsewhere.columns-missing');
		expect(await code(`${head}\n"Xã Xuân;`)).toBe('elsewhere.open-quote');
		expect(await code([head, ...Array<string>(1001).fill('x;y;z')].join('\n'))).toBe('elsewhere.too-many-rows');
		const sent = async (bytes: Buffer) => (await send(officer, bytes)).body.code;
		expect(await sent(Buffer.alloc(2_000_001, 'x'))).toBe('elsewhere.file-too-large');
		expect(await sent(Buffer.alloc(0))).toBe('elsewhere.no-file');
		expect((await officer.call('GET', `/elsewhere/figure-previews/${'0'.repeat(64)}`)).body.code).toBe(
			'elsewhere.upload-gone'
		);
	});
});
