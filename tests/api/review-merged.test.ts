import { describe, expect, it } from 'vitest';
import { reviewCards } from '../../src/assess/tables.ts';
import { good, someone } from '../support/classes.ts';
import { open, withCard, writeDown, type Card } from '../support/helped.ts';
import { anApp, type Phone, type TestApp } from '../support/index.ts';
import { missInLesson, passDays, responseTo, review } from '../support/review.ts';

const kept = async ({ house }: TestApp) =>
	(await house.store.read.select().from(reviewCards)).sort((a, b) => (a.questionId < b.questionId ? -1 : 1));
const due = async (phone: Phone) => good(await phone.call('GET', '/me/review'));
const account = { name: 'Bùi Thị Tư', birthYear: 1950, username: 'tu.gieng', password: 'ruộng lúa chín vàng' };

async function withTwoCards() {
	const all = await withCard();
	const other = await writeDown(all, { name: 'Bùi Thị Tứ', apart: 'cạnh giếng' });
	const learning = async (card: Card) => {
		const phone = all.app.aPhone();
		good(await open(phone, card));
		return phone;
	};
	const path = `/helped-learners/${all.card.id}`;
	return {
		...all,
		other,
		learning,
		merge: async () => good(await all.helper.call('POST', `${path}/merges`, { otherId: other.id })),
		split: async () => {
			const { merge } = good(await all.helper.call('GET', path));
			good(await all.helper.call('DELETE', `${path}/merges/${merge.id}`));
		}
	};
}

describe('what there is to review of two who become one', () => {
	it('goes along into the account, and of one question the card that was touched last goes on', async () => {
		const site = await anApp();
		const phone = site.aPhone();
		await missInLesson(site, phone, 'giu-ma-1', 'hoi-lai-1');
		passDays(site, 1);
		good(await review(phone, 'giu-ma-1', { response: responseTo(site, 'giu-ma-1') }));
		const first = await kept(site);
		good(await phone.call('POST', '/accounts', { ...account, takeDeviceLearning: true }));
		await site.house.facts.runDue();
		const whose = new Set((await kept(site)).map(({ learnerId }) => learnerId));
		expect(whose.size).toBe(1);
		expect((await kept(site)).map((card) => ({ ...card, learnerId: '' }))).toEqual(
			first.map((card) => ({ ...card, learnerId: '' }))
		);
		expect(await due(phone)).toMatchObject({ questions: 1, answered: 1, nextOn: '2026-11-27' });

		const other = site.aPhone();
		passDays(site, 1);
		await missInLesson(site, other, 'giu-ma-1', 'giu-ma-2');
		const { username: identifier, password } = account;
		good(await other.call('POST', '/session', { identifier, password }));
		good(await other.call('POST', '/session/device-learning', { take: true }));
		await site.house.facts.runDue();
		const merged = await kept(site);
		expect(merged.map(({ questionId }) => questionId)).toEqual(['giu-ma-1', 'giu-ma-2', 'hoi-lai-1']);
		expect(merged[0]).toMatchObject({ missedOn: '2026-11-25', dueOn: '2026-11-26', answeredOn: null });
		await site.house.facts.runDue();
		expect(await kept(site)).toEqual(merged);
	});

	it('is with the one who is kept, and parted again each has what she had', async () => {
		const all = await withTwoCards();
		await missInLesson(all.app, await all.learning(all.card), 'giu-ma-1', 'hoi-lai-1');
		passDays(all.app, 1);
		good(await review(await all.learning(all.card), 'giu-ma-1', { dontKnow: true }));
		await missInLesson(all.app, await all.learning(all.other), 'giu-ma-1', 'giu-ma-2');
		const before = await kept(all.app);
		await all.merge();
		expect((await kept(all.app)).map(({ questionId }) => questionId)).toEqual(['giu-ma-1', 'giu-ma-2', 'hoi-lai-1']);
		await all.split();
		expect(await kept(all.app)).toEqual(before);
	});

	it('stays with the one who was kept where she answered it since', async () => {
		const all = await withTwoCards();
		const second = await all.learning(all.other);
		await missInLesson(all.app, second, 'giu-ma-1', 'giu-ma-2');
		await all.merge();
		passDays(all.app, 1);
		const first = await all.learning(all.card);
		good(await review(first, 'giu-ma-1', { response: responseTo(all.app, 'giu-ma-1') }));
		await all.split();
		expect(await due(await all.learning(all.card))).toMatchObject({ questions: 0, nextOn: '2026-11-27' });
		expect(await due(await all.learning(all.other))).toMatchObject({ questions: 2 });
	});

	it('comes along by a card into an account of her own', async () => {
		const all = await withCard();
		const phone = all.app.aPhone();
		good(await open(phone, all.card));
		await missInLesson(all.app, phone, 'giu-ma-1');
		const own = await someone(all.app, { name: 'Bùi Thị Ánh' });
		good(await own.call('POST', '/cards/taking', { code: all.card.code, pin: all.card.pin, sure: true }));
		await all.app.house.facts.runDue();
		passDays(all.app, 1);
		expect((await due(own)).questions).toBe(1);
	});
});
