import type { Level, Test } from '../../catalog/index.ts';
import { countsOf } from '../scale/blueprint.ts';
import { posteriorOf } from '../scale/estimate.ts';
import { begin, nextItem } from '../scale/session.ts';
import type { DrawnQuestion } from '../tables.ts';
import type { BankQuestion, TestBank } from './bank.ts';
import { drawTest } from './draw-test.ts';

/** A test under way, as far as what comes next depends on it. */
export interface Underway {
	readonly seed: string;
	/** What was drawn so far, in its order. */
	readonly questions: readonly DrawnQuestion[];
	/** Whether each answered question was answered rightly, by its id. */
	readonly verdicts: ReadonlyMap<string, boolean>;
	/** When each question was seen in earlier attempts, the higher the later. */
	readonly lastSeen: ReadonlyMap<string, number>;
}

/**
 * The questions that come next: all of a form at once, a stage when the one before is answered, one at a time where the
 * test follows the learner. None where nothing comes yet, or any more. The same attempt gives the same questions.
 */
export function upcoming(bank: TestBank, underway: Underway): BankQuestion[] {
	const { questions, verdicts } = underway;
	if (questions.some(({ questionId }) => !verdicts.has(questionId))) return [];
	return ways[bank.test.way](bank, underway);
}

const ways = { form: wholeForm, stages: nextStage, adaptive: nextByAbility };

function wholeForm(bank: TestBank, { seed, questions, lastSeen }: Underway): BankQuestion[] {
	return questions.length > 0 ? [] : drawForm(bank, { seed, asked: bank.test.questions, lastSeen });
}

/** Whether questions were chosen by what was answered at this one. */
export function isFollowedUp(
	test: Pick<Test, 'way' | 'questions'>,
	questions: readonly DrawnQuestion[],
	questionId: string
): boolean {
	const at = questions.findIndex((each) => each.questionId === questionId);
	if (test.way === 'adaptive') return at < questions.length - 1;
	return test.way === 'stages' && at < firstStage(test) && questions.length > firstStage(test);
}

const firstStage = ({ questions }: Pick<Test, 'questions'>) => Math.ceil(questions / 2);

const levels: readonly Level[] = ['easy', 'medium', 'hard'];

/** The first stage is half of the questions; who is right at two thirds of them then gets harder ones, at one third easier. */
function nextStage(bank: TestBank, { seed, questions, verdicts, lastSeen }: Underway): BankQuestion[] {
	const first = firstStage(bank.test);
	if (questions.length === 0) return drawForm(bank, { seed, asked: first, lastSeen });
	if (questions.length > first) return [];
	const right = [...verdicts.values()].filter(Boolean).length / questions.length;
	const wanted = right >= 2 / 3 ? 2 : right <= 1 / 3 ? 0 : 1;
	const asked = new Set(questions.map(({ questionId }) => questionId));
	const late = questions.length * bank.questions.length;
	const later = new Map(
		bank.questions.map(({ id, level }) => [
			id,
			(lastSeen.get(id) ?? 0) + Math.abs(levels.indexOf(level) - wanted) * late
		])
	);
	const left = bank.questions.filter(({ id }) => !asked.has(id));
	const whole = countsOf(bank.shares, bank.test.questions);
	for (const { item } of questions) {
		const share = String(item?.share);
		whole.set(share, (whole.get(share) ?? 0) - 1);
	}
	return drawTest({ bank: left, counts: byNumber(whole), lastSeen: later, seed: `${seed} 2` });
}

/** A form of so many questions under the blueprint of a test. */
export function drawForm(
	bank: TestBank,
	{ seed, asked, lastSeen }: { seed: string; asked: number; lastSeen: Underway['lastSeen'] }
): BankQuestion[] {
	return drawTest({ bank: bank.questions, counts: byNumber(countsOf(bank.shares, asked)), lastSeen, seed });
}

const byNumber = (counts: ReadonlyMap<string, number>) =>
	new Map([...counts].map(([share, count]) => [Number(share), count]));

/** One more question, chosen by what the answers so far say; what was seen in earlier attempts comes last. */
function nextByAbility({ ready, byId }: TestBank, { seed, questions, verdicts, lastSeen }: Underway): BankQuestion[] {
	const frozen = questions.flatMap(({ questionId, item }) =>
		item ? [{ id: questionId, skill: String(item.share), a: item.a, b: item.b, c: item.c }] : []
	);
	const start = begin(ready, seed);
	const session = {
		...start,
		open: new Set([...start.open].filter(({ id }) => !lastSeen.has(id))),
		asked: frozen.map((item) => byId.get(item.id)?.item ?? item),
		weights: posteriorOf(
			ready.grid,
			frozen.map((item) => ({ item, right: verdicts.get(item.id) ?? false }))
		)
	};
	const next = nextItem(session);
	const question = next ? byId.get(next.id) : undefined;
	return question ? [question] : [];
}
