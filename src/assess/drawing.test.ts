import { describe, expect, it } from 'vitest';
import { drawQuiz, type Candidate } from './drawing.ts';
import { seeded, shuffled } from './random.ts';

const levels = ['easy', 'medium', 'hard'] as const;

/** `lessons` lessons with `each` questions in mixed levels. */
function bankOf(lessons: number, each: number): Candidate[] {
	return Array.from({ length: lessons * each }, (_, i) => ({
		id: `q-${i}`,
		hash: `hash-${i}`,
		lessonId: `bai-${i % lessons}`,
		level: levels[Math.floor(i / lessons) % 3] ?? 'easy',
		shuffled: ['a', 'b', 'c', 'd'].slice(0, 2 + (i % 3))
	}));
}

const ids = (drawn: { questionId: string }[]) => drawn.map((each) => each.questionId);
const draw = (bank: Candidate[], asked: number, seed: string, seenBefore: string[][] = []) =>
	drawQuiz({ bank, asked, seed, seenBefore });

describe('drawing a quiz', () => {
	const seeds = Array.from({ length: 300 }, (_, i) => `seed-${i}`);

	it('never asks a question twice, always asks as many as wanted, and shows every option once', () => {
		for (const [i, seed] of seeds.entries()) {
			const bank = bankOf(1 + (i % 7), 1 + (i % 11));
			const asked = 1 + (i % 13);
			const drawn = draw(bank, asked, seed);
			expect(drawn).toHaveLength(Math.min(asked, bank.length));
			expect(new Set(ids(drawn)).size).toBe(drawn.length);
			for (const { questionId, hash, optionOrder } of drawn) {
				const candidate = bank.find((each) => each.id === questionId);
				expect(hash).toBe(candidate?.hash);
				expect([...optionOrder].sort()).toEqual(candidate?.shuffled);
			}
		}
	});

	it('is the same for the same seed, in whatever order the bank comes', () => {
		for (const seed of seeds.slice(0, 50)) {
			const bank = bankOf(6, 8);
			expect(draw(bank.toReversed(), 10, seed)).toEqual(draw(bank, 10, seed));
		}
	});

	it('differs between seeds', () => {
		const bank = bankOf(6, 8);
		expect(new Set(seeds.map((seed) => ids(draw(bank, 10, seed)).join())).size).toBeGreaterThan(290);
	});

	it('covers the lessons as evenly as can be', () => {
		for (const seed of seeds) {
			const bank = bankOf(6, 8);
			const counts = new Map<string | null, number>();
			for (const id of ids(draw(bank, 10, seed))) {
				const lesson = bank.find((each) => each.id === id)?.lessonId ?? null;
				counts.set(lesson, (counts.get(lesson) ?? 0) + 1);
			}
			expect(counts.size).toBe(6);
			expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(1);
		}
	});

	it('mixes the levels', () => {
		for (const seed of seeds) {
			const bank = bankOf(6, 9);
			const drawn = ids(draw(bank, 12, seed)).map((id) => bank.find((each) => each.id === id)?.level);
			for (const level of levels) expect(drawn.filter((each) => each === level).length).toBeGreaterThanOrEqual(3);
		}
	});

	it('asks what was not seen before, as long as there is any', () => {
		for (const seed of seeds.slice(0, 60)) {
			const bank = bankOf(5, 6);
			const before: string[][] = [];
			for (let attempt = 0; attempt < 3; attempt++) before.push(ids(draw(bank, 10, `${seed} ${attempt}`, before)));
			expect(new Set(before.flat()).size).toBe(30);
		}
	});

	it('then asks what was seen longest ago', () => {
		const bank = bankOf(1, 6);
		const seen = [
			['q-0', 'q-1'],
			['q-2', 'q-3'],
			['q-4', 'q-5'],
			['q-0', 'q-1']
		];
		for (const seed of seeds.slice(0, 30)) expect(ids(draw(bank, 2, seed, seen)).sort()).toEqual(['q-2', 'q-3']);
	});

	it('asks the whole bank when that is smaller than the quiz', () => {
		expect(ids(draw(bankOf(2, 3), 10, 's')).sort()).toEqual(['q-0', 'q-1', 'q-2', 'q-3', 'q-4', 'q-5']);
		expect(draw([], 10, 's')).toEqual([]);
	});

	it('puts the options in every order equally often', () => {
		const counts = new Map<string, number>();
		for (let i = 0; i < 6_000; i++) {
			const order = shuffled(['a', 'b', 'c'], seeded(`order ${i}`)).join('');
			counts.set(order, (counts.get(order) ?? 0) + 1);
		}
		expect(counts.size).toBe(6);
		for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
	});
});
