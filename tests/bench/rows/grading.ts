import { grade } from '../../../src/assess/grading.ts';
import { provideQuestionTypes, questionType } from '../../../src/catalog/question-type.ts';
import { questionTypes } from '../../../src/question-types/index.ts';
import { compiled, examples } from '../../support/kinds.ts';
import { both, type Row } from '../row.ts';

const answers = 20_000;

/** One answer of each kind graded, whether it fits the question included, without a database; the slowest kind counts. */
export const gradingRow: Row = {
	id: 'grading',
	title: 'grading one answer, slowest kind',
	figures: [{ name: 'cpu', unit: 'µs', better: 'less', digits: 1, limit: both(50) }],
	times: 3,
	prepare: async () => void measure(),
	async measure() {
		const each = measure();
		return { figures: { cpu: Math.max(...Object.values(each)) }, beside: each };
	}
};

function measure(): Record<string, number> {
	provideQuestionTypes(questionTypes);
	const asked = compiled([...examples().values()].join('\n'));
	return Object.fromEntries(
		[...asked.values()].map((question) => {
			const type = questionType(question.type);
			const response = type.solution(question);
			const began = process.cpuUsage();
			for (let time = 0; time < answers; time++) grade(question, response);
			const { user, system } = process.cpuUsage(began);
			return [type.name, (user + system) / answers];
		})
	);
}
