import { findFinished, findSkillPoints, type SkillPoints } from '../../assess/index.ts';
import type { Catalog, RecordRule } from '../../catalog/index.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { House } from '../../platform/house.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { findWithdrawnByRule } from '../queries.ts';
import { asks, meet, type Met } from './met-rules.ts';

/** A rule that somebody met. */
export interface MetRule extends Met {
	readonly rule: RecordRule;
}

type Judging = Pick<House, 'clock'> & { readonly catalog: Catalog };

/** The rules that are in force. */
export function rulesInForce({ catalog, clock }: Judging): RecordRule[] {
	const today = dayInVietNam(clock.now());
	return catalog.recordRules().filter(({ since }) => since <= today);
}

/** The rules in force that a learner met, in their order. An attempt for which the record was withdrawn decides nothing again. */
export async function findMet(house: Judging, reader: Reader, learnerId: string): Promise<MetRule[]> {
	const rules = rulesInForce(house);
	if (rules.length === 0) return [];
	const finished = await findFinished(reader, learnerId);
	const bySkill = rules.flatMap(({ needs }) => needs).filter((need) => need.skills);
	const skills = new Map<string, readonly SkillPoints[]>();
	for (const attempt of finished)
		if (bySkill.some((need) => asks(need, attempt)))
			skills.set(attempt.id, await findSkillPoints(reader, house.catalog, attempt.id));
	const withdrawn = await findWithdrawnByRule(reader, learnerId);
	return rules.flatMap((rule) => {
		const spent = new Set(withdrawn.flatMap(({ courseId, attemptId }) => (courseId === rule.id ? [attemptId] : [])));
		const met = meet(rule, { finished: finished.filter(({ id }) => !spent.has(id)), skills });
		return met ? [{ rule, ...met }] : [];
	});
}
