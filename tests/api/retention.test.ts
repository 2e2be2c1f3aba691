import { describe, expect, it } from 'vitest';
import { learners, sessions } from '../../src/identity/tables.ts';
import { lessonProgress } from '../../src/learn/tables.ts';
import { applyRetention, findAffected, foreseeRetention } from '../../src/privacy/index.ts';
import { accountOf, good, neighbours, someone } from '../support/classes.ts';
import { answer, earn, open, withCard } from '../support/helped.ts';
import { anApp } from '../support/index.ts';
import { password } from '../support/people.ts';

const day = 24 * 3_600_000;

describe('what goes by itself', () => {
	it('is nothing on the first day, and said before it is done', async () => {
		const { app } = await withCard();
		const swept = { sessions: 0, reopenings: 0, 'card-sessions': 0, invitations: 0, 'import-rows': 0 };
		const nothing = { ...swept, 'idle-learners': 0, late: 0 };
		expect(await foreseeRetention(app.house)).toEqual(nothing);
		expect(await applyRetention(app.house)).toEqual(nothing);
	});

	it('is everything of whoever learnt without an account, when it has been idle for two years; her record stays', async () => {
		const all = await withCard();
		const { app, helper, card } = all;
		const { house } = app;
		const [idle, active] = [app.aPhone(), app.aPhone()];
		await answer(idle, app);
		const { code } = await earn(idle, app, 'Đinh Văn Sáu');
		await answer(active, app);
		await answer(helper, app);
		const carded = app.aPhone();
		good(await open(carded, card));
		await answer(carded, app);
		const before = await house.store.read.$count(learners);
		house.clock.pass(729 * day);
		await answer(active, app);
		house.clock.pass(2 * day);
		const foreseen = await foreseeRetention(house);
		expect(foreseen).toMatchObject({ 'idle-learners': 1, 'card-sessions': 1, late: 0 });
		expect(foreseen['sessions']).toBeGreaterThan(2);
		expect(await house.store.read.$count(sessions)).toBeGreaterThan(2);
		expect(await applyRetention(house)).toEqual(foreseen);
		expect(await foreseeRetention(house)).toMatchObject({ 'idle-learners': 0, sessions: 0, 'card-sessions': 0 });
		expect(good(await idle.call('GET', '/me/data')).as).toBe('nobody');
		expect(good(await active.call('GET', '/me/data')).as).toBe('device');
		expect(good(await app.aPhone().call('GET', `/verifications/${code}`)).status).toBe('valid');
		// The idle one is gone; a bare learner holds her record.
		expect(await house.store.read.$count(learners)).toBe(before);
		// The helper's lessons (those about people's data among them), the card's and the active one's are there.
		expect(await house.store.read.$count(lessonProgress)).toBeGreaterThanOrEqual(3);
	});

	it('is what a request wrote that was under way when an account was deleted', async () => {
		const { app, house } = await anApp().then((app) => ({ app, house: app.house }));
		const phone = await someone(app, { name: 'Lê Thị Muộn' });
		await answer(phone, app);
		const [written] = await house.store.read.select().from(lessonProgress);
		good(await phone.call('POST', '/me/erasure', { sure: true, password }));
		await house.store.transact(async (tx) => void (await tx.insert(lessonProgress).values(written as never)));
		expect(await foreseeRetention(house)).toMatchObject({ late: 1 });
		expect(await applyRetention(house)).toMatchObject({ late: 1 });
		expect(await house.store.read.$count(lessonProgress)).toBe(0);
	});
});

describe('whom a breach is about', () => {
	it('is told by the trail and the sessions of that time, by ids alone', async () => {
		const all = await neighbours();
		const { house } = all.app;
		const seen = await someone(all.app, { name: 'Ngô Thị Thấy', placeId: all.villages[0] });
		const id = await accountOf(seen);
		const since = house.clock.now();
		good(await all.helper.call('GET', `/accounts/${id}`));
		good(await all.helper.call('GET', '/accounts?query=thay'));
		house.clock.pass(60_000);
		const until = house.clock.now();
		const viewedBy = await accountOf(all.helper);
		const affected = await findAffected(house.store.read, { since, until, viewedBy });
		expect([...(affected.opened.get('account') ?? [])]).toEqual([id]);
		expect(affected).toMatchObject({ lists: 1, signedIn: [] });
		const everybody = await findAffected(house.store.read, { since, until, viewedBy: undefined });
		expect(everybody.signedIn).toContain(id);
		const later = { since: until, until: new Date(until.getTime() + day), viewedBy };
		expect((await findAffected(house.store.read, later)).opened.size).toBe(0);
	});
});

describe('the register of processing', () => {
	it('is everybody’s to read, in both languages, with nothing left without words', async () => {
		const phone = (await anApp()).aPhone();
		for (const lang of ['vi', 'en']) {
			const { processing, retention } = good(
				await phone.call('GET', '/privacy-register', undefined, { 'accept-language': lang })
			);
			expect(processing.length).toBeGreaterThan(10);
			expect(retention.length).toBeGreaterThan(4);
			expect(JSON.stringify([processing, retention])).not.toMatch(/"(own-data|privacy)\./);
		}
	});
});
