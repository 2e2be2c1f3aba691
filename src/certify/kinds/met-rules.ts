import { scoreOf, type Assurance, type FinishedAttempt, type SkillPoints } from '../../assess/index.ts';
import { coversSkill, type RecordNeed, type RecordRule } from '../../catalog/index.ts';

/** What somebody did, as rules judge it. */
export interface Done {
	readonly finished: readonly FinishedAttempt[];
	/** By attempt; only of those that a rule about skills may ask for. */
	readonly skills: ReadonlyMap<string, readonly SkillPoints[]>;
}

/** How a rule was met. */
export interface Met {
	/** The attempt that made it whole: the last of those that it took. */
	readonly deciding: FinishedAttempt;
	/** The mark that was asked of it, in percent. */
	readonly passPercent: number;
	/** Something it took was done with help. */
	readonly helped: boolean;
	/** Of the tests it took, or where it took none of all, the least sure. */
	readonly assurance: Assurance;
}

/** How the rule was met, or null where something it needs is not done. Of several attempts that will do, the surest counts, of equals the first. */
export function meet(rule: RecordRule, done: Done): Met | null {
	const used: { need: RecordNeed; attempt: FinishedAttempt }[] = [];
	for (const need of rule.needs) {
		const attempt = surest(done.finished.filter((each) => satisfies(need, each, done)));
		if (!attempt) return null;
		used.push({ need, attempt });
	}
	const last = used.reduce((a, b) => (b.attempt.finishedAt > a.attempt.finishedAt ? b : a));
	const all = used.map(({ attempt }) => attempt);
	const tests = all.filter(({ testId }) => testId !== null);
	const helped = all.some((attempt) => attempt.helped === true);
	return {
		deciding: last.attempt,
		passPercent: last.need.percent ?? last.attempt.passPercent,
		helped,
		assurance: leastSure(tests.length > 0 ? tests : all, helped)
	};
}

/** Whether an attempt is what a need asks for. */
export function asks(need: RecordNeed, { testId, courseId }: Pick<FinishedAttempt, 'testId' | 'courseId'>): boolean {
	return need.test === undefined ? testId === null && need.course === courseId : need.test === testId;
}

function satisfies(need: RecordNeed, attempt: FinishedAttempt, { skills }: Done): boolean {
	if (!asks(need, attempt) || (attempt.level ?? 0) < (need.level ?? 0)) return false;
	if (need.skills) return masters(need, attempt, skills.get(attempt.id) ?? []);
	if (need.percent !== undefined) return attempt.total > 0 && attempt.score * 100 >= need.percent * attempt.total;
	return need.level !== undefined || attempt.passed;
}

/** Whether enough questions of the skills were asked, and enough of those were right. */
function masters(need: RecordNeed, { passPercent }: FinishedAttempt, asked: readonly SkillPoints[]): boolean {
	const points = asked.filter(({ skill }) => coversSkill(need.skills ?? [], skill)).map((each) => each.points);
	return points.length >= (need.questions ?? 1) && scoreOf(points, points.length, need.percent ?? passPercent).passed;
}

const sureness: Record<Assurance, number> = { helped: 0, alone: 1, supervised: 2, 'identity-checked': 3 };

/** Older attempts don't say. */
function assuranceOf({ assurance, helped }: FinishedAttempt): Assurance {
	return assurance ?? (helped === true ? 'helped' : 'alone');
}

function surest(attempts: readonly FinishedAttempt[]): FinishedAttempt | undefined {
	const better = (a: FinishedAttempt, b: FinishedAttempt) => sureness[assuranceOf(b)] > sureness[assuranceOf(a)];
	return attempts.reduce<FinishedAttempt | undefined>(
		(best, each) => (best && !better(best, each) ? best : each),
		undefined
	);
}

function leastSure(attempts: readonly FinishedAttempt[], helped: boolean): Assurance {
	const least = attempts.map(assuranceOf).reduce((a, b) => (sureness[b] < sureness[a] ? b : a));
	return least === 'alone' && helped ? 'helped' : least;
}
