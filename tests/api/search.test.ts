import { describe, expect, it } from 'vitest';
import { anApp } from '../support/an-app.ts';

const asked = (query: string, more = '') => `/search?q=${encodeURIComponent(query)}${more}`;

describe('search', () => {
	it('answers anyone, without a cookie, with the words marked and never with HTML', async () => {
		const { aPhone } = await anApp();
		const phone = aPhone();
		const { status, body } = await phone.call('GET', asked('giu kin ma'));
		expect(status).toBe(200);
		expect(phone.cookies.size).toBe(0);
		expect(body).toMatchObject({ more: false, complete: true, next: null });
		expect(body.hits[0]).toMatchObject({
			kind: 'lesson',
			id: 'giu-ma',
			courseId: 'thu',
			missing: [],
			translated: true
		});
		expect(body.hits[0].title).toEqual([
			{ text: 'Giữ', marked: true },
			{ text: ' ', marked: false },
			{ text: 'kín', marked: true },
			{ text: ' ', marked: false },
			{ text: 'mã', marked: true }
		]);
		for (const hit of body.hits) expect(JSON.stringify(hit)).not.toMatch(/<\w/);
	});

	it('finds in English what is in English, and says what stands in', async () => {
		const { aPhone } = await anApp();
		const { body } = await aPhone().call('GET', asked('giu kin ma'), undefined, { 'accept-language': 'en' });
		expect(body.hits[0]).toMatchObject({ id: 'giu-ma', translated: false });
	});

	it('takes a group that comes first, known or not', async () => {
		const { aPhone } = await anApp();
		for (const group of ['nguoi-dan', 'khong-co', '%22%27'])
			expect((await aPhone().call('GET', asked('ma', `&group=${group}`))).status).toBe(200);
	});

	it('knows the reader by her session, wherever she lives', async () => {
		const { aPhone } = await anApp();
		const phone = aPhone();
		const person = { name: 'Nguyễn Thị Lan', birthYear: 1964, username: 'lan.tim', password: 'con trâu đi trước' };
		expect((await phone.call('POST', '/accounts', person)).status).toBe(201);
		expect((await phone.call('GET', asked('ma'))).status).toBe(200);
	});

	it.each(['', 'a'.repeat(101)])(
		'refuses a query of no or too many letters with a sentence about it',
		async (query) => {
			const { aPhone } = await anApp();
			const { status, body } = await aPhone().call('GET', asked(query));
			expect(status).toBe(400);
			expect(body.fields).toMatchObject([{ field: 'q' }]);
			expect(body.fields[0].message).toMatch(query === '' ? /còn trống/ : /tối đa 100 ký tự/);
		}
	);

	it('means nothing but words by what is typed', async () => {
		const { aPhone } = await anApp();
		for (const query of [
			'" OR 1=1 --',
			"'); drop table x",
			'ma*',
			'title:ma',
			'(((',
			'a & b | !c',
			'mã\u0000x',
			'🌱',
			'%',
			'x'.repeat(100)
		])
			expect([query, (await aPhone().call('GET', asked(query))).status]).toEqual([query, 200]);
	});

	it('goes on from anywhere, and begins again where the place is gone', async () => {
		const { aPhone } = await anApp();
		const { body } = await aPhone().call('GET', asked('ma', '&after=lesson:khong-con'));
		expect(body.hits.length).toBeGreaterThan(0);
	});

	it('is described with what it asks and answers', async () => {
		const { app } = await anApp();
		const { paths } = app.swagger() as { paths: Record<string, { get?: { parameters?: { name: string }[] } }> };
		expect(paths['/api/search']?.get?.parameters?.map(({ name }) => name)).toEqual(['q', 'group', 'after']);
	});
});
