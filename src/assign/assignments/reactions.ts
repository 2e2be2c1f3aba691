import type { Wiring } from '../../platform/facts.ts';
import type { House } from '../../platform/house.ts';
import { followPerson, mergeDuties } from './follow-people.ts';
import { reopenVoided, settleByAttempt } from './settle.ts';

/** What becomes of duties when people come, leave, pass or are found to be one. */
export function assignmentReactions(house: Pick<House, 'store' | 'clock'>): Wiring {
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
		'assess.passed': [settle],
		'assess.test-finished': [settle],
		'assess.voided': [
			{ name: 'assign.reopen', react: ({ attemptId }: Payload) => reopenVoided(house, String(attemptId)) }
		],
		'identity.device-claimed': [
			{
				name: 'assign.merge-duties',
				react: ({ fromLearnerId, intoLearnerId }: Payload) =>
					mergeDuties(house, { from: String(fromLearnerId), into: String(intoLearnerId) })
			}
		]
	};
}

type Payload = Record<string, unknown>;
