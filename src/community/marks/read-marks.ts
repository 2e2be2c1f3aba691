import { listAccountNames } from '../../identity/index.ts';
import { listPlacesByIds } from '../../places/index.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Lang } from '../../platform/messages/index.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import type { CommunityHouse } from '../community-house.ts';
import { findClass } from '../queries.ts';
import { noSuchClass } from '../refusals.ts';
import { taught } from '../views.ts';
import { countMarksOfLearner, listMarks, type MarkRow } from './queries.ts';
import { noSuchQuestion } from './refusals.ts';
import type { ClassMarks, LearntInClass, ShownAnswer } from './schemas.ts';

/** What was marked in a session, lesson by lesson, every helper's word beside the others'. */
export async function readMarks(house: CommunityHouse, actor: Actor, id: string): Promise<ClassMarks> {
	const { read } = house.store;
	if (!(await findClass(read, actor, id))) throw noSuchClass();
	const rows = await listMarks(read, id);
	const names = await listAccountNames(read, [...new Set(rows.map(({ taker }) => taker))]);
	const lessons = new Map<string, MarkRow[]>();
	for (const row of rows) lessons.set(row.lessonId, [...(lessons.get(row.lessonId) ?? []), row]);
	return {
		lessons: [...lessons.values()].flatMap((marks) =>
			marks.slice(0, 1).map(({ courseId, lessonId }) => ({
				...namesOf(house, { courseId, lessonId }, actor.lang),
				questions: questionsOf(house, { lessonId, marks }, actor.lang),
				marks: marks.map(({ attendanceId, questionId, mark, taker }) => {
					return { attendanceId, questionId, mark, by: names.get(taker) ?? null, mine: taker === actor.accountId };
				})
			}))
		)
	};
}

function questionsOf(
	{ catalog }: CommunityHouse,
	{ lessonId, marks }: { lessonId: string; marks: MarkRow[] },
	lang: Lang
) {
	const asked = catalog.checkQuestions(lessonId, lang).map(({ id, stem }) => ({ id, stem }));
	const known = new Set(asked.map(({ id }) => id));
	const others = new Set(marks.map(({ questionId }) => questionId).filter((id) => !known.has(id)));
	return [...asked, ...[...others].map((id) => ({ id, stem: catalog.checkQuestion(id, lang)?.stem ?? id }))];
}

function namesOf(house: CommunityHouse, ids: { courseId: string; lessonId: string }, lang: Lang) {
	const { course, lesson } = taught(house, ids, lang);
	return {
		course: course ?? { id: ids.courseId, name: ids.courseId },
		lesson: lesson ?? { id: ids.lessonId, name: ids.lessonId }
	};
}

/** Which answer of a check question is right, and why: for showing it to the class once all have answered. */
export async function showAnswer(
	house: CommunityHouse,
	actor: Actor,
	{ id, questionId }: { id: string; questionId: string }
): Promise<ShownAnswer> {
	if (!(await findClass(house.store.read, actor, id))) throw noSuchClass();
	const right = house.catalog.checkQuestion(questionId, actor.lang)?.options.find(({ correct }) => correct);
	if (!right) throw noSuchQuestion();
	return { optionId: right.id, explanation: right.explanation };
}

/** What helpers marked of a learner in class, the newest session first. */
export async function readLearntInClass(
	house: CommunityHouse,
	reader: Reader,
	{ learnerId, lang }: { learnerId: string; lang: Lang }
): Promise<LearntInClass> {
	const rows = await countMarksOfLearner(reader, learnerId);
	const found = await listPlacesByIds(reader, [...new Set(rows.map(({ placeId }) => placeId))]);
	const places = new Map(found.map(({ id, name }) => [id, name]));
	const lessons = new Map<string, LearntInClass['lessons'][number]>();
	for (const { id, startsAt, placeId, courseId, lessonId, mark, times } of rows) {
		const key = `${id} ${lessonId}`;
		const known = lessons.get(key) ?? {
			startsAt: startsAt.toISOString(),
			place: { id: placeId, name: places.get(placeId) ?? '' },
			...namesOf(house, { courseId, lessonId }, lang),
			marks: { alone: 0, reminded: 0, notYet: 0 }
		};
		known.marks[mark === 'not-yet' ? 'notYet' : mark] = times;
		lessons.set(key, known);
	}
	return { lessons: [...lessons.values()] };
}
