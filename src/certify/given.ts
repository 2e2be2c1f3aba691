import { findPassedAttempt } from '../assess/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { Writer } from '../platform/persistence/store.ts';
import type { Statement } from './canonical-text.ts';
import type { CertifyHouse } from './certify-house.ts';
import { courseText } from './course-text.ts';
import { findGiven, type StoredRecord } from './queries.ts';
import { noPassedAttempt } from './refusals.ts';
import type { RecordSkill } from './tables.ts';

/** What a record is given for, before it has a name, a code and a signature. */
export interface Given extends Pick<
	Statement,
	| 'kind'
	| 'courseId'
	| 'courseVersion'
	| 'courseTitle'
	| 'courseHash'
	| 'score'
	| 'total'
	| 'passPercent'
	| 'completedAt'
	| 'helped'
	| 'assurance'
> {
	readonly attemptId: string;
	readonly learnerId: string;
	readonly skills: RecordSkill[];
	/** The record she was given for it before. */
	readonly before: StoredRecord | undefined;
}

/** A course whose quiz the actor passed. Refuses with `certify.no-passed-attempt`. */
export async function givenForCourse(
	{ catalog }: Pick<CertifyHouse, 'catalog'>,
	tx: Writer,
	{ actor, attemptId }: { actor: Actor; attemptId: string }
): Promise<Given> {
	const attempt = await findPassedAttempt(tx, attemptId);
	if (!attempt || attempt.learnerId !== actor.learnerId) throw noPassedAttempt();
	const { id, finishedAt, ...rest } = attempt;
	const course = await courseText(catalog, tx, attempt);
	return {
		...rest,
		kind: 'course',
		attemptId: id,
		completedAt: finishedAt,
		courseTitle: course.title,
		skills: course.skills,
		before: await findGiven(tx, { attemptId: id, kind: 'course', courseId: attempt.courseId })
	};
}
