import { joinAttempts, partAttempts } from '../../assess/index.ts';
import { giveResults, giveResultsBack, moveRecordsOf, moveToLearner } from '../../certify/index.ts';
import { joinLearning, partLearning } from '../../learn/index.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import type { CommunityHouse } from '../community-house.ts';
import type { Claim } from '../merge-attendance.ts';
import type { JoinedLearners } from './joined-rows.ts';
import { joinHome, partHome } from './part-home.ts';
import { joinLines, partLines } from './part-lines.ts';

/** Gives one learner all that another has learnt, in every room, and returns what it takes to part them again; rooms above learn of it by a fact. */
export async function joinLearners(
	tx: Writer,
	{ catalog, facts }: CommunityHouse,
	claim: Claim
): Promise<JoinedLearners> {
	const joined = {
		learning: await joinLearning(tx, catalog, claim),
		attempts: await joinAttempts(tx, claim),
		lines: await joinLines(tx, claim),
		home: await joinHome(tx, claim),
		results: await giveResults(tx, { from: claim.fromLearnerId, into: claim.intoLearnerId })
	};
	await moveToLearner(tx, { from: claim.fromLearnerId, into: claim.intoLearnerId });
	await facts.record(tx, 'community.learners-joined', { ...claim });
	return joined;
}

/** Both are as they were before; what was learnt since stays with the one who was kept. */
export async function partLearners(tx: Writer, claim: Claim, joined: JoinedLearners): Promise<void> {
	await partLearning(tx, claim, joined.learning);
	const attemptIds = await partAttempts(tx, claim, joined.attempts);
	await moveRecordsOf(tx, attemptIds, claim.fromLearnerId);
	await giveResultsBack(tx, joined.results ?? [], claim.fromLearnerId);
	await partLines(tx, claim, joined.lines);
	await partHome(tx, claim, joined.home);
}
