import { questionType, type Question } from '../catalog/index.ts';
import type { Actor } from '../platform/actor.ts';
import { say, type Lang } from '../platform/messages/index.ts';
import type { Reader } from '../platform/persistence/store.ts';
import type { AssessHouse } from './assess-house.ts';
import { findAttempt, type Attempt } from './queries.ts';
import { noSuchAttempt } from './refusals.ts';
import type { AttemptView } from './schemas.ts';
import type { DrawnQuestion } from './tables.ts';

/** The actor's own attempt; somebody else's is refused like one that does not exist. */
export async function getOwnAttempt(reader: Reader, actor: Pick<Actor, 'learnerId'>, id: string): Promise<Attempt> {
	const attempt = await findAttempt(reader, id);
	if (!attempt || attempt.learnerId !== actor.learnerId) throw noSuchAttempt();
	return attempt;
}

/** A question as it was drawn, whatever has become of it since, with its key. */
export async function getDrawn(
	{ catalog }: Pick<AssessHouse, 'catalog'>,
	reader: Reader,
	{ drawn, lang }: { drawn: DrawnQuestion; lang: Lang }
): Promise<Question> {
	const question = await catalog.findQuestion(reader, drawn.hash, lang);
	if (!question) throw new Error(`a version that an attempt refers to is gone: ${drawn.hash}`);
	return question;
}

/** What an attempt is at; the id stands for the title where the course or test has left the catalogue. */
export function aboutAttempt(
	{ catalog }: Pick<AssessHouse, 'catalog'>,
	{ courseId, testId, purpose }: Attempt,
	lang: Lang
): Pick<AttemptView, 'purpose' | 'courseId' | 'testId' | 'courseTitle' | 'home'> {
	if (testId === null) {
		const courseTitle = catalog.course(courseId, lang)?.title ?? courseId;
		return { purpose, courseId, testId, courseTitle, home: `/khoa-hoc/${courseId}` };
	}
	const courseTitle = catalog.testView(testId, lang)?.title ?? testId;
	return { purpose, courseId: null, testId, courseTitle, home: `/danh-gia/${testId}` };
}

/** What a question asks, whether before or after the end. */
export function asked({ id, type: name, stem }: Question, lang: Lang) {
	const { hint, ...type } = questionType(name);
	return { id, type: type.name, stem, hint: hint === undefined ? null : say(lang, hint) };
}
