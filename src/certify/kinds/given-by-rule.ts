import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { RecordRule } from '../../catalog/index.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import type { CertifyHouse } from '../certify-house.ts';
import type { Given } from '../given.ts';
import { findHeldByRule } from '../queries.ts';
import { ruleNotMet } from '../refusals.ts';
import { findMet } from './find-met.ts';

/** What a rule gives to an actor who met it. Refuses with `certify.rule-not-met`, also for a rule that there isn't. */
export async function givenByRule(
	house: CertifyHouse,
	tx: Writer,
	{ actor, rule: id }: { actor: Actor; rule: string }
): Promise<Given> {
	const { learnerId } = actor;
	if (learnerId === null) throw ruleNotMet();
	const met = (await findMet(house, tx, learnerId)).find(({ rule }) => rule.id === id);
	if (!met) throw ruleNotMet();
	const { rule, deciding, passPercent, helped, assurance } = met;
	return {
		...{ learnerId, passPercent, helped, assurance },
		kind: rule.kind,
		attemptId: deciding.id,
		courseId: rule.id,
		courseVersion: rule.version,
		courseHash: hashOf(rule),
		courseTitle: rule.title_vi,
		skills: rule.skills.map((ref) => ({ code: ref, name: house.catalog.skill(ref, 'vi')?.name ?? ref })),
		score: deciding.score,
		total: deciding.total,
		completedAt: deciding.finishedAt,
		before: await findHeldByRule(tx, learnerId, rule.id)
	};
}

/** Which wording of a rule it was: SHA-256 over its RFC 8785 form, hexadecimal. */
function hashOf(rule: RecordRule): string {
	return createHash('sha256')
		.update(canonicalize(rule) ?? '')
		.digest('hex');
}
