import { describe, expect, it } from 'vitest';
import { newRecordCode } from '../../src/certify/record-code.ts';
import { completionRecords } from '../../src/certify/tables.ts';
import { signed } from '../../src/certify/credential/jws.ts';
import { openSigner, rotateKey } from '../../src/certify/index.ts';
import { good, neighbours } from '../support/classes.ts';
import { anApp, type Phone, type TestApp } from '../support/index.ts';
import { passQuiz } from '../support/pass-quiz.ts';

async function aRecord(app: TestApp, phone: Phone): Promise<string> {
	const attemptId = await passQuiz(app, phone);
	return good(await phone.call('POST', '/records', { attemptId, name: 'Nguyễn Thị Lan' })).code;
}

const forms = ['jwt', 'json', 'png', 'svg'];

const badgeOf = async (phone: Phone, code: string, form: string) =>
	(await phone.call('GET', `/records/${code}/credential?form=${form}`)).raw;

/** Sends a file as a browser's form does. */
function send(app: TestApp, file: Buffer | string, query = '', by = app.aPhone()) {
	const mark = 'ranh-gioi';
	const head = `--${mark}\r\ncontent-disposition: form-data; name="badge"; filename="huy-hieu"\r\n\r\n`;
	const body = Buffer.concat([Buffer.from(head), Buffer.from(file), Buffer.from(`\r\n--${mark}--\r\n`)]);
	const headers = { 'content-type': `multipart/form-data; boundary=${mark}` };
	return by.call('POST', `/badge-verifications${query}`, body, headers);
}

/** What the page that the form is led to then asks for. */
const last = async (phone: Phone) => (await phone.call('GET', '/badge-verifications/last')).body;

const told = async (app: TestApp, file: Buffer | string) => (await send(app, file)).body;

describe('a badge that somebody brings as a file', () => {
	it('is told genuine in each form, also after the key was changed, and withdrawn once it is', async () => {
		const { app, root } = await neighbours();
		const phone = app.aPhone();
		const code = await aRecord(app, phone);
		const files = await Promise.all(forms.map((form) => badgeOf(phone, code, form)));
		await rotateKey(app.house);
		for (const file of files) {
			const { status, body, headers } = await send(app, file);
			expect([status, headers['x-robots-tag']]).toEqual([200, 'noindex']);
			expect(body).toEqual({ badge: 'genuine', code, found: expect.objectContaining({ status: 'valid', code }) });
			expect(JSON.stringify(body)).not.toContain('Thị Lan');
		}
		good(await root.call('POST', `/records/${code}/withdrawal`, { reason: 'Cấp nhầm người' }));
		for (const file of files)
			expect(await told(app, file)).toMatchObject({ badge: 'genuine', found: { status: 'withdrawn' } });
	});

	it('is told altered where anything in it was changed, whoever made the signature', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const code = await aRecord(app, phone);
		const [jwt = '', json = ''] = await Promise.all(
			forms.map(async (form) => (await badgeOf(phone, code, form)).toString())
		);
		const [head = '', body = '', mark = ''] = jwt.split('.');
		const lam = Buffer.from(body, 'base64url').toString().replace('Thị Lan', 'Thị Lam');
		const none = Buffer.from('{"alg":"none"}').toString('base64url');
		const badge = JSON.parse(json) as { proof: { proofValue: string } };
		const changed = {
			'another name, signed': `${head}.${Buffer.from(lam).toString('base64url')}.${mark}`,
			'no signature': `${head}.${body}.`,
			'a signature of nobody': `${none}.${body}.${mark}`,
			'another name, proved': json.replace('Thị Lan', 'Thị Lam'),
			'no proof': JSON.stringify({ ...badge, proof: undefined }),
			'half a proof': json.replace(badge.proof.proofValue, badge.proof.proofValue.slice(0, 30)),
			'an unknown context': json.replace('"https://www.w3.org', '"https://khac.example.vn/c","https://www.w3.org'),
			'a word nobody explains': json.replace('"type"', '"somethingElse":"x","type"')
		};
		for (const [how, file] of Object.entries(changed))
			expect([how, await told(app, file)]).toEqual([how, { badge: 'altered' }]);
		// As with a key that was stolen: the signature is right, and the register says something else.
		await app.house.store.transact((tx) => tx.update(completionRecords).set({ name: 'Trần Thị Hoa' }));
		expect(await told(app, jwt)).toEqual({ badge: 'altered' });
	});

	it('of somebody else is told as such, and one that the register has no more too', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const code = await aRecord(app, phone);
		const json = (await badgeOf(phone, code, 'json')).toString();
		const foreign = json.replaceAll(/did:web:[^"#]+/g, 'did:web:khac.example.vn');
		expect(await told(app, foreign)).toEqual({ badge: 'foreign', issuer: 'did:web:khac.example.vn' });
		const key = await (await openSigner(app.house)).current();
		const [{ origin }, another] = [app.house.config, newRecordCode()];
		const invented = { ...(JSON.parse(json) as Parameters<typeof signed>[2]), id: `${origin}/xac-minh/${another}` };
		expect(await told(app, key ? signed(key, origin, invented) : '')).toEqual({ badge: 'unregistered', code: another });
	});

	it('is no badge where it is only signed here, or where nothing can be read', async () => {
		const app = await anApp();
		const list = (await app.app.inject({ url: '/api/status-lists/0' })).rawPayload;
		const picture = await badgeOf(app.aPhone(), 'x', 'png');
		for (const [file, code] of [
			[list, 'badge.unreadable'],
			[picture, 'badge.unreadable'],
			['{"issuer":', 'badge.unreadable'],
			['{"issuer":{"id":5}}', 'badge.unreadable'],
			['a.b.c', 'badge.unreadable'],
			['xin chào', 'badge.foreign'],
			['', 'badge.none-sent'],
			[Buffer.alloc(2_000_001, 'a'), 'badge.too-large']
		] as const)
			expect((await send(app, file)).body).toMatchObject({ code });
	});

	it('sent by a plain form leads to the page of its record, or back to the form; what it came to goes along unseen', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const code = await aRecord(app, phone);
		const jwt = (await badgeOf(phone, code, 'jwt')).toString();
		const led = async (file: string, page: string) => {
			const sender = app.aPhone();
			const { status, headers } = await send(app, file, `?page=${page}`, sender);
			return [status, headers.location, await last(sender)];
		};
		expect(await led(jwt, 'vi')).toEqual([303, `/xac-minh/${code}?huy-hieu`, { said: 'genuine', code }]);
		expect(await led(jwt, 'en')).toEqual([303, `/en/xac-minh/${code}?huy-hieu`, { said: 'genuine', code }]);
		const form = '/xac-minh?huy-hieu#huy-hieu';
		expect(await led(`${jwt.slice(0, -9)}`, 'vi')).toEqual([303, form, { said: 'altered', code: null }]);
		expect(await led('xin chào', 'en')).toEqual([303, `/en${form}`, { said: 'badge.foreign', code: null }]);
	});

	it('is told on a page only to the browser that sent it, for two minutes; no link and no made-up cookie says so', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const code = await aRecord(app, phone);
		const other = await aRecord(app, app.aPhone());
		const sender = app.aPhone();
		const { headers } = await send(app, await badgeOf(phone, code, 'jwt'), '?page=vi', sender);
		const cookie = String(headers['set-cookie']).split(';', 1)[0] ?? '';
		const page = async (path: string, by: Record<string, string>) =>
			(await app.app.inject({ url: `/api${path}`, headers: by })).json<{ said: string | null }>();
		expect(await page('/badge-verifications/last?said=genuine', {})).toEqual({ said: null, code: null });
		expect(await page('/badge-verifications/last', { cookie })).toEqual({ said: 'genuine', code });
		// Nobody but the server can write one, nor turn one into that of another record.
		const [name, value = ''] = cookie.split('=');
		const [, mark = ''] = decodeURIComponent(value).split('.');
		const forged = Buffer.from(`genuine ${other} ${app.house.clock.now().getTime()}`).toString('base64url');
		for (const made of [`${forged}.${mark}`, forged, `${forged}.`, 'genuine', ''])
			expect(await page('/badge-verifications/last', { cookie: `${name}=${made}` })).toEqual({
				said: null,
				code: null
			});
		app.house.clock.pass(3 * 60_000);
		expect(await page('/badge-verifications/last', { cookie })).toEqual({ said: null, code: null });
	});
});
