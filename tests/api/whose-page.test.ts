import { describe, expect, it } from 'vitest';
import type { Phone } from '../support/index.ts';
import { good, someone } from '../support/classes.ts';
import { answer, open, withCard, writeDown } from '../support/helped.ts';

const elses = 'learn.somebody-elses';
const doneOn = async (phone: Phone) => good(await phone.call('GET', '/me/progress')).courses.length;
const whose = async (phone: Phone): Promise<string> => good(await phone.call('GET', '/me/whose')).whose;

/** A phone on which two cards are open; the second learns. */
async function twoCards() {
	const all = await withCard();
	const second = await writeDown(all, { name: 'Lò Văn Sáu', birthYear: 1948 });
	const phone = all.app.aPhone();
	good(await open(phone, all.card));
	const first = await whose(phone);
	good(await open(phone, second));
	return { ...all, phone, first };
}

describe('a form that says whose page it was on', () => {
	it('is refused where another learns by then: the answer, the way of learning, and the answer to review', async () => {
		const { phone, app, first } = await twoCards();
		expect((await answer(phone, app, { whose: first })).body.code).toBe(elses);
		const way = await phone.call('POST', '/courses/thu/lessons/giu-ma/way', { way: 'paper', whose: first });
		expect(way.body.code).toBe(elses);
		const review = { questionId: 'q', response: { option: ['a'] }, whose: first };
		expect((await phone.call('POST', '/me/review/answers', review)).body.code).toBe(elses);
		expect(await doneOn(phone)).toBe(0);
	});

	it('is refused of a quiz before anything is told of it, in every form, and nothing is handed in', async () => {
		const { phone } = await twoCards();
		const attempt = good(await phone.call('POST', '/courses/thu/attempts', {}));
		const mine = await whose(phone);
		const path = `/attempts/${attempt.id}`;
		const [question] = attempt.questions;
		const put = (body: object) => phone.call('PUT', `${path}/answers/${question.id}`, body);
		const right = { response: { option: [question.fields[0].options[0].id] } };
		good(await put({ ...right, whose: mine }));
		const [first] = good(await phone.call('GET', '/cards/here')).cards;
		good(await phone.call('PUT', '/cards/here', { whose: first.whose }));
		for (const body of [right, { dontKnow: true }])
			expect((await put({ ...body, whose: mine })).body.code, JSON.stringify(body)).toBe(elses);
		const finish = { finishUnanswered: true, whose: mine };
		expect((await phone.call('POST', `${path}/finish`, finish)).body.code).toBe(elses);
	});
});

describe('a form of a page for everyone', () => {
	it('counts on a phone of one person, with an account or without', async () => {
		const { app } = await withCard();
		const alone = app.aPhone();
		good(await answer(alone, app, { whose: '' }));
		good(await answer(await someone(app, { name: 'Bùi Thị Ánh' }), app, { whose: '' }));
	});

	it('was opened before the card was, and counts for nobody; nor does it once several have learnt there', async () => {
		const all = await withCard();
		const phone = all.app.aPhone();
		good(await answer(phone, all.app, { whose: '' }));
		good(await open(phone, all.card));
		expect((await answer(phone, all.app, { whose: '' })).body.code).toBe(elses);
		expect(await doneOn(phone)).toBe(0);
		expect((await phone.call('DELETE', '/cards/here')).status).toBe(204);
		good(await answer(phone, all.app, { whose: '' })); // before and after the card it is one and the same
		good(await phone.call('POST', '/device/learner', {}));
		good(await answer(phone, all.app, { whose: await whose(phone) }));
		expect((await answer(phone, all.app, { whose: '' })).body.code).toBe(elses);
	});

	it('counts for nobody on a phone where two have accounts, or whose owner went out', async () => {
		const { app } = await withCard();
		const phone = await someone(app, { name: 'Bùi Thị Ánh' });
		good(await phone.call('DELETE', '/session'));
		expect((await answer(phone, app, { whose: '' })).body.code).toBe(elses);
		const other = { name: 'Lê Văn Hùng', birthYear: 1960, username: 'hung.sen', password: 'con mèo đen nhà em' };
		good(await phone.call('POST', '/accounts', other));
		expect((await answer(phone, app, { whose: '' })).body.code).toBe(elses);
		good(await answer(phone, app, { whose: await whose(phone) }));
	});
});

describe('what waited on a phone without signal', () => {
	it('is hers in whose turn it was answered, while her card is open there, whoever learns by then', async () => {
		const { phone, app, first } = await twoCards();
		const late = { whose: first, way: 'offline', answeredAt: app.house.clock.now().toISOString() };
		app.house.clock.pass(5 * 3_600_000);
		good(await answer(phone, app, late));
		expect(await doneOn(phone)).toBe(0);
		app.house.clock.pass(8 * 3_600_000);
		expect((await answer(phone, app, late)).body.code).toBe(elses);
		expect((await answer(app.aPhone(), app, late)).body.code).toBe(elses);
	});
});
