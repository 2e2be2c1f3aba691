import { seeded, type Random } from '../../src/assess/random.ts';
import { chanceRight } from '../../src/assess/scale/item.ts';
import { difficultyOf, usualGuesswork } from '../../src/assess/scale/levels.ts';
import { evenly, normally } from '../../src/assess/scale/simulator/numbers.ts';
import { answers, attempts } from '../../src/assess/tables.ts';
import { learners } from '../../src/identity/tables.ts';
import { newId } from '../../src/platform/ids.ts';
import type { TestApp } from './an-app.ts';

export interface TrueQuestion {
	readonly id: string;
	readonly hash: string;
	readonly a: number;
	readonly b: number;
	readonly c: number;
}

/**
 * The quiz of the small course, each question with a place on the scale that only the test knows: about where its editors'
 * level says, as far off as they are taken to be.
 */
export function trueQuestions({ house }: TestApp): TrueQuestion[] {
	const random = seeded('what is true');
	return house.catalog.quizQuestions('thu', 'vi').map(({ id, hash, options, level }) => ({
		...{ id, hash, c: 1 / options.length },
		a: 1.7 * Math.exp(0.25 * normally(random)),
		b: difficultyOf(level, usualGuesswork).mean + usualGuesswork.miss * normally(random)
	}));
}

type NewAttempt = typeof attempts.$inferInsert;

interface Sheet {
	readonly learnerId: string;
	readonly asked: readonly TrueQuestion[];
	right(question: TrueQuestion): boolean;
	readonly part?: Partial<NewAttempt>;
}

/** So many learners with an ability each hand in some of the questions once; every other one in a test that follows the learner. */
export async function simulateAnswers(app: TestApp, truth: readonly TrueQuestion[], count: number): Promise<string[]> {
	const random = seeded(`simulated ${count}`);
	const ids = Array.from({ length: count }, () => newId());
	await insertLearners(app, ids);
	const sheets = ids.map((learnerId, i): Sheet => {
		const ability = normally(random);
		const part = i % 2 ? { testId: 'thu-suc', courseId: 'test:thu-suc', purpose: 'placement' as const } : {};
		return {
			learnerId,
			asked: someOf(truth, random),
			right: (item) => evenly(random) < chanceRight(item, ability),
			part
		};
	});
	await handInAll(app, sheets);
	return ids;
}

const asked = 8;

function someOf(truth: readonly TrueQuestion[], random: Random): TrueQuestion[] {
	const first = random.below(truth.length);
	return Array.from({ length: asked }, (_, i) => truth[(first + 5 * i) % truth.length]).filter((each) => !!each);
}

async function insertLearners({ house }: TestApp, ids: readonly string[]): Promise<void> {
	await inPieces(ids, (some) =>
		house.store.transact(async (tx) => {
			await tx.insert(learners).values(some.map((id) => ({ id, createdAt: house.clock.now() })));
		})
	);
}

/** Keeps these sheets as attempts, finished unless `part` says otherwise; what comes later was answered later. */
export async function handInAll({ house }: TestApp, sheets: readonly Sheet[]): Promise<void> {
	house.clock.pass(60_000);
	const now = house.clock.now();
	await inPieces(sheets, (some) =>
		house.store.transact(async (tx) => {
			const kept = some.map(({ learnerId, asked: questions, part }) => ({
				...{ id: newId(), learnerId, courseId: 'thu', courseHash: 'h', courseVersion: 1, purpose: 'quiz' as const },
				...{ seed: 's', total: questions.length, passPercent: 75, startedAt: now, finishedAt: now, score: 0 },
				questions: questions.map(({ id, hash }) => ({ questionId: id, hash, optionOrder: [] })),
				...{ passed: false, ...part }
			}));
			await tx.insert(attempts).values(kept);
			const given = kept.flatMap(({ id }, i) =>
				(some[i]?.asked ?? []).map((question) => ({
					...{ attemptId: id, questionId: question.id, optionId: 'a', answeredAt: now },
					correct: some[i]?.right(question) ?? false
				}))
			);
			await tx.insert(answers).values(given);
		})
	);
}

async function inPieces<T>(all: readonly T[], work: (some: T[]) => Promise<void>): Promise<void> {
	for (let from = 0; from < all.length; from += 200) await work(all.slice(from, from + 200));
}
