import type { TakingActor } from './assess-house.ts';
import type { Attempt } from './queries.ts';

type Given = Pick<
	Attempt,
	| 'id'
	| 'courseId'
	| 'courseHash'
	| 'courseVersion'
	| 'purpose'
	| 'testId'
	| 'seed'
	| 'questions'
	| 'passPercent'
	| 'startedAt'
	| 'closesAt'
>;

/** An attempt before its first answer. */
export function newAttempt({ learnerId, card }: TakingActor, given: Given): Attempt {
	const helped = card !== null && card.helpedBy !== null;
	return {
		...given,
		learnerId,
		total: given.questions.length,
		helped,
		...{ pausedAt: null, sittingId: null, sitterName: null, paperCode: null, voidReason: null },
		assurance: helped ? 'helped' : 'alone',
		...{ finishedAt: null, score: null, passed: null, level: null, ability: null, abilityError: null }
	};
}
