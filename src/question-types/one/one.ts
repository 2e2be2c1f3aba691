import type { QuestionType } from '../../catalog/index.ts';
import { bare, checkOptionCount, inOrder, reviewedOptions, writtenOptions } from '../options.ts';

const name = 'option';

/** One of two to four options is right. */
export const one: QuestionType = {
	...writtenOptions,
	name: 'one',
	check(body, faults) {
		const { right } = checkOptionCount(body, faults, 4);
		if (right > 1) faults.add(body.line, 'two-right-answers', { count: right });
	},
	fields: ({ options }, order) => [
		{ ...bare, name, control: 'one', options: inOrder(options, order).map(({ id, text }) => ({ id, text })) }
	],
	grade({ options }, response) {
		const right = options.some(({ id, correct }) => correct && response[name]?.[0] === id);
		return { points: right ? 1 : 0, right: { [name]: right } };
	},
	review(question, given) {
		const { right } = one.grade(question, given.response);
		return [
			{
				...bare,
				name,
				control: 'one',
				options: reviewedOptions(question, given, name),
				given: null,
				right: right[name] ?? false,
				solution: null
			}
		];
	}
};
