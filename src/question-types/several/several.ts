import {
	bare,
	checkOptionCount,
	choicesIn,
	hitsAndFalseAlarms,
	linesOf,
	rightOnes,
	shown,
	writtenOptions
} from '../options.ts';
import { withReview } from '../with-review.ts';

const name = 'options';

/** Several of up to six options are right; what they are worth `hitsAndFalseAlarms` says. */
export const several = withReview({
	...writtenOptions,
	name: 'several',
	hint: 'questions.hint-several',
	carriage: {
		carry: ({ stem, entries }) => ({ stem, body: { shape: 'choice', many: true, choices: choicesIn(entries) } }),
		write({ stem, body }) {
			const fits = body.shape === 'choice' && body.many && body.choices.filter(({ right }) => right).length > 1;
			return fits ? { stem, lines: linesOf(body.choices) } : null;
		}
	},
	check(body, faults) {
		const { right, wrong } = checkOptionCount(body, faults, 6);
		if (right === 1) faults.add(body.line, 'one-right-answer');
		if (wrong === 0) faults.add(body.line, 'no-wrong-answer');
	},
	fields: ({ options }, order) => [{ ...bare, name, control: 'many', options: shown(options, order) }],
	grade({ options }, response) {
		const points = hitsAndFalseAlarms(options, response[name]);
		return { points, right: { [name]: points === 1 } };
	},
	solution: ({ options }) => ({ [name]: rightOnes(options) })
});
