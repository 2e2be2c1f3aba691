import { describe, expect, it } from 'vitest';
import { adviceFrom } from './placement.ts';

const lesson = (lessonId: string, points: number) => ({ courseId: 'khoa', lessonId, points });

describe('what to begin with', () => {
	it('is the first three lessons whose mark is above the points, for every place from 0 to 100', () => {
		const marks = [lesson('mot', 40), lesson('hai', 60), lesson('ba', 40), lesson('bon', 55)];
		const advice = adviceFrom(marks).map(({ from, to, lessons }) => [from, to, lessons.map((each) => each.lessonId)]);
		expect(advice).toEqual([
			[0, 39, ['mot', 'hai', 'ba']],
			[40, 54, ['hai', 'bon']],
			[55, 59, ['hai']],
			[60, 100, []]
		]);
	});

	it('is nothing in particular where no lesson is asked about', () => {
		expect(adviceFrom([])).toEqual([{ from: 0, to: 100, lessons: [] }]);
	});
});
