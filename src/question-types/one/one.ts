import { bare, checkOptionCount, choicesIn, linesOf, rightOnes, shown, writtenOptions } from '../options.ts';
import { withReview } from '../with-review.ts';

const name = 'option';

/** One of two to four options is right. */
export const one = withReview({
	...writtenOptions,
	name: 'one',
	carriage: {
		carry: ({ stem, entries }) => ({ stem, body: { shape: 'choice', many: false, choices: choicesIn(entries) } }),
		write({ stem, body }) {
			const fits = body.shape === 'choice' && body.choices.filter(({ right }) => right).length === 1;
			return fits ? { stem, lines: linesOf(body.choices) } : null;
		}
	},
	check(body, faults) {
		const { right } = checkOptionCount(body, faults, 4);
		if (right > 1) faults.add(body.line, 'two-right-answers', { count: right });
	},
	fields: ({ options }, order) => [{ ...bare, name, control: 'one', options: shown(options, order) }],
	grade({ options }, response) {
		const right = options.some(({ id, correct }) => correct && response[name]?.[0] === id);
		return { points: right ? 1 : 0, right: { [name]: right } };
	},
	solution: ({ options }) => ({ [name]: rightOnes(options) })
});
