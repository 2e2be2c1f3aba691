import { desc, inArray } from 'drizzle-orm';
import { mostEntries, type Declaration, type PersonalData } from '../platform/own-data.ts';
import { forgetLearner } from './queries.ts';
import { checkAnswers, lessonProgress } from './tables.ts';

const lessons: PersonalData = {
	...{ id: 'lessons', tables: ['lesson_progress'], basis: 'service', seenBy: ['nobody'], keptFor: 'until-deleted' },
	stays: false,
	async read(reader, { learnerIds }) {
		const { courseId: course, lessonId: lesson, state, openedAt, completedAt } = lessonProgress;
		const { declaredWay, lastAnsweredAt } = lessonProgress;
		return reader
			.select({ course, lesson, state, openedAt, completedAt, declaredWay, lastAnsweredAt })
			.from(lessonProgress)
			.where(inArray(lessonProgress.learnerId, [...learnerIds]))
			.orderBy(desc(lessonProgress.lastAnsweredAt))
			.limit(mostEntries);
	},
	async erase(tx, { learnerIds }) {
		for (const learnerId of learnerIds) await forgetLearner(tx, learnerId);
	}
};

const lessonAnswers: PersonalData = {
	...{ id: 'lesson-answers', tables: ['check_answers'], basis: 'service', seenBy: ['nobody'] },
	...{ keptFor: 'until-deleted', stays: false },
	async read(reader, { learnerIds }) {
		const { courseId: course, lessonId: lesson, questionId: question, optionId: chosen } = checkAnswers;
		const { correct, answeredAt, way } = checkAnswers;
		return reader
			.select({ course, lesson, question, chosen, correct, answeredAt, way })
			.from(checkAnswers)
			.where(inArray(checkAnswers.learnerId, [...learnerIds]))
			.orderBy(desc(checkAnswers.answeredAt))
			.limit(mostEntries);
	},
	// They go with their lessons.
	erase: async () => {}
};

/** What this room keeps of people. */
export const ownData: Declaration = { personal: [lessons, lessonAnswers], impersonal: {} };
