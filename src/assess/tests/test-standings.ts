import { Type, type Static } from 'typebox';
import type { Actor } from '../../platform/actor.ts';
import type { Lang } from '../../platform/messages/index.ts';
import type { AssessHouse } from '../assess-house.ts';
import { findAttemptsAtTests, type Attempt } from '../queries.ts';
import { isTimeOver } from './clock.ts';
import { retakeFrom } from './retake.ts';

const Text = Type.String();
const Instant = Type.String({ format: 'date-time' });
const Nullable = <T extends ReturnType<typeof Type.String> | ReturnType<typeof Type.Object>>(schema: T) =>
	Type.Union([schema, Type.Null()]);

const TestStanding = Type.Object({
	testId: Text,
	openAttemptId: Nullable(Text),
	/** From when it may be taken again; null where it may now. */
	retakeFrom: Nullable(Instant),
	last: Nullable(
		Type.Object({
			attemptId: Text,
			finishedAt: Instant,
			level: Type.Union([Text, Type.Null()]),
			passed: Type.Boolean()
		})
	)
});
export const TestStandings = Type.Object({ tests: Type.Array(TestStanding) });
type TestStanding = Static<typeof TestStanding>;
export type TestStandings = Static<typeof TestStandings>;

/** How somebody stands in each test she began; somebody who is nobody yet began none. */
export async function findTestStandings(house: AssessHouse, { learnerId, lang }: Actor): Promise<TestStanding[]> {
	if (learnerId === null) return [];
	const byTest = new Map<string, Attempt[]>();
	for (const attempt of await findAttemptsAtTests(house.store.read, learnerId))
		if (attempt.testId !== null) byTest.set(attempt.testId, [...(byTest.get(attempt.testId) ?? []), attempt]);
	return [...byTest].map(([testId, attempts]) => standing(house, { testId, attempts, lang }));
}

function standing(
	{ catalog, clock }: AssessHouse,
	{ testId, attempts, lang }: { testId: string; attempts: Attempt[]; lang: Lang }
): TestStanding {
	const now = clock.now();
	const open = attempts.find((each) => each.finishedAt === null && !isTimeOver(each, now));
	const test = catalog.test(testId);
	const from = open || !test ? null : retakeFrom(test.retake, attempts, now);
	const last = attempts.filter(({ finishedAt, voidReason }) => finishedAt && voidReason === null).at(-1);
	const levels = catalog.testView(testId, lang)?.levels ?? [];
	return {
		testId,
		openAttemptId: open?.id ?? null,
		retakeFrom: from?.toISOString() ?? null,
		last: last ? lastOf(last, levels) : null
	};
}

function lastOf({ id, finishedAt, startedAt, level, passed }: Attempt, levels: readonly { name: string }[]) {
	const attained = levels[(level ?? 0) - 1]?.name ?? null;
	return {
		attemptId: id,
		finishedAt: (finishedAt ?? startedAt).toISOString(),
		level: attained,
		passed: passed ?? false
	};
}
