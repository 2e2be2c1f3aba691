import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { learners } from '../../src/identity/tables.ts';
import { reviewCards } from '../../src/assess/tables.ts';
import { anApp, type Phone, type TestApp } from '../support/index.ts';
import { good, someone } from '../support/classes.ts';
import { open, withCard } from '../support/helped.ts';
import { missInLesson, optionOf, passDays, responseTo, review, takeQuiz } from '../support/review.ts';

const due = async (phone: Phone) => good(await phone.call('GET', '/me/review'));
const next = async (phone: Phone) => good(await phone.call('GET', '/me/review/question'));
const right = (site: TestApp, id: string) => ({ response: responseTo(site, id) });
const dontKnow = { dontKnow: true };
const cards = ({ house }: TestApp) => house.store.read.select().from(reviewCards);

/** A phone on which one check question was missed the day before. */
async function oneDue(): Promise<{ site: TestApp; phone: Phone; id: string }> {
	const site = await anApp();
	const phone = site.aPhone();
	await missInLesson(site, phone, 'giu-ma-1');
	passDays(site, 1);
	return { site, phone, id: 'giu-ma-1' };
}

describe('what was missed', () => {
	it('in a lesson comes back the next day in Viet Nam, however late it was; what was right does not', async () => {
		const site = await anApp();
		const phone = site.aPhone();
		site.house.clock.set('2026-11-23T16:59:00Z'); // one minute to midnight in Hà Nội
		await missInLesson(site, phone, 'giu-ma-1');
		good(
			await phone.call('POST', '/courses/thu/lessons/giu-ma/answers', {
				questionId: 'giu-ma-2',
				optionId: optionOf(site, 'giu-ma-2', true)
			})
		);
		expect(await due(phone)).toEqual({ questions: 0, minutes: 0, answered: 0, nextOn: '2026-11-24' });
		site.house.clock.pass(60_000);
		expect(await due(phone)).toEqual({ questions: 1, minutes: 1, answered: 0, nextOn: null });
	});

	it('in a quiz comes back once it is handed in, wrong or “don’t know”; what was left out does not', async () => {
		const site = await anApp();
		const phone = site.aPhone();
		const attempt = good(await phone.call('POST', '/courses/thu/attempts', {}));
		const ids: string[] = attempt.questions.map(({ id }: { id: string }) => id);
		const [one = '', two = '', three = ''] = ids;
		const put = (id: string, body: object) => phone.call('PUT', `/attempts/${attempt.id}/answers/${id}`, body);
		good(await put(one, { response: responseTo(site, one, false) }));
		good(await put(two, dontKnow));
		good(await put(three, right(site, three)));
		expect(await cards(site)).toEqual([]);
		good(await phone.call('POST', `/attempts/${attempt.id}/finish`, { finishUnanswered: true }));
		expect((await cards(site)).map(({ questionId }) => questionId).sort()).toEqual([one, two].sort());
	});

	it('in a final test comes back too, and in one whose time was over; not in a placement', async () => {
		const site = await anApp();
		const phone = site.aPhone();
		const placed = good(await phone.call('POST', '/tests/thu-suc/attempts', {}));
		good(await phone.call('PUT', `/attempts/${placed.id}/answers/${placed.questions[0].id}`, dontKnow));
		good(await phone.call('POST', `/attempts/${placed.id}/finish`, { finishUnanswered: true }));
		expect(await cards(site)).toEqual([]);
		const final = good(await phone.call('POST', '/tests/cuoi/attempts', {}));
		const [{ id }] = final.questions;
		good(await phone.call('PUT', `/attempts/${final.id}/answers/${id}`, dontKnow));
		site.house.clock.pass(3_600_000);
		good(await phone.call('GET', `/attempts/${final.id}`));
		expect(await cards(site)).toMatchObject([{ questionId: id, missedOn: '2026-11-23', dueOn: '2026-11-24' }]);
	});

	it('comes back to whoever learns: with an account, on a phone without one, by a card on any phone', async () => {
		const all = await withCard();
		const account = await someone(all.app, { name: 'Nguyễn Thị Lan' });
		const device = all.app.aPhone();
		const shared = all.app.aPhone();
		good(await open(shared, all.card));
		for (const phone of [account, device, shared]) await missInLesson(all.app, phone, 'giu-ma-1');
		passDays(all.app, 1);
		const elsewhere = all.app.aPhone();
		good(await open(elsewhere, all.card));
		for (const phone of [device, elsewhere]) expect((await due(phone)).questions).toBe(1);
		good(await review(elsewhere, 'giu-ma-1', dontKnow));
		expect((await due(device)).questions).toBe(1);
	});

	it('is nothing for a visitor, and asking makes no learner', async () => {
		const site = await anApp();
		const phone = site.aPhone();
		expect(await due(phone)).toEqual({ questions: 0, minutes: 0, answered: 0, nextOn: null });
		expect(await next(phone)).toMatchObject({ questions: 0, question: null });
		expect((await review(phone, 'giu-ma-1', dontKnow)).status).toBe(401);
		expect(await site.house.store.read.$count(learners)).toBe(0);
	});

	it('offline is reckoned from the day it was answered, and an answer that comes late changes nothing', async () => {
		const { site, phone, id } = await oneDue();
		good(await review(phone, id, right(site, id)));
		const before = await cards(site);
		const late = { way: 'offline', answeredAt: '2026-11-23T03:00:00Z', questionId: id, optionId: 'b' };
		good(await phone.call('POST', '/courses/thu/lessons/giu-ma/answers', late));
		expect(await cards(site)).toEqual(before);
		good(await phone.call('POST', '/courses/thu/lessons/giu-ma/answers', { questionId: id, optionId: 'b' }));
		expect(await cards(site)).toMatchObject([{ missedOn: '2026-11-24', dueOn: '2026-11-25' }]);
		passDays(site, 1);
		const verdict = good(await review(phone, id, right(site, id)));
		expect(verdict.againOn).toBe('2026-11-28');
	});
});

describe('misses that arrive in another order than they happened', () => {
	it('leave the same behind', async () => {
		const site = await anApp();
		const days = ['2026-11-19T03:00:00Z', '2026-11-21T03:00:00Z', '2026-11-20T03:00:00Z'];
		for (const order of [days, days.toSorted(), days.toSorted().reverse(), [...days, ...days]]) {
			const phone = site.aPhone();
			const optionId = optionOf(site, 'giu-ma-1', false);
			for (const answeredAt of order) {
				const late = { questionId: 'giu-ma-1', optionId, way: 'offline', answeredAt };
				good(await phone.call('POST', '/courses/thu/lessons/giu-ma/answers', late));
			}
		}
		const left = (await cards(site)).map((card) => ({ ...card, learnerId: '' }));
		expect(left).toHaveLength(4);
		expect(left[0]).toMatchObject({ missedOn: '2026-11-21', dueOn: '2026-11-22' });
		for (const each of left) expect(each).toEqual(left[0]);
	});
});

describe('reviewing', () => {
	it('asks without the key, grades and explains at once, leads to the lesson, and says when it comes back', async () => {
		const { site, phone, id } = await oneDue();
		const asked = await next(phone);
		expect(asked).toMatchObject({ questions: 1, answered: 0, question: { id, type: 'one' } });
		expect(JSON.stringify(asked)).not.toMatch(/"correct"|giải thích/);
		const verdict = good(await review(phone, id, { ...right(site, id), whose: asked.whose }));
		expect(verdict).toMatchObject({
			counted: true,
			againOn: '2026-11-27',
			question: { correct: true, points: 1, lesson: { id: 'giu-ma', href: '/khoa-hoc/thu/giu-ma' } },
			sittingOver: true,
			standing: { questions: 0, nextOn: '2026-11-27' }
		});
		expect(JSON.stringify(verdict)).toMatch(/giải thích/);
		const order = (each: { fields: { options: { id: string }[] }[] }) => each.fields[0]?.options.map((one) => one.id);
		expect(order(verdict.question)).toEqual(order(asked.question));
	});

	it('counts an answer once: a second press and another phone are told the same, and the first answer stays', async () => {
		const { site, phone, id } = await oneDue();
		const again = await Promise.all([1, 2, 3].map(() => review(phone, id, right(site, id))));
		expect(again.map(({ body }) => body.counted).sort()).toEqual([false, false, true]);
		const kept = await cards(site);
		const later = good(await review(phone, id, dontKnow));
		expect(later).toMatchObject({ counted: false, againOn: '2026-11-27', question: { correct: false } });
		expect(await cards(site)).toEqual(kept);
	});

	it('tells nothing of what is not due: not before its day, and not when a page of yesterday is sent', async () => {
		const { site, phone, id } = await oneDue();
		passDays(site, -1);
		expect((await review(phone, id, dontKnow)).body.code).toBe('assess.not-due');
		passDays(site, 1);
		good(await review(phone, id, right(site, id)));
		passDays(site, 1);
		const early = await review(phone, id, dontKnow);
		expect([early.status, early.body.code]).toEqual([409, 'assess.not-due']);
		expect(early.raw.toString()).not.toMatch(/giải thích/);
	});

	it('refuses what is nobody’s, somebody else’s, empty or does not fit, in the reader’s language', async () => {
		const { site, phone, id } = await oneDue();
		const other = site.aPhone();
		await missInLesson(site, other, 'giu-ma-2');
		const kept = await cards(site);
		const wrong: [Phone, string, object, number, string][] = [
			[phone, 'giu-ma-2', dontKnow, 404, 'assess.not-in-review'],
			[other, id, dontKnow, 404, 'assess.not-in-review'],
			[phone, 'khong-co', dontKnow, 404, 'assess.not-in-review'],
			[phone, 'e-1', dontKnow, 404, 'assess.not-in-review'],
			[phone, id, { response: {} }, 400, 'assess.nothing-chosen'],
			[phone, id, { response: { option: ['z'] } }, 400, 'assess.no-such-option'],
			[phone, id, { response: { option: ['a', 'b'] } }, 400, 'assess.no-such-option'],
			[phone, id, {}, 400, 'platform.invalid'],
			[phone, id, { dontKnow: false }, 400, 'platform.invalid'],
			[phone, id, { ...dontKnow, correct: true }, 400, 'platform.invalid'],
			[phone, id, { ...dontKnow, whose: 'm0123456789ab' }, 409, 'learn.somebody-elses']
		];
		for (const [who, questionId, part, status, code] of wrong)
			for (const lang of ['vi', 'en']) {
				const reply = await who.call(
					'POST',
					'/me/review/answers',
					{ questionId, ...part },
					{ 'accept-language': lang }
				);
				expect([questionId, part, reply.status, reply.body.code]).toEqual([questionId, part, status, code]);
				expect(reply.body.title).toMatch(lang === 'vi' ? /[ạảầấờệọốữ]/ : /^[\x20-\x7e]+$/);
			}
		expect(await cards(site)).toEqual(kept);
	});

	it('asks six at a time, the most overdue first, and offers the rest afterwards', async () => {
		const site = await anApp();
		const phone = site.aPhone();
		await missInLesson(site, phone, 'hoi-lai-1');
		passDays(site, 1);
		const missed = [...(await takeQuiz(site, phone, () => true)), ...(await takeQuiz(site, phone, () => true))];
		passDays(site, 3);
		expect(await due(phone)).toEqual({ questions: 6, minutes: 2, answered: 0, nextOn: null });
		const seen: string[] = [];
		for (let turn = 1; turn <= 9; turn++) {
			const { question, answered, questions } = await next(phone);
			expect([answered, questions]).toEqual(turn <= 6 ? [turn - 1, 7 - turn] : [turn - 7, 10 - turn]);
			seen.push(question.id);
			const { sittingOver } = good(await review(phone, question.id, right(site, question.id)));
			expect(sittingOver).toBe(turn === 6 || turn === 9);
		}
		expect(seen[0]).toBe('hoi-lai-1');
		expect(seen.slice(1).sort()).toEqual(missed.sort());
		expect((await due(phone)).questions).toBe(0);
	});

	it('leaves alone what is asked in a quiz that is not handed in, and tells its answer by no way', async () => {
		const site = await anApp();
		const phone = site.aPhone();
		const missed: string[] = [];
		for (let quizzes = 0; quizzes < 3; quizzes++) missed.push(...(await takeQuiz(site, phone, () => true)));
		passDays(site, 1);
		const attempt = good(await phone.call('POST', '/courses/thu/attempts', {}));
		const inHand = new Set(attempt.questions.map(({ id }: { id: string }) => id));
		const both = missed.filter((id) => inHand.has(id));
		expect(both.length).toBeGreaterThan(0);
		expect((await due(phone)).questions).toBe(Math.min(6, missed.length - both.length));
		for (const id of both) expect((await review(phone, id, dontKnow)).body.code).toBe('assess.in-hand');
		good(await phone.call('POST', `/attempts/${attempt.id}/finish`, { finishUnanswered: true }));
		expect((await due(phone)).questions).toBe(6);
		good(await review(phone, both[0] ?? '', dontKnow));
	});

	it('is over for what was answered rightly until three months would pass', async () => {
		const { site, phone, id } = await oneDue();
		let turns = 0;
		for (let on: string | null = '2026-11-24'; on !== null; turns++) {
			site.house.clock.set(`${on}T02:00:00Z`);
			on = good(await review(phone, id, right(site, id))).againOn;
		}
		expect(turns).toBe(5);
		passDays(site, 1000);
		expect(await due(phone)).toEqual({ questions: 0, minutes: 0, answered: 0, nextOn: null });
		await missInLesson(site, phone, id);
		passDays(site, 1);
		expect((await due(phone)).questions).toBe(1);
	});

	it('asks an edited question as it is now, and passes over one that was retired without a word', async () => {
		const site = await anApp();
		const phone = site.aPhone();
		await missInLesson(site, phone, 'giu-ma-1');
		const [retired = ''] = await takeQuiz(site, phone, (_id, position) => position === 0);
		passDays(site, 1);
		expect((await due(phone)).questions).toBe(2);
		const { contentDir } = site.house.config;
		change(join(contentDir, 'courses/thu/questions/tat-ca.md'), new RegExp(`:::hoi\\{#${retired} [^]*?\\n:::\\n`), '');
		change(join(contentDir, 'courses/thu/lessons/01-giu-ma.md'), /(:::hoi\{#giu-ma-1 .*\n)/, '$1Hỏi cách khác: ');
		await site.house.catalog.compile();
		expect((await due(phone)).questions).toBe(1);
		expect((await next(phone)).question.stem).toContain('Hỏi cách khác');
		expect((await review(phone, retired, dontKnow)).body.code).toBe('assess.not-in-review');
		good(await review(phone, 'giu-ma-1', right(site, 'giu-ma-1')));
		expect(await due(phone)).toMatchObject({ questions: 0, nextOn: '2026-11-27' });
	});
});

function change(file: string, what: RegExp, into: string): void {
	const text = readFileSync(file, 'utf8');
	expect(text).toMatch(what);
	writeFileSync(file, text.replace(what, into));
}
