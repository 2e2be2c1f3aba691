import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { accounts, cardSessions, grants } from '../../src/identity/tables.ts';
import { auditEntries } from '../../src/platform/tables.ts';
import type { Phone } from '../support/index.ts';
import { aClass, good } from '../support/classes.ts';
import { answer, open, withCard, writeDown, wrong } from '../support/helped.ts';

const hour = 3_600_000;

interface Listed {
	whose: string;
	number: number;
	name: string;
	current: boolean;
}

const cardsOn = async (phone: Phone): Promise<Listed[]> => good(await phone.call('GET', '/cards/here')).cards;
const openOn = async (phone: Phone) => good(await phone.call('GET', '/cards/here')).open;
const doneOn = async (phone: Phone) => good(await phone.call('GET', '/me/progress')).courses.length;

async function changeTo(phone: Phone, name: string) {
	const found = (await cardsOn(phone)).find((each) => each.name === name);
	return phone.call('PUT', '/cards/here', { whose: found?.whose ?? 'nobody' });
}

/** A phone on which two cards were opened, one after the other, with their PINs. */
async function twoOnOne() {
	const all = await withCard();
	const second = await writeDown(all, { name: 'Lò Văn Sáu', birthYear: 1948 });
	const phone = all.app.aPhone();
	good(await open(phone, all.card));
	good(await open(phone, second));
	return { ...all, second, phone };
}

describe('several cards open on one phone', () => {
	it('are changed between without the PIN, and what each answers is hers alone', async () => {
		const { phone, app } = await twoOnOne();
		expect(await cardsOn(phone)).toMatchObject([
			{ number: 1, name: 'Bùi Thị Tư', current: false },
			{ number: 2, name: 'Lò Văn Sáu', current: true }
		]);
		good(await answer(phone, app));
		expect(good(await changeTo(phone, 'Bùi Thị Tư'))).toEqual({ open: { name: 'Bùi Thị Tư', helped: false } });
		expect([await doneOn(phone), (await cardsOn(phone)).map(({ number }) => number)]).toEqual([0, [1, 2]]);
		good(await answer(phone, app));
		good(await changeTo(phone, 'Lò Văn Sáu'));
		expect(await doneOn(phone)).toBe(1);
	});

	it('keep an answer of a page that was opened for one of them from the other', async () => {
		const { phone, app } = await twoOnOne();
		const { whose } = good(await phone.call('GET', '/me/progress')).learner;
		good(await changeTo(phone, 'Bùi Thị Tư'));
		expect((await answer(phone, app, { whose })).body.code).toBe('learn.somebody-elses');
		expect(await doneOn(phone)).toBe(0);
		good(await changeTo(phone, 'Lò Văn Sáu'));
		good(await answer(phone, app, { whose }));
	});

	it('are forgotten together when the phone is handed back', async () => {
		const { phone, app } = await twoOnOne();
		const former = await cardsOn(phone);
		const cookie = phone.cookies.get('the') ?? '';
		expect((await phone.call('DELETE', '/cards/here')).status).toBe(204);
		expect([await cardsOn(phone), await app.house.store.read.$count(cardSessions)]).toEqual([[], 0]);
		phone.cookies.set('the', cookie); // kept by somebody
		const again = await phone.call('PUT', '/cards/here', { whose: former[0]?.whose });
		expect([again.status, again.body.code]).toEqual([404, 'helped.not-open-here']);
	});

	it('are forgotten when somebody enters an account there', async () => {
		const { phone, app } = await twoOnOne();
		const person = { name: 'Bùi Thị Ánh', birthYear: 1980, username: 'anh.sen', password: 'ruộng lúa chín vàng' };
		good(await phone.call('POST', '/accounts', person));
		expect([await cardsOn(phone), await app.house.store.read.$count(cardSessions)]).toEqual([[], 0]);
		expect((await phone.call('DELETE', '/session')).status).toBe(204);
		expect(await cardsOn(phone)).toEqual([]);
	});

	it('stay beside somebody who learns there without a card', async () => {
		const { phone, app } = await twoOnOne();
		good(await phone.call('POST', '/device/learner', {}));
		expect([await openOn(phone), (await cardsOn(phone)).map(({ current }) => current)]).toEqual([null, [false, false]]);
		good(await answer(phone, app));
		good(await changeTo(phone, 'Bùi Thị Tư'));
		expect(await doneOn(phone)).toBe(0);
	});

	it('need the PIN again after four hours, and the one that learns stays until the evening', async () => {
		const { phone, app, card } = await twoOnOne();
		app.house.clock.pass(4 * hour);
		expect((await cardsOn(phone)).map(({ name }) => name)).toEqual(['Lò Văn Sáu']);
		expect((await changeTo(phone, 'Bùi Thị Tư')).body.code).toBe('helped.not-open-here');
		expect((await open(phone, { ...card, pin: wrong(card.pin) })).status).toBe(401);
		good(await open(phone, card));
		expect((await cardsOn(phone)).find(({ current }) => current)).toMatchObject({ number: 1, name: 'Bùi Thị Tư' });
		app.house.clock.pass(12 * hour);
		expect([await openOn(phone), await cardsOn(phone)]).toEqual([null, []]);
	});

	it('are closed on every phone once a new card is made', async () => {
		const { phone, helper, card } = await twoOnOne();
		good(await helper.call('POST', `/helped-learners/${card.id}/card`, {}));
		expect((await cardsOn(phone)).map(({ name }) => name)).toEqual(['Lò Văn Sáu']);
		expect((await changeTo(phone, 'Bùi Thị Tư')).status).toBe(404);
	});

	it('are not changed to from another phone, nor by a sign alone', async () => {
		const { phone, app } = await twoOnOne();
		const [first] = await cardsOn(phone);
		const stranger = app.aPhone();
		expect((await stranger.call('PUT', '/cards/here', { whose: first?.whose })).status).toBe(404);
		stranger.cookies.set('the', `1~1.${'a'.repeat(32)}~2.${'b'.repeat(32)}`);
		expect((await stranger.call('PUT', '/cards/here', { whose: first?.whose })).status).toBe(404);
		expect(await cardsOn(stranger)).toEqual([]);
	});
});

describe('a helper who learns together with several', () => {
	/** The helper's phone, on which she opened two of her place at once. */
	async function together() {
		const all = await withCard();
		const second = await writeDown(all, { name: 'Lò Văn Sáu', birthYear: 1948 });
		const helpedIds = [all.card.id, second.id];
		expect(good(await all.helper.call('POST', '/cards/together', { helpedIds }))).toEqual({ open: null });
		return { ...all, second, phone: all.helper };
	}

	it('opens their cards at once, is signed out, and nobody learns before one of them is chosen', async () => {
		const { phone, app } = await together();
		expect(good(await phone.call('GET', '/session')).account).toBeNull();
		expect((await cardsOn(phone)).map(({ current }) => current)).toEqual([false, false]);
		expect(good(await changeTo(phone, 'Lò Văn Sáu'))).toEqual({ open: { name: 'Lò Văn Sáu', helped: true } });
		good(await answer(phone, app));
		good(await changeTo(phone, 'Bùi Thị Tư'));
		expect(await doneOn(phone)).toBe(0);
		const opened = (await app.house.store.read.select().from(auditEntries)).filter(
			({ action }) => action === 'community.learnt-together'
		);
		expect(opened).toHaveLength(2);
	});

	it('lets somebody in with code and PIN beside them, whose answers are her own', async () => {
		const all = await together();
		const other = await writeDown({ ...all, helper: all.root }, { name: 'Vàng A Páo', birthYear: 1960 });
		expect(good(await open(all.phone, other)).open).toEqual({ name: 'Vàng A Páo', helped: false });
		expect(good(await all.phone.call('GET', '/cards/here')).cards).toMatchObject([
			{ number: 1, helped: true },
			{ number: 2, helped: true },
			{ number: 3, helped: false, current: true }
		]);
	});

	it('opens those ticked at a session in one go, and nobody where nobody was', async () => {
		const all = await withCard();
		const { id } = await aClass(all);
		const openClass = () => all.helper.call('POST', `/classes/${id}/cards`, {});
		expect((await openClass()).body.code).toBe('helped.nobody-to-open');
		const second = await writeDown(all, { name: 'Lò Văn Sáu', birthYear: 1948 });
		const people = [{ helpedId: second.id }, { helpedId: all.card.id }, { name: 'Bà Ba cuối xóm' }];
		good(await all.helper.call('POST', `/classes/${id}/attendance`, { way: 'tick', people }));
		expect((await all.neighbour.call('POST', `/classes/${id}/cards`, {})).status).toBe(404);
		good(await openClass());
		expect((await cardsOn(all.helper)).map(({ name }) => name).sort()).toEqual(['Bùi Thị Tư', 'Lò Văn Sáu']);
	});

	it('opens nobody of another place, and then none of the others either', async () => {
		const all = await withCard();
		const far = await writeDown({ ...all, helper: all.neighbour }, { placeId: all.elsewhere });
		const refused = await all.helper.call('POST', '/cards/together', { helpedIds: [all.card.id, far.id] });
		expect([refused.status, refused.body.code]).toEqual([404, 'helped.no-such-learner']);
		expect(await all.app.house.store.read.$count(cardSessions)).toBe(0);
	});

	it('closes them from afar by signing out everywhere', async () => {
		const { phone, app } = await together();
		const elsewhere = app.aPhone();
		const [helper] = await app.house.store.read.select().from(accounts).where(eq(accounts.name, 'Lê Thị Hoa'));
		const entry = { identifier: helper?.username, password: 'ruộng lúa chín vàng' };
		good(await elsewhere.call('POST', '/session', entry));
		expect(await cardsOn(phone)).toHaveLength(2);
		expect((await elsewhere.call('DELETE', '/sessions')).status).toBe(204);
		expect(await cardsOn(phone)).toEqual([]);
	});

	it('has them closed when she no longer helps there', async () => {
		const { phone, root, app } = await together();
		const [grant] = (await app.house.store.read.select().from(grants)).filter(({ role }) => role === 'helper');
		expect((await root.call('DELETE', `/grants/${grant?.id}`)).status).toBe(204);
		expect(await cardsOn(phone)).toEqual([]);
	});
});
