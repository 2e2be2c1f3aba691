import type { Wiring } from '../../platform/facts.ts';
import type { AssignHouse } from '../assign-house.ts';
import { followPerson, mergeDuties, settleAll } from './follow-people.ts';
import { reopenVoided, settleByAttempt, settleByLessons } from './settle.ts';

type Means = Pick<AssignHouse, 'store' | 'clock' | 'catalog' | 'facts'>;

/** What becomes of duties when people come, leave, learn, pass or are found to be one. */
export function assignmentReactions(house: Means): Wiring {
	const follow = {
		name: 'assign.follow-person',
		react: ({ learnerId }: Payload) => followPerson(house, String(learnerId))
	};
	const settle = {
		name: 'assign.settle',
		react: ({ attemptId }: Payload) => settleByAttempt(house, String(attemptId))
	};
	return {
		'assign.joined': [follow],
		'assign.left': [follow],
		'assign.position-known': [follow],
		'assess.passed': [settle],
		'assess.test-finished': [settle],
		'learn.course-learnt': [
			{
				name: 'assign.settle-learnt',
				react: ({ learnerId, courseId }: Payload) =>
					settleByLessons(house, { learnerId: String(learnerId), subject: String(courseId) })
			}
		],
		'assess.voided': [
			{ name: 'assign.reopen', react: ({ attemptId }: Payload) => reopenVoided(house, String(attemptId)) }
		],
		'identity.device-claimed': [
			{
				name: 'assign.merge-duties',
				react: ({ fromLearnerId, intoLearnerId }: Payload) =>
					mergeDuties(house, { from: String(fromLearnerId), into: String(intoLearnerId) })
			}
		],
		'assign.duties-merged': [
			{ name: 'assign.settle-all', react: ({ learnerId }: Payload) => settleAll(house, String(learnerId)) }
		]
	};
}

type Payload = Record<string, unknown>;
