import type { AskedQuestion, QuestionType } from '../catalog/index.ts';

/** What a field says of itself after the end, beside its options. */
interface Told {
	/** What would have been right, as HTML, where something is written. */
	readonly solution?: string;
	/** Why, as HTML. */
	readonly explanation?: string;
}

/** Adds what is shown after the end: for each field what was filled in, what is right and why. */
export function withReview(
	type: Omit<QuestionType, 'review'>,
	tell: (question: AskedQuestion, field: string) => Told = () => ({})
): QuestionType {
	return {
		...type,
		review(question, { order, lang, response }) {
			const solution = type.solution(question);
			const { right } = type.grade(question, response);
			const why = new Map(question.options.map(({ id, explanation }) => [id, explanation]));
			return type.fields(question, order, lang).map((field) => {
				const { name, control } = field;
				const options = field.options.map((option) => ({
					...option,
					chosen: response[name]?.includes(option.id) ?? false,
					correct: solution[name]?.includes(option.id) ?? false,
					explanation: why.get(option.id) ?? ''
				}));
				const picked = control === 'pick' ? options.find(({ correct }) => correct)?.text : undefined;
				const written = control === 'text' || control === 'number';
				return {
					...field,
					options,
					given: written ? (response[name]?.[0] ?? null) : null,
					right: right[name] ?? false,
					solution: picked ?? null,
					explanation: '',
					...tell(question, name)
				};
			});
		}
	};
}
