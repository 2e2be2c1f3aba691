import type { AskedQuestion, FaultSheet, WrittenBody } from '../../catalog/index.ts';
import { say } from '../../platform/messages/index.ts';
import { messageHtml } from '../message.ts';
import { bare, inOrder, inWords, letter } from '../options.ts';
import { withReview } from '../with-review.ts';
import { stagesIn, type Stage } from './stages.ts';

const mostStages = 8;

interface Step {
	/** HTML. */
	readonly says: string;
	readonly message: string | null;
	/** For each of its choices, by the id of the option, the place of the step it leads to; null where it ends. */
	readonly choices: readonly { readonly id: string; readonly to: number | null }[];
}
type Key = readonly Step[];
const keyOf = ({ key }: { key?: unknown }) => key as Key; // only this type compiled it
const nameOf = (i: number) => `step-${i + 1}`;

/**
 * A story of steps: at each one thing is the right one to do, and to refuse may be that thing or not. What counts are the
 * steps somebody comes through, from the first one by what was chosen. Each is worth an equal part of them, or of those on
 * the right way where these are more: a scam that is believed and a genuine message that is refused cost the same, and
 * whoever ends the story too early gets nothing for what was left.
 */
export const scenario = withReview({
	...{ name: 'scenario', explains: false, repeats: true, hint: 'questions.hint-scenario' },
	entry: /^(==|[-*+] \[[ xX]\])(?:\s+(.*))?$/,
	almost: /^\s*(?:=+(?!=)|[-*+]?\s*\[[ xX]{0,3}\](?!\())/,
	example: '“== goi-den: chuyện xảy ra”, rồi “- [x] việc nên làm -> buoc-sau” và “- [ ] việc không nên”',
	carriage: null,
	check: checkStages,
	shape: ({ entries }) => JSON.stringify(wayOf(stagesIn(entries).stages)),
	compile({ entries }, phrases) {
		const { stages } = stagesIn(entries);
		const options = stages.flatMap(({ choices }, i) =>
			choices.map(({ says, right, explanationTokens }, j) => ({
				...{ id: `${i + 1}${letter(j)}`, text: phrases(says), correct: right },
				explanation: phrases(explanationTokens)
			}))
		);
		const key: Key = stages.map(({ says, message, choices }, i) => ({
			says: phrases(says),
			message: message.length > 0 ? messageHtml(message, phrases) : null,
			choices: choices.map(({ to }, j) => ({ id: `${i + 1}${letter(j)}`, to: placeOf(stages, to) }))
		}));
		return { options, key };
	},
	inWords(question, words) {
		const same = inWords(question, words);
		const told = keyOf(words);
		if (!same || told.length !== keyOf(question).length) return null;
		const key: Key = keyOf(question).map((step, i) => ({ ...step, ...told[i], choices: step.choices }));
		return { ...same, key };
	},
	shuffled: ({ options }) => options.map(({ id }) => id),
	fields: (question, order, lang) =>
		keyOf(question).map(({ says, message, choices }, i) => ({
			...{ ...bare, name: nameOf(i), control: 'one', exhibit: message },
			label: `${say(lang, 'questions.step')} ${i + 1}. ${says}`,
			options: inOrder(choices, order).map(({ id, to }) => ({
				...{ id, text: optionOf(question, id)?.text ?? '' },
				leadsTo: to === null ? null : nameOf(to)
			}))
		})),
	grade(question, response) {
		const walked = walk(question, (i) => response[nameOf(i)]?.[0]);
		const rightWay = walk(question, (i) => rightIn(question, i));
		const hits = walked.filter(({ right }) => right).length;
		return {
			points: hits / Math.max(walked.length, rightWay.length),
			right: Object.fromEntries(walked.map(({ step, right }) => [nameOf(step), right]))
		};
	},
	solution: (question) => Object.fromEntries(keyOf(question).map((_, i) => [nameOf(i), [rightIn(question, i) ?? '']]))
});

const optionOf = ({ options }: AskedQuestion, id: string) => options.find((option) => option.id === id);
const rightIn = (question: AskedQuestion, step: number) =>
	keyOf(question)[step]?.choices.find(({ id }) => optionOf(question, id)?.correct)?.id;
const placeOf = (stages: readonly Stage[], id: string | null) => {
	const at = stages.findIndex((stage) => stage.id === id);
	return at < 0 ? null : at;
};
const wayOf = (stages: readonly Stage[]) =>
	stages.map(({ choices }) => choices.map(({ right, to }) => [right, placeOf(stages, to)]));

/** The steps that somebody comes through who chooses so; it ends where nothing was chosen. */
function walk(question: AskedQuestion, chosenAt: (step: number) => string | undefined) {
	const walked: { step: number; right: boolean }[] = [];
	let step: number | null = 0;
	while (step !== null) {
		const id = chosenAt(step);
		const choice: Step['choices'][number] | undefined = keyOf(question)[step]?.choices.find((each) => each.id === id);
		if (!choice) break;
		walked.push({ step, right: optionOf(question, choice.id)?.correct ?? false });
		// Choices lead onwards only: the checker sees to it, and nothing else would end.
		step = choice.to !== null && choice.to > step ? choice.to : null;
	}
	return walked;
}

function checkStages({ line, entries }: WrittenBody, faults: FaultSheet): void {
	const { stages, stray } = stagesIn(entries);
	for (const entry of stray) faults.add(entry.line, 'no-step');
	if (stages.length < 1 || stages.length > mostStages) faults.add(line, 'stage-count', { count: stages.length });
	const reached = new Set(stages.flatMap(({ choices }) => choices.map(({ to }) => to)));
	stages.forEach((stage, i) => {
		if (!stage.id || !stage.says) faults.add(stage.line, 'stage-broken');
		else if (stages.findIndex(({ id }) => id === stage.id) < i) faults.add(stage.line, 'stage-same', { id: stage.id });
		else if (i > 0 && !reached.has(stage.id)) faults.add(stage.line, 'stage-unreached', { id: stage.id });
		checkChoices(stage, stages.slice(i + 1), faults);
	});
}

function checkChoices({ id, line, choices }: Stage, later: readonly Stage[], faults: FaultSheet): void {
	const right = choices.filter((choice) => choice.right).length;
	if (choices.length < 2 || choices.length > 4 || right !== 1)
		faults.add(line, 'stage-choices', { id, count: choices.length, right });
	for (const { line: at, to, explanationTokens } of choices) {
		if (to !== null && placeOf(later, to) === null) faults.add(at, 'stage-unknown', { id: to });
		if (explanationTokens.length === 0) faults.add(at, 'option-no-explanation');
	}
}
