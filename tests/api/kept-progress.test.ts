import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attempts } from '../../src/assess/tables.ts';
import { learnerVersions } from '../../src/identity/learner-versions.ts';
import { openingsAfter } from '../../src/learn/index.ts';
import { lessonProgress } from '../../src/learn/tables.ts';
import { aListeningSite, ask, type Site } from '../support/a-listening-site.ts';
import { beside } from '../support/beside.ts';
import { good, someone } from '../support/classes.ts';
import { answer, earn, open, withCard, writeDown } from '../support/helped.ts';
import { anApp, type Phone, type TestApp } from '../support/index.ts';

/** One process listens and is read from, by this phone; another one writes. */
interface Watched {
	readonly writing: TestApp;
	readonly site: Site;
	readonly phone: Phone;
	/** How often the listening process has reckoned somebody's progress. */
	reckoned(): number;
}

async function watched(writing: TestApp, phone: Phone): Promise<Watched> {
	const site = await aListeningSite(await beside(writing.house));
	const { quizzes } = site.house.afterLessons;
	let reckoned = 0;
	Object.assign(site.house.afterLessons, { quizzes: (id: string) => (reckoned++, quizzes(id)) });
	await ask({ ...site, phone }); // the first goes through Fastify
	return { writing, site, phone, reckoned: () => reckoned };
}

async function learning(): Promise<Watched> {
	const writing = await anApp();
	return watched(writing, await someone(writing, { name: 'Nguyễn Thị Lan' }));
}

const told = ({ site, phone }: Watched, path?: string) => ask({ ...site, phone }, path);

/** Expects what is told to be what is reckoned anew, and gives it. */
async function expectTrue(all: Watched) {
	const quick = await told(all);
	expect(quick).toEqual(await told(all, '/me/progress?x=1'));
	return quick;
}

/** Expects it to lie ready before this happens in the other process, and to be new right after. */
async function expectNews(all: Watched, happens: () => Promise<unknown>) {
	const before = await expectTrue(all);
	const reckoned = all.reckoned();
	expect(await told(all)).toEqual(before);
	expect(all.reckoned(), 'it lay ready').toBe(reckoned);
	await happens();
	const after = await expectTrue(all);
	expect(after.body).not.toEqual(before.body);
	return after;
}

describe('own progress that lies ready', () => {
	it('is new at once after everything that somebody learns, in whichever process', async () => {
		const all = await learning();
		const { writing, phone } = all;
		const call = async (method: 'POST' | 'PUT', path: string, body: object = {}) =>
			good(await phone.call(method, path, body));
		await expectNews(all, () => answer(phone, writing));
		await expectNews(all, () =>
			call('POST', '/courses/thu/lessons/giu-ma/answers', { questionId: 'giu-ma-2', optionId: 'a' })
		);
		await expectNews(all, () => call('POST', '/courses/thu/lessons/giu-ma/way', { way: 'paper' }));
		let attempt = { id: '', questions: [{ id: '' }] };
		await expectNews(all, async () => (attempt = await call('POST', '/courses/thu/attempts')));
		for (const { id } of attempt.questions) {
			await call('PUT', `/attempts/${attempt.id}/answers/${id}`, { optionId: 'a' });
			await expectTrue(all);
		}
		await expectNews(all, () => call('POST', `/attempts/${attempt.id}/finish`));
		await expectNews(all, () => earn(phone, writing, 'Nguyễn Thị Lan'));
	});

	it('is new at once after a record was collected', async () => {
		const all = await learning();
		const { writing, phone } = all;
		const bank = writing.house.catalog.quizQuestions('thu', 'vi');
		const { id, questions } = good(await phone.call('POST', '/courses/thu/attempts', {}));
		for (const question of questions) {
			const optionId = bank.find((each) => each.id === question.id)?.options.find(({ correct }) => correct)?.id;
			good(await phone.call('PUT', `/attempts/${id}/answers/${question.id}`, { optionId }));
		}
		await expectNews(all, () => phone.call('POST', `/attempts/${id}/finish`, {}));
		await writing.house.facts.runDue();
		await expectNews(all, async () => good(await phone.call('POST', '/records', { attemptId: id, name: 'Lan' })));
	});

	it('is new at once after what was learnt on a device was claimed', async () => {
		const writing = await anApp();
		const phone = writing.aPhone();
		good(await answer(phone, writing));
		const person = { name: 'Nguyễn Thị Lan', birthYear: 1964, username: 'lan.thu', password: 'con trâu đi trước' };
		good(await writing.aPhone().call('POST', '/accounts', person));
		good(await phone.call('POST', '/session', { identifier: 'lan.thu', password: person.password }));
		const all = await watched(writing, phone);
		const { body } = await expectNews(all, () => phone.call('POST', '/session/device-learning', { take: true }));
		expect(body).toMatchObject({ courses: [{ courseId: 'thu' }] });
	});

	it('is new at once after a printed card was taken over, also one that was merged and parted', async () => {
		const cards = await withCard();
		const { app: writing, helper, card } = cards;
		const other = await writeDown(cards, { name: 'Bùi Thị Tứ', apart: 'cạnh giếng' });
		for (const each of [card, other]) {
			const shared = writing.aPhone();
			good(await open(shared, each));
			good(await answer(shared, writing));
		}
		const path = `/helped-learners/${card.id}/merges`;
		const { merge } = good(await helper.call('POST', path, { otherId: other.id }));
		good(await helper.call('DELETE', `${path}/${merge.id}`));
		const all = await watched(writing, await someone(writing, { name: 'Bùi Thị Tư' }));
		const { code, pin } = card;
		const taking = () => all.phone.call('POST', '/cards/taking', { code, pin, sure: true });
		expect((await expectNews(all, taking)).body).toMatchObject({ courses: [{ courseId: 'thu' }] });
	});

	it('is new at once where another release is published, and in another language', async () => {
		const all = await learning();
		good(await answer(all.phone, all.writing));
		const file = join(all.writing.house.config.contentDir, 'courses/thu/course.md');
		const { body } = await expectNews(all, async () => {
			writeFileSync(file, readFileSync(file, 'utf8').replace('Khóa thử: giữ kín mã', 'Khóa thử: tên mới'));
			await all.writing.house.catalog.compile();
			await all.site.house.catalog.load();
		});
		expect(body).toMatchObject({ courses: [{ title: 'Khóa thử: tên mới' }] });
		const english = { 'accept-language': 'en' };
		const inEnglish = await ask({ ...all.site, phone: all.phone }, '/me/progress', english);
		expect(inEnglish).toEqual(await ask({ ...all.site, phone: all.phone }, '/me/progress?x=1', english));
		expect(inEnglish.body).not.toEqual(body);
		expect((await expectTrue(all)).body).toEqual(body);
	});

	it('is new at once where this browser was sent another lesson', async () => {
		const all = await learning();
		const { secrets, clock } = all.writing.house;
		await expectNews(all, async () => {
			const cookie = openingsAfter(secrets, undefined, { lessonKey: 'thu/giu-ma', now: clock.now() });
			all.phone.cookies.set('mo', cookie);
		});
	});
});

describe('own progress that lay ready', () => {
	it('is told to nobody who signed out everywhere, or whose time is over', async () => {
		const all = await learning();
		good(await answer(all.phone, all.writing));
		const shown = await expectTrue(all);
		all.phone.cookies.delete('phien_moi');
		all.writing.house.clock.pass(10 * 60_000);
		expect((await told(all)).body.learner.known).toBe(false);
		all.writing.house.clock.pass(-10 * 60_000);
		expect(await told(all)).toEqual(shown);
		const cookies = new Map(all.phone.cookies);
		expect((await all.phone.call('DELETE', '/sessions')).status).toBe(204);
		for (const [name, value] of cookies) all.phone.cookies.set(name, value);
		expect((await told(all)).body.learner.known).toBe(false);
	});

	it('never reaches the next one on the same phone', async () => {
		const all = await learning();
		good(await answer(all.phone, all.writing));
		const hers = await expectTrue(all);
		expect((await all.phone.call('DELETE', '/session')).status).toBe(204);
		const person = { name: 'Trần Thị Anh', birthYear: 1970, username: 'anh.thu', password: 'con trâu đi trước' };
		good(await all.phone.call('POST', '/accounts', person));
		const next = await expectTrue(all);
		expect(next.body).toMatchObject({ learner: { known: true }, courses: [] });
		expect(next.body.learner).not.toEqual(hers.body.learner);
	});
});

describe('many who ask at the same moment', () => {
	it('are each told their own, and whoever is signed out nothing', async () => {
		const writing = await anApp();
		const phones: Phone[] = [];
		for (const name of ['Nguyễn Thị Lan', 'Trần Thị Anh', 'Lê Văn Bình', 'Phạm Thị Hoa'])
			phones.push(await someone(writing, { name }));
		const [first, second, gone] = phones as [Phone, Phone, Phone];
		const { site } = await watched(writing, first);
		good(await answer(first, writing));
		good(await second.call('POST', '/courses/thu/attempts', {}));
		const cookies = new Map(gone.cookies);
		expect((await gone.call('DELETE', '/session')).status).toBe(204);
		for (const [name, value] of cookies) gone.cookies.set(name, value);
		const all = [...phones, ...phones, ...phones].map((phone) => ({ ...site, phone }));
		const quick = await Promise.all(all.map((asker) => ask(asker)));
		const whole = await Promise.all(all.map((asker) => ask(asker, '/me/progress?x=1')));
		expect(quick).toEqual(whole);
		expect(new Set(quick.map(({ body }) => JSON.stringify(body))).size).toBe(4);
		expect(quick.map(({ body }) => body.learner.known).slice(0, 4)).toEqual([true, true, false, true]);
	});
});

describe('the version of somebody’s progress', () => {
	const versions = async ({ store }: TestApp['house']) =>
		new Map((await store.read.select().from(learnerVersions)).map(({ learnerId, version }) => [learnerId, version]));

	it('is new for both when rows are merged and when they are parted', async () => {
		const cards = await withCard();
		const { app, helper, card } = cards;
		const other = await writeDown(cards, { name: 'Bùi Thị Tứ', apart: 'cạnh giếng' });
		for (const each of [card, other]) {
			const phone = app.aPhone();
			good(await open(phone, each));
			good(await answer(phone, app));
			await earn(phone, app, 'Bùi Thị Tư');
		}
		const learnt = new Set((await app.house.store.read.select().from(attempts)).map(({ learnerId }) => learnerId));
		expect(learnt.size).toBe(2);
		const path = `/helped-learners/${card.id}/merges`;
		const before = await versions(app.house);
		const { merge } = good(await helper.call('POST', path, { otherId: other.id }));
		const merged = await versions(app.house);
		good(await helper.call('DELETE', `${path}/${merge.id}`));
		const parted = await versions(app.house);
		for (const id of learnt) expect(new Set([before, merged, parted].map((each) => each.get(id))).size).toBe(3);
	});

	it('stays as it was where a change was not kept, and for everyone else', async () => {
		const { house, aPhone } = await anApp();
		const phones = [aPhone(), aPhone()] as const;
		for (const phone of phones) good(await answer(phone, { house } as TestApp));
		const before = await versions(house);
		expect(before.size).toBe(2);
		const undone = house.store.transact(async (tx) => {
			await tx.delete(lessonProgress);
			throw new Error('undone');
		});
		await expect(undone).rejects.toThrow('undone');
		expect(await versions(house)).toEqual(before);
		good(await answer(phones[0], { house } as TestApp, { questionId: 'giu-ma-2' }));
		const after = await versions(house);
		expect([...after].filter(([id, version]) => before.get(id) !== version)).toHaveLength(1);
	});
});
