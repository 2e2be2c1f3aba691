import { describe, expect, it } from 'vitest';
import { seeded } from '../random.ts';
import { chanceRight } from './item.ts';
import { agreementOf, calibratedItem, difficultyOf, guessedQuestion, startingItem } from './levels.ts';
import { evenly, meanOf, normally } from './simulator/numbers.ts';

const guesswork = { spread: 1.3, miss: 0.6, sharpness: 1.7 };
const question = { id: 'q', skill: 's', level: 'easy', guessing: 0.25 } as const;

describe('a level', () => {
	it('says as much of a difficulty as editors who miss by so much can know', () => {
		const random = seeded('levels');
		const judged = Array.from({ length: 60_000 }, () => {
			const b = guesswork.spread * normally(random);
			return { b, opinion: b + guesswork.miss * normally(random) };
		}).sort((one, other) => one.opinion - other.opinion);
		for (const [i, level] of (['easy', 'medium', 'hard'] as const).entries()) {
			const third = judged.slice(i * 20_000, (i + 1) * 20_000).map(({ b }) => b);
			const spread = Math.sqrt(meanOf(third.map((b) => (b - meanOf(third)) ** 2)));
			expect(difficultyOf(level, guesswork).mean).toBeCloseTo(meanOf(third), 1);
			expect(difficultyOf(level, guesswork).sd).toBeCloseTo(spread, 1);
		}
		expect(agreementOf(guesswork)).toBeCloseTo(0.908, 3);
	});

	it('gives a curve that is the mean of all that the level leaves possible', () => {
		const random = seeded('curves');
		const { mean, sd } = difficultyOf('easy', guesswork);
		const difficulties = Array.from({ length: 20_000 }, () => mean + sd * normally(random));
		for (const ability of [-3, -1, 0, 1, 3]) {
			const chance = meanOf(difficulties.map((b) => chanceRight({ a: 1.7, b, c: 0.25 }, ability)));
			expect(Math.abs(chanceRight(startingItem(question, guesswork), ability) - chance)).toBeLessThan(0.02);
		}
	});

	it('gives way to what was found from answers, the more the surer that is', () => {
		const sure = calibratedItem(question, { a: 2, b: 0.5, bError: 0 });
		const unsure = calibratedItem(question, { a: 2, b: 0.5, bError: 0.4 });
		expect(sure).toEqual({ id: 'q', skill: 's', a: 2, b: 0.5, c: 0.25 });
		expect(unsure.a).toBeLessThan(sure.a);
	});

	it('knows how often each kind of question is guessed right', () => {
		const written = { id: 'q', skill: 's', level: 'easy', options: ['1', '2', '3', '4'] } as const;
		expect(guessedQuestion(written).guessing).toBe(1 / 4);
		expect(guessedQuestion({ ...written, type: 'several' }).guessing).toBe(1 / 15);
		expect(guessedQuestion({ ...written, type: 'number', options: [] }).guessing).toBe(0);
		expect(evenly(seeded('x'))).toBeGreaterThan(0);
	});
});
