import { and, countDistinct, eq, inArray, isNull, lt } from 'drizzle-orm';
import type { Catalog } from '../../catalog/index.ts';
import { countAccounts, learnersOfPlace } from '../../identity/index.ts';
import { countLearnt } from '../../learn/index.ts';
import { startOfDayInVietNam } from '../../platform/clock.ts';
import { liesWithin } from '../../platform/persistence/dialect.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { completionRecords, confirmations } from '../tables.ts';
import type { Figure } from './queries.ts';

/** What a figure of ours is about, to stand beside one from elsewhere. */
type Counted = Pick<Figure, 'counted' | 'groupCode' | 'placePath' | 'day'>;

interface Asked {
	readonly path: string;
	/** The end of the day as of which it is counted. */
	readonly before: Date;
	/** Of one group: the rules by which its records are given. */
	readonly ruleIds: readonly string[] | null;
}

/**
 * Our own figures of the same kind, place and day: people with an account there, simulated ones apart. Null where we
 * count no such thing. It is counted from our own tables alone, once for each that is asked for.
 */
export function ownCounts(
	reader: Reader,
	catalog: Pick<Catalog, 'recordRules'>
): (about: Counted) => Promise<number | null> {
	const known = new Map<string, Promise<number | null>>();
	return ({ counted, groupCode, placePath: path, day }) => {
		const key = [counted, groupCode, path, day].join(' ');
		const before = dayAfter(day);
		const rules = catalog.recordRules().filter(({ kind, group }) => kind === 'group' && group === groupCode);
		const ruleIds = groupCode === '' ? null : rules.map(({ id }) => id);
		const found = known.get(key) ?? counts[counted](reader, { path, before, ruleIds });
		known.set(key, found);
		return found;
	};
}

/** Where everything of a day has happened. */
function dayAfter(day: string): Date {
	const begins = startOfDayInVietNam(day);
	if (!begins) throw new Error('a figure is as of a day that there is');
	return new Date(begins.getTime() + 24 * 3_600_000);
}

const counts: Record<Figure['counted'], (reader: Reader, asked: Asked) => Promise<number | null>> = {
	registered: async (reader, { path, before, ruleIds }) =>
		ruleIds === null ? countAccounts(reader, { path, before }) : null,
	learnt: async (reader, { path, before, ruleIds }) =>
		ruleIds === null ? countLearnt(reader, { learners: learnersOfPlace(reader, path), before }) : null,
	completed: countCompleted,
	confirmed: countConfirmed
};

/** Who holds a record of a course or, of one group, by a rule of that group. */
async function countCompleted(reader: Reader, { path, before, ruleIds }: Asked): Promise<number> {
	const { learnerId, kind, courseId, issuedAt, withdrawnAt, simulated } = completionRecords;
	const [found] = await reader
		.select({ people: countDistinct(learnerId) })
		.from(completionRecords)
		.where(
			and(
				ruleIds === null ? eq(kind, 'course') : and(eq(kind, 'group'), inArray(courseId, [...ruleIds])),
				lt(issuedAt, before),
				isNull(withdrawnAt),
				eq(simulated, false),
				inArray(learnerId, learnersOfPlace(reader, path))
			)
		);
	return found?.people ?? 0;
}

/** Whose record the national register has confirmed to us; a stand-in's word is not counted. */
async function countConfirmed(reader: Reader, { path, before, ruleIds }: Asked): Promise<number> {
	const { line, state, settledAt, simulated, placePath, recordCode } = confirmations;
	const ofRules =
		ruleIds === null
			? undefined
			: inArray(
					recordCode,
					reader
						.select({ code: completionRecords.code })
						.from(completionRecords)
						.where(inArray(completionRecords.courseId, [...ruleIds]))
				);
	const [found] = await reader
		.select({ people: countDistinct(line) })
		.from(confirmations)
		.where(
			and(eq(state, 'confirmed'), lt(settledAt, before), eq(simulated, false), liesWithin(placePath, [path]), ofRules)
		);
	return found?.people ?? 0;
}
