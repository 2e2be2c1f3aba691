import type { Lang } from '../../platform/messages/index.ts';
import { say } from '../../platform/messages/index.ts';
import type { AssessHouse } from '../assess-house.ts';
import { findAttemptsAtTests, type Answer, type Attempt } from '../queries.ts';
import type { Findings } from '../schemas.ts';
import type { DrawnQuestion } from '../tables.ts';
import { countingOf, estimateOf, gainBetween, keptMeasure, measureOf } from './measure.ts';
import { retakeFrom } from './retake.ts';

/** Fewer answers say too little about a group of skills to print a number. */
const leastAsked = 3;
/** So many lessons are suggested, so that somebody begins rather than reads a list. */
const mostSuggestions = 3;

interface Finished {
	readonly attempt: Attempt;
	readonly answers: readonly Answer[];
	readonly lang: Lang;
}

/** What a test found out; null for a quiz. */
export async function findingsOf(house: AssessHouse, finished: Finished): Promise<Findings | null> {
	const { attempt, lang } = finished;
	const { catalog, store, clock } = house;
	if (attempt.testId === null) return null;
	const test = catalog.test(attempt.testId);
	const levels = catalog.testView(attempt.testId, lang)?.levels ?? [];
	const mine = (await findAttemptsAtTests(store.read, attempt.learnerId)).filter(
		({ finishedAt }) => finishedAt !== null
	);
	const here = mine.filter(({ testId }) => testId === attempt.testId);
	return {
		level: levels[(attempt.level ?? 0) - 1] ?? null,
		levels,
		assurance: assuranceOf(attempt),
		// Handed in empty, nothing was measured: what it counts as is no statement about her.
		...(finished.answers.length === 0
			? { whole: null, gain: null, profile: [] }
			: {
					whole: keptMeasure(attempt),
					gain: gainSince(attempt, mine),
					profile: await profileOf(house, finished)
				}),
		suggestions: await suggestionsFor(house, finished),
		retakeFrom: test ? instantOf(retakeFrom(test.retake, here, clock.now())) : null,
		voidReason: attempt.voidReason
	};
}

function assuranceOf({ helped, assurance, paperCode }: Attempt): string {
	if (paperCode !== null) return `paper-${assurance ?? 'supervised'}`;
	return helped ? 'helped' : (assurance ?? 'alone');
}
const instantOf = (date: Date | null) => date?.toISOString() ?? null;

/** Since her first test on this scale; both ends are measured, so the difference has an error. */
function gainSince(attempt: Attempt, mine: readonly Attempt[]): Findings['gain'] {
	const first = mine.find((each) => each.ability !== null && each.voidReason === null);
	if (!first || first.id === attempt.id || first.startedAt >= attempt.startedAt) return null;
	const gain = gainBetween(first, attempt);
	return gain && { ...gain, since: first.startedAt.toISOString() };
}

async function profileOf({ catalog }: AssessHouse, { attempt, answers, lang }: Finished): Promise<Findings['profile']> {
	const groups = new Map<string, { name: string; questions: DrawnQuestion[] }>();
	for (const drawn of countingOf(attempt, answers)) {
		const question = catalog.questionByHash(drawn.hash, 'vi');
		const group = question && catalog.skillGroup(question.skill, lang);
		if (!group) continue;
		const { questions } = groups.get(group.code) ?? { questions: [] };
		groups.set(group.code, { name: group.name, questions: [...questions, drawn] });
	}
	return [...groups]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.flatMap(([code, { name, questions }]) => {
			const estimate =
				questions.length < leastAsked ? null : estimateOf({ purpose: attempt.purpose, questions }, answers);
			return estimate ? [{ code, name, asked: questions.length, ...measureOf(estimate) }] : [];
		});
}

/** The lessons of what went wrong, most first: where to begin, and why. She may choose otherwise. */
async function suggestionsFor(
	{ catalog }: AssessHouse,
	{ attempt, answers, lang }: Finished
): Promise<Findings['suggestions']> {
	const right = new Set(answers.filter(({ correct }) => correct).map(({ questionId }) => questionId));
	const lessons = new Map<string, { title: string; asked: number; wrong: number }>();
	for (const { hash, questionId } of attempt.questions) {
		const question = catalog.questionByHash(hash, 'vi');
		const lesson = question?.lessonId ? catalog.lesson(question.courseId, question.lessonId, lang) : null;
		if (!question || !lesson) continue;
		const href = `/khoa-hoc/${question.courseId}/${lesson.id}`;
		const { asked, wrong } = lessons.get(href) ?? { asked: 0, wrong: 0 };
		const missed = right.has(questionId) ? 0 : 1;
		lessons.set(href, { title: lesson.title, asked: asked + 1, wrong: wrong + missed });
	}
	return [...lessons]
		.filter(([, { wrong }]) => wrong > 0)
		.sort(([, a], [, b]) => b.wrong - a.wrong)
		.slice(0, mostSuggestions)
		.map(([href, { title, asked, wrong }]) => ({
			href,
			title,
			reason: say(lang, 'assess.suggested-because', { wrong, asked })
		}));
}
