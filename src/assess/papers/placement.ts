import { gridOf } from '../scale/grid.ts';
import { chanceRight } from '../scale/item.ts';
import { estimatesByScore } from '../scale/sum-scores.ts';
import { buildTwoStage, type TwoStage } from '../scale/two-stage.ts';
import { prior, type BankQuestion, type TestBank } from '../tests/bank.ts';
import { measureOf } from '../tests/measure.ts';
import type { LessonMark, TwoStageTables } from './stage-tables.ts';

/** Whoever would answer two thirds of a lesson's questions rightly is taken to know it. */
const known = 2 / 3;
const partsWanted = 3;
const grid = gridOf(prior);

/** A two-stage placement under a blueprint, with its tables; each stage asks half of what the blueprint allows. */
export function placementFrom(
	bank: TestBank,
	{ seed, lessons }: { seed: string; lessons: readonly LessonOf[] }
): { questions: BankQuestion[]; tables: TwoStageTables } {
	const half = Math.ceil(bank.test.questions / 2);
	const built = buildTwoStage({
		items: bank.questions.map(({ item }) => item),
		...{ shares: bank.shares, prior, seed, routing: half, second: half, forms: partsWanted }
	});
	const items = [built.routing, ...built.second.map((part) => part.items)].flat();
	const questions = items.flatMap(({ id }) => bank.byId.get(id) ?? []);
	return { questions, tables: tablesOf(built, lessonMarks(bank.questions, lessons)) };
}

function tablesOf({ routing, second }: TwoStage, lessons: readonly LessonMark[]): TwoStageTables {
	return {
		questions: routing.length,
		routing: estimatesByScore(routing, grid).map(measureOf),
		parts: second.map(({ items, from, to, target, standings }) => ({
			...{ questions: items.length, from, to },
			target: measureOf({ ability: target, error: 0 }).points,
			standings: standings.map((row) => row.map(measureOf))
		})),
		lessons
	};
}

type LessonOf = Pick<LessonMark, 'courseId' | 'lessonId'>;

/** For each lesson that the bank asks about, the lowest place at which two thirds of its questions are answered rightly. */
function lessonMarks(
	questions: readonly Pick<BankQuestion, 'lessonId' | 'item'>[],
	lessons: readonly LessonOf[]
): LessonMark[] {
	return lessons.flatMap(({ courseId, lessonId }) => {
		const own = questions.filter((each) => each.lessonId === lessonId).map(({ item }) => item);
		if (own.length === 0) return [];
		const share = (ability: number) => own.reduce((sum, item) => sum + chanceRight(item, ability), 0) / own.length;
		const ability = grid.points.find((point) => share(point) >= known) ?? Infinity;
		return [{ courseId, lessonId, points: measureOf({ ability, error: 0 }).points }];
	});
}

/** With which lessons to begin from which place on the scale to which. */
export interface Advice {
	readonly from: number;
	readonly to: number;
	readonly lessons: readonly LessonMark[];
}

/** So many lessons are suggested, so that somebody begins rather than reads a list. */
const mostLessons = 3;

/** What to begin with by place on the scale, from 0 to 100: the first lessons whose mark is above it. */
export function adviceFrom(lessons: readonly LessonMark[]): Advice[] {
	const bands: Advice[] = [];
	for (let points = 0; points <= 100; points++) {
		const next = lessons.filter((each) => each.points > points).slice(0, mostLessons);
		const last = bands.at(-1);
		if (last && last.lessons.map(idOf).join() === next.map(idOf).join())
			bands[bands.length - 1] = { ...last, to: points };
		else bands.push({ from: points, to: points, lessons: next });
	}
	return bands;
}

const idOf = ({ courseId, lessonId }: LessonMark) => `${courseId}/${lessonId}`;
