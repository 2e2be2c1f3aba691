import { eq } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { createCalibrations } from '../../src/assess/index.ts';
import { calibratedItem } from '../../src/assess/scale/levels.ts';
import { meanOf } from '../../src/assess/scale/simulator/numbers.ts';
import { attempts, itemParameters } from '../../src/assess/tables.ts';
import { estimateOf } from '../../src/assess/tests/measure.ts';
import { calibrateDatabase } from '../../src/commands/calibrate-database.ts';
import { openWork } from '../../src/background.ts';
import { anApp, type Phone, type TestApp } from '../support/index.ts';
import { handInAll, simulateAnswers, trueQuestions, type TrueQuestion } from '../support/simulated-answers.ts';

const how = { model: '2pl', atLeast: 30 } as const;
const kept = ({ house }: TestApp) => house.store.read.select().from(itemParameters);

async function attemptOf({ house }: TestApp, id: string) {
	const [attempt] = await house.store.read.select().from(attempts).where(eq(attempts.id, id));
	if (!attempt) throw new Error('no such attempt');
	return attempt;
}

async function begin(phone: Phone, test: string): Promise<string> {
	const { status, body } = await phone.call('POST', `/tests/${test}/attempts`, {});
	expect(status).toBe(201);
	return body.id;
}

/** Answers the question that was drawn last. */
async function answerLast(app: TestApp, phone: Phone, { id, right }: { id: string; right: boolean }) {
	const questionId = (await attemptOf(app, id)).questions.at(-1)?.questionId ?? '';
	const question = app.house.catalog.quizQuestions('thu', 'vi').find((each) => each.id === questionId);
	const optionId = question?.options.find(({ correct }) => correct === right)?.id;
	expect((await phone.call('PUT', `/attempts/${id}/answers/${questionId}`, { optionId })).status).toBe(200);
}

async function aCalibratedApp() {
	const app = await anApp();
	const truth = trueQuestions(app);
	await simulateAnswers(app, truth, 900);
	return { app, truth, said: (await calibrateDatabase(app.house, how)).join('\n') };
}

describe('calibrating from the answers in the database', () => {
	it('finds again how hard the questions were made, from the first answers of attempts that count', async () => {
		const app = await anApp();
		const truth = trueQuestions(app);
		const ids = await simulateAnswers(app, truth, 1500);
		const spoilt = (asked: TrueQuestion[], part: object) => ({ asked, part, right: () => true });
		const hardest = [...truth].sort((one, other) => other.b - one.b).slice(0, 4);
		const again = ids.flatMap((learnerId) => [
			{ learnerId, ...spoilt(hardest, { voidReason: 'copied' }) },
			{ learnerId, ...spoilt(hardest, { finishedAt: null, courseId: 'khac' }) }
		]);
		await handInAll(app, again);
		const said = (await calibrateDatabase(app.house, how)).join('\n');
		const rows = new Map((await kept(app)).map((row) => [row.hash, row]));
		const away = truth.map(({ hash, b }) => (rows.get(hash)?.b ?? NaN) / 1000 - b);
		expect(Math.sqrt(meanOf(away.map((each) => each ** 2)))).toBeLessThan(0.2);
		const inErrors = truth.map(({ hash }, i) => (away[i] ?? NaN) / ((rows.get(hash)?.bError ?? NaN) / 1000));
		expect(Math.sqrt(meanOf(inErrors.map((each) => each ** 2)))).toBeLessThan(1.5);
		for (const { bError, aError } of rows.values()) {
			expect([bError > 0, bError < 400, (aError ?? 0) > 0]).toEqual([true, true, true]);
		}
		expect([...rows.values()].reduce((sum, { answers }) => sum + answers, 0)).toBe(1500 * 8);
		expect(new Set([...rows.values()].map(({ runId }) => runId)).size).toBe(1);
		expect(said).toMatch(/answers +12000\n.*questions calibrated +12\n/);
		for (const id of ids.slice(0, 20)) expect(said).not.toContain(id);
	});

	it('counts of each learner the first answer to a version only', async () => {
		const { app, truth } = await aCalibratedApp();
		const before = await kept(app);
		const learnerIds = new Set((await app.house.store.read.select().from(attempts)).map(({ learnerId }) => learnerId));
		const firsts = new Map<string, Set<string>>();
		for (const { learnerId, questions } of await app.house.store.read.select().from(attempts))
			firsts.set(learnerId, new Set(questions.map(({ questionId }) => questionId)));
		await handInAll(
			app,
			[...learnerIds].map((learnerId) => ({
				learnerId,
				asked: truth.filter(({ id }) => firsts.get(learnerId)?.has(id)),
				right: () => true
			}))
		);
		await calibrateDatabase(app.house, how);
		const after = new Map((await kept(app)).map((row) => [row.hash, row]));
		for (const { hash, b, answers, runId } of before) {
			expect(after.get(hash)?.answers).toBe(answers);
			expect(Math.abs((after.get(hash)?.b ?? NaN) - b)).toBeLessThan(100);
			expect((after.get(hash)?.runId ?? '') > runId).toBe(true);
		}
		expect(after.size).toBe(before.length);
	});

	it('leaves everything as it was where there are too few answers, and says so', async () => {
		const app = await anApp();
		await expect(calibrateDatabase(app.house, how)).rejects.toThrow(/no question has 30 yet \(0 in all\)/);
		await simulateAnswers(app, trueQuestions(app), 10);
		await expect(calibrateDatabase(app.house, how)).rejects.toThrow(/no question has 30 yet \(80 in all\)/);
		expect(await kept(app)).toEqual([]);
	});
});

describe('a test after a calibration', () => {
	it('draws with what was found, in every process that has looked since', async () => {
		const { app, truth } = await aCalibratedApp();
		const itemsOf = async (id: string) =>
			(await attemptOf(app, id)).questions.map(({ hash, item }) => ({ hash, item }));
		const levelsOnly = await itemsOf(await begin(app.aPhone(), 'cuoi'));
		expect(new Set(levelsOnly.map(({ item }) => item?.b)).size).toBeLessThanOrEqual(3);

		const beside = createCalibrations(app.house);
		const work = openWork(app.house);
		work.start();
		await vi.waitFor(() => expect(app.house.calibrations.runId()).not.toBeNull(), { timeout: 5_000 });
		await work.stop();
		await beside.load();
		expect(beside.runId()).toBe(app.house.calibrations.runId());

		const drawn = await itemsOf(await begin(app.aPhone(), 'cuoi'));
		expect(drawn).toHaveLength(6);
		for (const { hash, item } of drawn) {
			const found = beside.of(hash);
			if (!found) throw new Error('not calibrated');
			const guessed = { id: 'q', skill: '0', level: 'easy', guessing: 1 / 3 } as const;
			const { a, b, c } = calibratedItem(guessed, found);
			expect(item).toMatchObject({ a, b, c });
			expect(Math.abs(b - (truth.find((each) => each.hash === hash)?.b ?? NaN))).toBeLessThan(0.6);
		}
	});

	it('that was under way keeps the places that its questions had when they were drawn', async () => {
		const app = await anApp();
		const phone = app.aPhone();
		const id = await begin(phone, 'thu-suc');
		await answerLast(app, phone, { id, right: true });
		await answerLast(app, phone, { id, right: false });
		const before = (await attemptOf(app, id)).questions;
		expect(before).toHaveLength(3);
		await simulateAnswers(app, trueQuestions(app), 600);
		await calibrateDatabase(app.house, how);
		await app.house.calibrations.load();
		expect((await attemptOf(app, id)).questions).toEqual(before);
		await answerLast(app, phone, { id, right: true });
		const { questions } = await attemptOf(app, id);
		expect(questions.slice(0, 3)).toEqual(before);
		expect(questions[3]?.item?.b).toBeCloseTo(app.house.calibrations.of(questions[3]?.hash ?? '')?.b ?? NaN, 9);
		expect((await phone.call('POST', `/attempts/${id}/finish`, { finishUnanswered: true })).status).toBe(200);
		const ended = await attemptOf(app, id);
		const given = before.map(({ questionId }, i) => ({ questionId, correct: i !== 1 }));
		expect(ended.ability).toBe(
			Math.round((estimateOf({ purpose: ended.purpose, questions }, given)?.ability ?? NaN) * 1000)
		);
	});
});
