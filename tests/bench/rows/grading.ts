import { grade } from '../../../src/assess/grading.ts';
import type { Question } from '../../../src/catalog/index.ts';
import type { CompiledQuestion } from '../../../src/catalog/items.ts';
import { provideQuestionTypes, questionType } from '../../../src/catalog/question-type.ts';
import { readContent } from '../../../src/catalog/source/read-content.ts';
import { readFolder } from '../../../src/catalog/source/read-folder.ts';
import { questionTypes } from '../../../src/question-types/index.ts';
import { fillIn } from '../../support/fill-in.ts';
import { both, NotThere, type Row } from '../row.ts';

const answers = 20_000;

/** One question of each kind that the lessons of this repository have. */
let asked: readonly Question[] = [];

/** One answer of each kind graded, whether it fits the question included, without a database; the slowest kind counts. */
export const gradingRow: Row = {
	id: 'grading',
	title: 'grading one answer, slowest kind',
	figures: [{ name: 'cpu', unit: 'µs', better: 'less', digits: 1, limit: both(50) }],
	times: 3,
	async prepare() {
		provideQuestionTypes(questionTypes);
		const { files } = readContent(await readFolder('content', null));
		const items = files.flatMap((file) => file.items).filter(({ kind, lang }) => kind === 'question' && lang === 'vi');
		const questions = items.map(({ id, hash, compiled }) => {
			const question = compiled as CompiledQuestion; // its kind was looked at
			return { ...question, id, hash, lang: 'vi' as const, translated: true };
		});
		asked = [...new Map(questions.map((question) => [questionType(question.type).name, question])).values()];
		if (asked.length < questionTypes.length) throw new NotThere('the lessons lack a kind of question');
		cpuOfEach();
	},
	async measure() {
		const each = cpuOfEach();
		return { figures: { cpu: Math.max(...Object.values(each)) }, beside: each };
	}
};

function cpuOfEach(): Record<string, number> {
	return Object.fromEntries(
		asked.map((question) => {
			const type = questionType(question.type);
			const right = type.solution(question);
			const wrong = fillIn(type.fields(question, [], 'vi'), 0);
			const began = process.cpuUsage();
			for (let time = 0; time < answers; time++) grade(question, time % 2 === 0 ? right : wrong);
			const { user, system } = process.cpuUsage(began);
			return [type.name, (user + system) / answers];
		})
	);
}
