import { questionType, type Response } from '../../catalog/index.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import type { AssessHouse } from '../assess-house.ts';
import { getDrawn } from '../attempt-questions.ts';
import { grade, isFilledIn, keptAs } from '../grading.ts';
import type { Answer } from '../queries.ts';
import { wrongFields } from '../sittings/refusals.ts';
import type { DrawnQuestion } from '../tables.ts';
import { readWritten } from './on-paper.ts';
import type { NewSheet } from './schemas.ts';

type Graded = Omit<Answer, 'attemptId' | 'answeredAt'>;
type Fault = { field: string; code: string };

/** The name of a field in a form where sheets are typed in. */
const formName = (number: number, field: string) => `q${number}.${field}`;

/**
 * What a sheet says, graded; a question where nothing was written is left out. Refuses a mark that its question does not
 * have, all of them at once.
 */
export async function readTyped(
	house: AssessHouse,
	reader: Reader,
	{ questions, answers }: { questions: readonly DrawnQuestion[]; answers: NewSheet['answers'] }
): Promise<Graded[]> {
	const faults: Fault[] = answers
		.filter(({ number }) => number > questions.length)
		.map(({ number, field }) => ({ field: formName(number, field), code: 'papers.mark-unknown' }));
	const graded: Graded[] = [];
	for (const [i, drawn] of questions.entries()) {
		const own = answers.filter(({ number }) => number === i + 1);
		const read = await readOne(house, reader, { drawn, own });
		faults.push(...read.faults);
		if (read.graded) graded.push(read.graded);
	}
	if (faults.length > 0) throw wrongFields({ fields: faults });
	return graded;
}

async function readOne(
	house: AssessHouse,
	reader: Reader,
	{ drawn, own }: { drawn: DrawnQuestion; own: NewSheet['answers'] }
): Promise<{ graded: Graded | null; faults: Fault[] }> {
	const question = await getDrawn(house, reader, { drawn, lang: 'vi' });
	const fields = new Map(
		questionType(question.type)
			.fields(question, drawn.optionOrder, 'vi')
			.map((field) => [field.name, field])
	);
	const response: Response = {};
	const faults: Fault[] = [];
	for (const { number, field: name, written } of own) {
		const field = fields.get(name);
		const values = field ? readWritten(field, written) : null;
		if (values === null) faults.push({ field: formName(number, name), code: 'papers.mark-unknown' });
		else if (values.length > 0) response[name] = values;
	}
	if (faults.length > 0 || !isFilledIn(response)) return { graded: null, faults };
	const verdict = grade(question, response);
	if (verdict === null) return { graded: null, faults: own.map(faultOf) };
	return { graded: { questionId: drawn.questionId, ...keptAs(response), ...verdict }, faults };
}

const faultOf = ({ number, field }: NewSheet['answers'][number]): Fault => ({
	field: formName(number, field),
	code: 'papers.mark-unknown'
});
