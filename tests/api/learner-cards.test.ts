import { describe, expect, it } from 'vitest';
import { helpedLearners, learnerCards } from '../../src/community/tables.ts';
import { cardSessions } from '../../src/identity/tables.ts';
import { lessonProgress } from '../../src/learn/tables.ts';
import type { Phone } from '../support/index.ts';
import { good, someone } from '../support/classes.ts';
import { answer, baTu, earn, open, withCard, wrong } from '../support/helped.ts';

const minute = 60_000;
const here = async (phone: Phone) => good(await phone.call('GET', '/cards/here')).open;
const doneBy = async (phone: Phone) => good(await phone.call('GET', '/me/progress')).courses.length;
const account = { name: 'Bùi Thị Tư', birthYear: 1950, username: 'tu.gieng', password: 'ruộng lúa chín vàng' };

describe('a card on any phone', () => {
	it('opens with its code and PIN, however they are typed, and goes on where she was on another phone', async () => {
		const all = await withCard();
		const [one, two] = [all.app.aPhone(), all.app.aPhone()];
		expect(good(await open(one, all.card))).toEqual({ open: { name: baTu.name, helped: false } });
		good(await answer(one, all.app));
		const typed = { code: all.card.code.toLowerCase().replace('-', ' '), pin: all.card.pin.replace(' ', '') };
		good(await open(two, typed));
		expect(await doneBy(two)).toBe(1);
		expect(good(await all.helper.call('GET', `/helped-learners/${all.card.id}`)).card.lastUsedAt).not.toBeNull();
	});

	it('leaves what the phone learnt before as it was, and one tap hands it back', async () => {
		const all = await withCard();
		const phone = all.app.aPhone();
		good(await answer(phone, all.app));
		good(await open(phone, all.card));
		expect(await doneBy(phone)).toBe(0);
		expect((await phone.call('DELETE', '/cards/here')).status).toBe(204);
		expect([await here(phone), await doneBy(phone), phone.cookies.has('the')]).toEqual([null, 1, false]);
		expect(await all.app.house.store.read.$count(cardSessions)).toBe(0);
	});

	it('never lets an answer from a page that was opened for another land with her, or hers with another', async () => {
		const all = await withCard();
		const phone = all.app.aPhone();
		good(await answer(phone, all.app));
		const whoseOf = async () => good(await phone.call('GET', '/me/progress')).learner.whose;
		const before = await whoseOf();
		good(await open(phone, all.card));
		const hers = await whoseOf();
		expect((await answer(phone, all.app, { whose: before })).body.code).toBe('learn.somebody-elses');
		good(await answer(phone, all.app, { whose: hers }));
		good(await phone.call('DELETE', '/cards/here'));
		expect((await answer(phone, all.app, { whose: hers })).body.code).toBe('learn.somebody-elses');
		good(await open(phone, all.card));
		good(await answer(phone, all.app, { whose: hers })); // what waited while the network was gone is still hers
	});

	it('signs out whoever was in, and signing in closes it without offering what she learnt to anybody', async () => {
		const all = await withCard();
		const phone = await someone(all.app, { name: 'Bùi Thị Ánh' });
		good(await open(phone, all.card));
		expect(good(await phone.call('GET', '/session')).account).toBeNull();
		good(await answer(phone, all.app));
		const me = good(await phone.call('POST', '/accounts', { ...account, takeDeviceLearning: true }));
		expect(me.deviceLearning).toBeNull();
		expect([await here(phone), await doneBy(phone)]).toEqual([null, 0]);
		expect((await phone.call('POST', '/session/device-learning', { take: true })).body.code).toBe(
			'identity.nothing-to-claim'
		);
	});

	it('is closed by the evening, and by “Đổi người học”', async () => {
		const all = await withCard();
		const phone = all.app.aPhone();
		good(await open(phone, all.card));
		good(await phone.call('POST', '/device/learner', {}));
		expect(await here(phone)).toBeNull();
		good(await open(phone, all.card));
		all.app.house.clock.pass(12 * 60 * minute);
		expect(await here(phone)).toBeNull();
	});

	it('tells nothing of her before the right PIN: an unknown code and a wrong PIN are answered alike', async () => {
		const all = await withCard();
		const tries = [
			{ code: all.card.code, pin: wrong(all.card.pin) },
			{ code: 'AAAAA-AAAAA', pin: all.card.pin },
			{ code: 'không phải mã', pin: '12' }
		];
		const answers = [];
		for (const each of tries) answers.push(await open(all.app.aPhone(), each));
		for (const { status, body, raw } of answers) {
			expect([status, body.code]).toEqual([401, 'helped.wrong-card']);
			expect(raw.toString()).not.toMatch(/Bùi|1950/);
		}
		expect(await open(all.app.aPhone(), { code: '', pin: ' ' })).toMatchObject({
			status: 400,
			body: { fields: [{ field: 'code' }, { field: 'pin' }] }
		});
	});
});

describe('a PIN that is guessed', () => {
	/** Tries until it is refused for good, waiting as long as is asked, on another phone each time. */
	async function guess(all: Awaited<ReturnType<typeof withCard>>, code: string) {
		const told: string[] = [];
		for (let i = 0; i < 60 && told.at(-1) !== 'helped.card-locked'; i++) {
			const { body } = await open(all.app.aPhone(`198.51.100.${i}`), { code, pin: wrong(all.card.pin) });
			told.push(body.code);
			if (body.code === 'helped.too-many-pins') all.app.house.clock.pass(body.minutes * minute);
		}
		return told;
	}

	it('is slowed from the fifth try on and locked at the twentieth, until there is a new card', async () => {
		const all = await withCard();
		const told = await guess(all, all.card.code);
		expect(told.slice(0, 6)).toEqual([...Array<string>(5).fill('helped.wrong-card'), 'helped.too-many-pins']);
		const wrongOnes = told.filter((code) => code === 'helped.wrong-card').length;
		expect([wrongOnes, told.at(-1)]).toEqual([19, 'helped.card-locked']);
		all.app.house.clock.pass(30 * 24 * 60 * minute);
		expect(await open(all.app.aPhone(), all.card)).toMatchObject({ status: 403, body: { code: 'helped.card-locked' } });
		expect(good(await all.root.call('GET', `/helped-learners/${all.card.id}`)).card.locked).toBe(true);
		const renewed = good(await all.root.call('POST', `/helped-learners/${all.card.id}/card`, {}));
		expect((await open(all.app.aPhone(), renewed)).status).toBe(200);
	});

	it('of a code that is on no card ends the same way', async () => {
		const all = await withCard();
		expect(await guess(all, 'AAAAA-AAAAA')).toEqual(await guess(all, all.card.code));
	});

	it('is not tried faster by trying at once', async () => {
		const all = await withCard();
		const tries = Array.from({ length: 12 }, () =>
			open(all.app.aPhone(), { code: all.card.code, pin: wrong(all.card.pin) })
		);
		const statuses = (await Promise.all(tries)).map(({ status }) => status).sort();
		expect(statuses).toEqual([...Array<number>(5).fill(401), ...Array<number>(7).fill(429)]);
	});

	it('is forgotten once the right one is typed', async () => {
		const all = await withCard();
		const phone = all.app.aPhone();
		for (let round = 0; round < 6; round++) {
			for (let i = 0; i < 4; i++) await open(phone, { code: all.card.code, pin: wrong(all.card.pin) });
			expect((await open(phone, all.card)).status).toBe(200);
		}
	});
});

describe('a card photographed by somebody else', () => {
	it('is worth nothing once a new one is made, and phones that it opened stop', async () => {
		const all = await withCard();
		const thief = all.app.aPhone();
		good(await open(thief, all.card));
		const renewed = good(await all.helper.call('POST', `/helped-learners/${all.card.id}/card`, {}));
		expect(await here(thief)).toBeNull();
		expect((await open(thief, all.card)).body.code).toBe('helped.wrong-card');
		expect((await open(thief, { code: all.card.code, pin: renewed.pin })).body.code).toBe('helped.wrong-card');
		expect((await open(all.app.aPhone(), renewed)).status).toBe(200);
	});
});

describe('learning together with a helper', () => {
	it('is marked on the record, and learning alone is not', async () => {
		const all = await withCard();
		const alone = all.app.aPhone();
		good(await open(alone, all.card));
		expect((await earn(alone, all.app, baTu.name)).how).toEqual(['alone']);
		expect(good(await all.helper.call('POST', `/helped-learners/${all.card.id}/device`, {}))).toEqual({
			open: { name: baTu.name, helped: true }
		});
		expect(good(await all.helper.call('GET', '/session')).account).toBeNull();
		expect((await earn(all.helper, all.app, baTu.name)).how).toEqual(['helped']);
	});

	it('is marked on the lesson whose questions are answered so', async () => {
		const all = await withCard();
		const [known] = await all.app.house.store.read.select().from(helpedLearners);
		const learner = known?.learnerId;
		const ways = async () =>
			(await all.app.house.store.read.select().from(lessonProgress))
				.filter(({ learnerId }) => learnerId === learner)
				.map(({ declaredWay }) => declaredWay);
		const alone = all.app.aPhone();
		good(await open(alone, all.card));
		good(await answer(alone, all.app));
		expect(await ways()).toEqual([null]);
		good(await all.helper.call('POST', `/helped-learners/${all.card.id}/device`, {}));
		good(await answer(all.helper, all.app));
		expect(await ways()).toEqual(['helped']);
	});

	it('is marked also where it was begun alone', async () => {
		const all = await withCard();
		const alone = all.app.aPhone();
		good(await open(alone, all.card));
		good(await alone.call('POST', '/courses/thu/attempts', {}));
		good(await all.helper.call('POST', `/helped-learners/${all.card.id}/device`, {}));
		expect((await earn(all.helper, all.app, baTu.name)).how).toEqual(['helped']);
	});
});

describe('somebody who has a phone of her own now', () => {
	const take = (phone: Phone, { code, pin }: { code: string; pin: string }, part: object = {}) =>
		phone.call('POST', '/cards/taking', { code, pin, ...part });

	it('takes what she learnt by the card over into her account, and the card ends', async () => {
		const all = await withCard();
		const shared = all.app.aPhone();
		good(await open(shared, all.card));
		const record = await earn(shared, all.app, baTu.name);
		const own = all.app.aPhone();
		good(await own.call('POST', '/accounts', account));
		good(await take(own, all.card));
		expect(good(await own.call('GET', '/records')).records).toMatchObject([{ code: record.code }]);
		expect(await here(shared)).toBeNull();
		expect((await open(shared, all.card)).body.code).toBe('helped.wrong-card');
		expect((await take(own, all.card)).body.code).toBe('helped.wrong-card');
		for (const table of [helpedLearners, learnerCards]) expect(await all.app.house.store.read.$count(table)).toBe(0);
	});

	it('is asked first where the card is in another name, and needs the PIN', async () => {
		const all = await withCard();
		const own = await someone(all.app, { name: 'Bùi Tư' });
		expect((await take(own, { code: all.card.code, pin: wrong(all.card.pin) })).status).toBe(401);
		expect(await take(own, all.card)).toMatchObject({
			status: 409,
			body: { code: 'helped.card-of-another', name: baTu.name }
		});
		good(await take(own, all.card, { sure: true }));
	});

	it('is not a helper who looks after her', async () => {
		const all = await withCard();
		expect((await take(all.helper, all.card, { sure: true })).body.code).toBe('helped.not-for-helpers');
		expect((await open(all.app.aPhone(), all.card)).status).toBe(200);
	});

	it('does so once, where it is sent twice at the same moment', async () => {
		const all = await withCard();
		const own = all.app.aPhone();
		good(await own.call('POST', '/accounts', account));
		const answers = await Promise.all([take(own, all.card), take(own, all.card)]);
		expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
	});
});
