import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alikeSheets } from '../../src/assess/index.ts';
import { mergeAttempts } from '../../src/assess/merge-attempts.ts';
import { joinAttempts, partAttempts } from '../../src/assess/part-attempts.ts';
import { itemCounted } from '../../src/assess/tables.ts';
import { listSittings } from '../../src/community/index.ts';
import { attendances } from '../../src/community/tables.ts';
import { newId } from '../../src/platform/ids.ts';
import {
	aLearnerOf,
	aSchoolWithSeveral,
	countAll,
	figuresOf,
	handIn,
	handInSixty,
	type School
} from '../support/answer-sheets.ts';
import { aClass, good } from '../support/classes.ts';

interface Option {
	chosen: number;
}

const inUse = async (all: School, id: string) => (await figuresOf(all, id)).versions[0];
const listed = async ({ root }: School) => good(await root.call('GET', '/question-figures'));
const chosenOf = async (all: School, id: string) => (await inUse(all, id)).options.map(({ chosen }: Option) => chosen);

/** Publishes the small course with a change of its quiz. */
async function edit({ app: { house } }: School, change: (text: string) => string): Promise<void> {
	const file = join(house.config.contentDir, 'courses/thu/questions/tat-ca.md');
	writeFileSync(file, change(readFileSync(file, 'utf8')));
	house.clock.pass(1_000);
	await house.catalog.compile();
}

describe('what counts', () => {
	it('is the first time somebody meets a question, not a retake', async () => {
		const all = await aSchoolWithSeveral();
		const learnerId = await aLearnerOf(all);
		await handIn(all, { learnerId, sheet: ['b', 'a'], asked: ['q-1', 'q-2'] });
		await countAll(all);
		all.app.house.clock.pass(60_000);
		await handIn(all, { learnerId, sheet: ['a', 'c'], asked: ['q-1', 'q-3'] });
		await countAll(all);
		expect((await inUse(all, 'q-1')).options.map(({ chosen }: Option) => chosen)).toEqual([0, 1, 0]);
		expect((await inUse(all, 'q-3')).shown).toBe(1);
	});

	it('stays the same when two learners turn out to be one: her second meeting is taken out again', async () => {
		const all = await aSchoolWithSeveral();
		const { house } = all.app;
		const [her, double] = [await aLearnerOf(all), await aLearnerOf(all)];
		await handIn(all, { learnerId: double, sheet: ['b', 'a', 'a', 'b', 'ac'] });
		house.clock.pass(60_000);
		await handIn(all, { learnerId: her, sheet: ['a', 'b', 'c', 'a', 'ab'] });
		await countAll(all);
		const [before, counted] = [await inUse(all, 'q-1'), await house.store.read.select().from(itemCounted)];
		expect(before.options.map(({ chosen }: Option) => chosen)).toEqual([1, 1, 0]);
		expect(counted.map(({ questionIds }) => questionIds.length)).toEqual([5, 5]);
		for (let again = 0; again < 2; again++) {
			await mergeAttempts(house, { fromLearnerId: double, intoLearnerId: her });
			await countAll(all);
			const merged = await inUse(all, 'q-1');
			expect(merged.options.map(({ chosen }: Option) => chosen)).toEqual([0, 1, 0]);
			expect(merged).toMatchObject({ shown: 1, answered: 1 });
		}
	});

	it('is also what tests of groups ask of everyone alike, but not what follows the learner or was declared void', async () => {
		const all = await aSchoolWithSeveral();
		const once = { sheet: ['b', 'b'], asked: ['q-1', 'q-2'] };
		await handIn(all, { ...once, learnerId: await aLearnerOf(all), testId: 'cuoi' });
		for (const part of [{ testId: 'thu-suc' }, { testId: 'hai-chang' }, { testId: 'khong-con' }, { voidReason: 'x' }]) {
			const learnerId = await aLearnerOf(all);
			await handIn(all, { ...once, ...part, learnerId });
			all.app.house.clock.pass(60_000);
			// She has met the question all the same.
			await handIn(all, { ...once, learnerId });
		}
		await countAll(all);
		expect(await inUse(all, 'q-1')).toMatchObject({ shown: 1, answered: 1 });
		expect((await listed(all)).items[0].course.id).toBe('thu');
	});

	it('stays with the version that was shown when a question is edited', async () => {
		const all = await aSchoolWithSeveral();
		await handInSixty(all);
		await countAll(all);
		await edit(all, (text) => text.replace('Câu thi thứ 4 là gì?', 'Câu thi thứ tư là câu nào?'));
		await countAll(all);
		expect((await listed(all)).items.map(({ id }: { id: string }) => id)).not.toContain('q-4');
		const learnerId = await aLearnerOf(all);
		await handIn(all, { learnerId, sheet: ['a', 'b'], asked: ['q-1', 'q-4'] });
		await countAll(all);
		const { versions } = await figuresOf(all, 'q-4');
		expect(versions).toMatchObject([
			{ current: true, shown: 1, facility: null, stem: expect.stringContaining('thứ tư') as string },
			{ current: false, shown: 60, facility: 27, stem: expect.stringContaining('thứ 4') as string }
		]);
		expect((await listed(all)).items.map(({ id }: { id: string }) => id)).toContain('q-4');
	});

	it('is as before when two who were made one are parted again', async () => {
		const all = await aSchoolWithSeveral();
		const { house } = all.app;
		const claim = { fromLearnerId: await aLearnerOf(all), intoLearnerId: await aLearnerOf(all) };
		await handIn(all, { learnerId: claim.fromLearnerId, sheet: ['b', 'a', 'a', 'b', 'ac'] });
		house.clock.pass(60_000);
		await handIn(all, { learnerId: claim.intoLearnerId, sheet: ['a', 'b', 'c', 'a', 'ab'] });
		const joined = await house.store.transact((tx) => joinAttempts(tx, claim));
		await countAll(all);
		expect(await chosenOf(all, 'q-1')).toEqual([0, 1, 0]);
		await house.store.transact((tx) => partAttempts(tx, claim, joined));
		await countAll(all);
		expect(await chosenOf(all, 'q-1')).toEqual([1, 1, 0]);
		expect(await chosenOf(all, 'nhieu')).toEqual([2, 1, 1, 0]);
	});
});

/** Sessions end long before ninety days are over. */
const signInAgain = async ({ root }: School) =>
	good(await root.call('POST', '/session', { identifier: 'quantri', password: 'ruộng lúa chín vàng' }));

describe('difficulty', () => {
	it('that has drifted is told with both shares, once it is beyond chance; old days are one', async () => {
		const all = await aSchoolWithSeveral();
		const { clock } = all.app.house;
		const some = async (right: number) => {
			for (let i = 0; i < 50; i++)
				await handIn(all, {
					learnerId: await aLearnerOf(all),
					sheet: [i < right ? 'a' : 'b', 'b'],
					asked: ['q-1', 'q-2']
				});
		};
		await some(20);
		await countAll(all);
		expect(await inUse(all, 'q-1')).toMatchObject({ facility: 40, recentFacility: null, earlierFacility: null });
		clock.pass(91 * 24 * 3_600_000);
		await some(40);
		await countAll(all);
		await signInAgain(all);
		const drifted = await inUse(all, 'q-1');
		expect(drifted).toMatchObject({ facility: 60, recentFacility: 80, earlierFacility: 40 });
		expect(drifted.flags).toContain('drifting');
		expect(drifted.sentences).toContain('Chín mươi ngày nay được 80% số điểm, trước đó 40%: câu dễ đi, có thể đã lộ.');
		// Nobody answers for another ninety days: the figures move on by themselves.
		clock.pass(91 * 24 * 3_600_000);
		await countAll(all);
		await signInAgain(all);
		expect(await inUse(all, 'q-1')).toMatchObject({ recentFacility: null, shown: 100 });
	});
});

const asked = Array.from({ length: 12 }, (_, i) => `q-${i + 1}`);
const wrong = [...'baabaabaabaa'];
const otherwiseWrong = [...'ccbccbccbccb'];

/** Three sit in one class: two of them give the same wrong answers, the third half of them. */
async function threeInClass(all: School, helped: boolean): Promise<void> {
	const { house } = all.app;
	// Elsewhere each wrong option is as likely as the other.
	for (let n = 0; n < 8; n++) {
		const sheet = asked.map((_, i) => ((n + i) % 2 ? wrong : otherwiseWrong)[i] ?? '');
		await handIn(all, { learnerId: await aLearnerOf(all), sheet, asked });
	}
	const { id: sessionId } = await aClass(all);
	for (const sheet of [wrong, wrong, [...otherwiseWrong.slice(0, 6), ...wrong.slice(6)]]) {
		const learnerId = await aLearnerOf(all);
		await handIn(all, { learnerId, sheet, asked, helped });
		const line = { id: newId(), sessionId, learnerId, personKey: learnerId, firstAt: house.clock.now() };
		await house.store.transact(async (tx) => {
			await tx.insert(attendances).values({ ...line, name: null, birthYear: null });
		});
	}
	house.clock.pass(3_600_000);
	await countAll(all);
}

describe('sheets of one session of a class', () => {
	it('that are alike beyond chance mark the questions they share a wrong answer in, without a name', async () => {
		const all = await aSchoolWithSeveral();
		await threeInClass(all, false);
		for (let again = 0; again < 2; again++) {
			await alikeSheets(all.app.house, listSittings).run();
			const version = await inUse(all, 'q-1');
			expect([version.alikePairs, version.flags]).toEqual([1, ['alike']]);
			expect(version.sentences[0]).toMatch(/^1 cặp bài trong cùng một buổi/);
		}
	});

	it('that a helper was by are hers as well, and say nothing', async () => {
		const all = await aSchoolWithSeveral();
		await threeInClass(all, true);
		await alikeSheets(all.app.house, listSittings).run();
		expect((await inUse(all, 'q-1')).alikePairs).toBe(0);
	});
});
