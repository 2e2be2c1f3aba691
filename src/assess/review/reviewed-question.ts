import type { Catalog, Question } from '../../catalog/index.ts';
import type { Lang } from '../../platform/messages/index.ts';

/**
 * The newest version of a question that may be asked in review: one of a lesson or of a course's quiz. Null for those of
 * the exam bank, whose answers stay unknown, and for what was retired: its card is passed over without a word.
 */
export function reviewedQuestion(catalog: Catalog, id: string, lang: Lang): Question | null {
	const question = catalog.question(id, lang);
	return question && question.purpose !== 'exam' ? question : null;
}
