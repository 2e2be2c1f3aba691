import type { QuestionType } from '../../catalog/index.ts';
import { say } from '../../platform/messages/index.ts';
import { bare, checkOptionCount, inOrder, reviewedOptions, writtenOptions } from '../options.ts';

const name = 'options';

/**
 * Several of up to six options are right. Each right one that was chosen is worth an equal part, each wrong one that was
 * chosen takes such a part away, and nothing goes below none: so choosing all of them is worth what guessing is.
 */
export const several: QuestionType = {
	...writtenOptions,
	name: 'several',
	check(body, faults) {
		const { right, wrong } = checkOptionCount(body, faults, 6);
		if (right === 1) faults.add(body.line, 'one-right-answer');
		if (wrong === 0) faults.add(body.line, 'no-wrong-answer');
	},
	fields: ({ options }, order, lang) => [
		{
			...bare,
			name,
			control: 'many',
			label: say(lang, 'questions.choose-several'),
			options: inOrder(options, order).map(({ id, text }) => ({ id, text }))
		}
	],
	grade({ options }, response) {
		const chosen = options.filter(({ id }) => response[name]?.includes(id));
		const right = options.filter(({ correct }) => correct).length;
		const hits = chosen.filter(({ correct }) => correct).length;
		const points = Math.max(0, (2 * hits - chosen.length) / right);
		return { points, right: { [name]: points === 1 } };
	},
	review(question, given) {
		const { right } = several.grade(question, given.response);
		return [
			{
				...bare,
				name,
				control: 'many',
				label: say(given.lang, 'questions.choose-several'),
				options: reviewedOptions(question, given, name),
				given: null,
				right: right[name] ?? false,
				solution: null
			}
		];
	}
};
