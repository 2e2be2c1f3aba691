import type { ListedLesson } from '../catalog/index.ts';
import type { DemoPerson } from './people.ts';
import type { Chance } from './seeded.ts';

const day = 86_400_000;

/** Some lessons and the answers to their check questions, over the last year. */
export function learningOf(
	{ learnerId }: DemoPerson,
	{ lessons, chance, now, most }: { lessons: readonly ListedLesson[]; chance: Chance; now: number; most: number }
) {
	const begun = chance.upTo(most + 1);
	const first = chance.upTo(lessons.length);
	const progress = [];
	const answers = [];
	for (let i = 0; i < Math.min(begun, lessons.length); i++) {
		const lesson = lessons[(first + i) % lessons.length];
		if (!lesson) continue;
		const at = now - Math.floor(chance.next() * 360 * day);
		const openedAt = new Date(at - 300_000);
		const answeredAt = new Date(at);
		const { courseId, lessonId } = lesson;
		const done = chance.is(0.8);
		progress.push({
			...{ learnerId, lessonId, courseId, lessonHash: lesson.hash, state: done ? 'done' : 'answering' },
			...{ openedAt, openedSource: 'server', completedAt: done ? answeredAt : null, pace: done ? 'plausible' : null },
			...{ extraQuestionIds: [], lastAnsweredAt: answeredAt }
		});
		for (const { id, hash, right } of lesson.questions)
			answers.push({
				...{ learnerId, lessonId, questionId: id, courseId, questionHash: hash, optionId: right },
				...{ correct: true, everCorrect: true, answeredAt, timeSource: 'server', way: 'online' },
				firstAnsweredAt: answeredAt
			});
	}
	return { progress, answers };
}
