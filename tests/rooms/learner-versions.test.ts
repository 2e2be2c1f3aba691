import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { attempts } from '../../src/assess/tables.ts';
import { completionRecords, recordOffers } from '../../src/certify/tables.ts';
import { learnerVersions } from '../../src/identity/learner-versions.ts';
import { keepLessonProgress, type LessonProgress } from '../../src/learn/queries.ts';
import { lessonProgress } from '../../src/learn/tables.ts';
import type { Writer } from '../../src/platform/persistence/store.ts';
import { aCertifyingHouse, aLearner, aPassedAttempt, aRecord, type Certifying } from '../support/records.ts';

const versions = async ({ store }: Certifying) =>
	new Map((await store.read.select().from(learnerVersions)).map(({ learnerId, version }) => [learnerId, version]));

/** Expects the versions of these learners to be new after the work, and nobody else's. */
async function expectNew(house: Certifying, learnerIds: string[], work: (tx: Writer) => Promise<unknown>) {
	const before = await versions(house);
	await house.store.transact(work);
	const after = await versions(house);
	const changed = [...after].filter(([id, version]) => before.get(id) !== version).map(([id]) => id);
	expect(changed.sort()).toEqual([...learnerIds].sort());
}

/** Two learners of whom nothing is kept, and a third with all there is. */
async function threeLearners() {
	const house = await aCertifyingHouse();
	const bystander = await aLearner(house);
	await aRecord(house, bystander);
	const [one, other] = [(await aLearner(house)).learnerId, (await aLearner(house)).learnerId];
	return { house, one, other };
}

const lesson = (learnerId: string, lastAnsweredAt: Date): LessonProgress => ({
	...{ learnerId, lastAnsweredAt, lessonId: 'giu-ma', courseId: 'thu', lessonHash: 'any', extraQuestionIds: [] },
	...{ openedAt: null, completedAt: null, pace: null, declaredWay: null },
	state: 'answering',
	openedSource: 'unknown'
});

describe('the version of a learner’s progress', () => {
	it('is made anew by every change of a lesson', async () => {
		const { house, one, other } = await threeLearners();
		const row = lesson(one, house.clock.now());
		await expectNew(house, [one], (tx) => keepLessonProgress(tx, row));
		await expectNew(house, [one], (tx) => keepLessonProgress(tx, { ...row, state: 'more-questions' }));
		const hers = eq(lessonProgress.learnerId, one);
		await expectNew(house, [one], (tx) => tx.update(lessonProgress).set({ state: 'done' }).where(hers));
		await expectNew(house, [one, other], (tx) => tx.update(lessonProgress).set({ learnerId: other }).where(hers));
		await expectNew(house, [other], (tx) => tx.delete(lessonProgress).where(eq(lessonProgress.learnerId, other)));
	});

	it('is made anew by every change of an attempt', async () => {
		const { house, one, other } = await threeLearners();
		const before = await versions(house);
		const id = await aPassedAttempt(house, { learnerId: one } as Parameters<typeof aPassedAttempt>[1]);
		expect([before.has(one), (await versions(house)).has(one)]).toEqual([false, true]);
		const hers = eq(attempts.id, id);
		await expectNew(house, [one], (tx) => tx.update(attempts).set({ score: 10 }).where(hers));
		await expectNew(house, [one, other], (tx) => tx.update(attempts).set({ learnerId: other }).where(hers));
		await expectNew(house, [other], (tx) => tx.delete(attempts).where(hers));
	});

	it('is made anew by every change of a record', async () => {
		const { house, other } = await threeLearners();
		const { holder, record } = await aRecord(house);
		const one = holder.learnerId;
		const [row] = await house.store.read
			.select()
			.from(completionRecords)
			.where(eq(completionRecords.code, record.code));
		if (!row) throw new Error('it was issued');
		const hers = eq(completionRecords.id, row.id);
		const now = house.clock.now();
		await expectNew(house, [one], (tx) => tx.update(completionRecords).set({ withdrawnAt: now }).where(hers));
		await expectNew(house, [one, other], (tx) => tx.update(completionRecords).set({ learnerId: other }).where(hers));
		await house.store.transact((tx) => tx.delete(recordOffers).where(eq(recordOffers.recordCode, row.code)));
		await expectNew(house, [other], (tx) => tx.delete(completionRecords).where(hers));
		await expectNew(house, [one], (tx) => tx.insert(completionRecords).values(row));
	});
});
