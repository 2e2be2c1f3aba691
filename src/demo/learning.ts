import type { ListedLesson } from '../catalog/index.ts';
import type { DemoPerson } from './people.ts';
import type { Chance } from './seeded.ts';

const day = 86_400_000;

interface Studying {
	readonly lessons: readonly ListedLesson[];
	readonly chance: Chance;
	readonly now: number;
	/** How many lessons she has begun at most. */
	readonly most: number;
	/** She sees lists of people, and has finished what comes before that. */
	readonly trained: boolean;
}

/** Some lessons and the answers to their check questions, over the last year. */
export function learningOf({ learnerId }: DemoPerson, { lessons, chance, now, most, trained }: Studying) {
	const before = trained ? lessons.filter(({ beforePeople }) => beforePeople) : [];
	const begun = chance.upTo(most + 1);
	const first = chance.upTo(lessons.length);
	const progress = [];
	const answers = [];
	for (const lesson of before) {
		const rows = lessonRows(learnerId, lesson, { at: now - 365 * day, done: true });
		progress.push(rows.progress);
		answers.push(...rows.answers);
	}
	for (let i = 0; i < Math.min(begun, lessons.length); i++) {
		const lesson = lessons[(first + i) % lessons.length];
		if (!lesson || before.includes(lesson)) continue;
		const at = now - Math.floor(chance.next() * 360 * day);
		const rows = lessonRows(learnerId, lesson, { at, done: chance.is(0.8) || lesson.questions.length < 2 });
		progress.push(rows.progress);
		answers.push(...rows.answers);
	}
	return { progress, answers };
}

/** One lesson; where it is not done, its last question is still to be answered. */
function lessonRows(learnerId: string, lesson: ListedLesson, { at, done }: { at: number; done: boolean }) {
	const { courseId, lessonId, questions } = lesson;
	const [openedAt, answeredAt] = [new Date(at - 300_000), new Date(at)];
	const answered = done ? questions : questions.slice(0, -1);
	return {
		progress: {
			...{ learnerId, lessonId, courseId, lessonHash: lesson.hash, state: done ? 'done' : 'answering' },
			...{ openedAt, openedSource: 'server', completedAt: done ? answeredAt : null, pace: done ? 'plausible' : null },
			...{ extraQuestionIds: [], lastAnsweredAt: answeredAt }
		},
		answers: answered.map(({ id, hash, right }) => ({
			...{ learnerId, lessonId, questionId: id, courseId, questionHash: hash, optionId: right },
			...{ correct: true, everCorrect: true, answeredAt, timeSource: 'server', way: 'online' },
			firstAnsweredAt: answeredAt
		}))
	};
}
