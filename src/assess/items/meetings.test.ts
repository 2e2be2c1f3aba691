import { describe, expect, it } from 'vitest';
import { provideQuestionTypes, type Question, type QuestionType } from '../../catalog/index.ts';
import type { Answer } from '../queries.ts';
import { meetingOf } from './meetings.ts';

const bare = { label: null, unit: null, exhibit: null };
/** A kind where something is picked twice and something is written. */
const mixed = {
	name: 'mixed-of-this-test',
	fields: (): ReturnType<QuestionType['fields']> => [
		{ ...bare, name: 'first', control: 'pick', options: ['a', 'b'].map((id) => ({ id, text: id })) },
		{ ...bare, name: 'second', control: 'pick', options: ['a', 'b'].map((id) => ({ id, text: id })) },
		{ ...bare, name: 'word', control: 'text', options: [] }
	],
	grade: (_question, response) => ({ points: 0.5, right: { word: response.word?.[0] === 'Hà Nội' } })
} satisfies Partial<QuestionType>;
provideQuestionTypes([mixed as unknown as QuestionType]); // only what is looked at here

const start = new Date('2026-11-23T16:59:00Z');
const at = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const drawn = (questionId: string) => ({ questionId, hash: `h-${questionId}`, optionOrder: [] });
const attempt = {
	id: 'attempt',
	questions: ['x', 'y', 'z', 'w'].map(drawn),
	...{ startedAt: start, finishedAt: at(90), testId: null, voidReason: null }
};
const answer = (questionId: string, seconds: number, part: Partial<Answer>): Answer => ({
	...{ attemptId: 'attempt', questionId, optionId: '', response: null, correct: false, points: 500 },
	...{ answeredAt: at(seconds), ...part }
});
const question = (id: string) => ({ id, type: mixed.name, stem: '', options: [] }) as unknown as Question;
const given = [
	answer('x', 12.9, { response: { first: ['a'], second: ['a'], word: ['Hà Nội'] } }),
	answer('y', 20.9, { response: { first: ['b'], word: ['0912 345 678'] }, points: null, correct: true }),
	answer('z', 21.4, { response: { second: ['khac'] }, points: 0 })
];

describe('how a question was met', () => {
	it('is told by the options picked in each field and whether what was written is right, never by what was written', () => {
		const chosen = given.map(({ questionId }) => meetingOf(attempt, given, question(questionId)).answer?.chosen);
		expect(chosen).toEqual([['first:a', 'second:a', 'word:'], ['first:b'], []]);
	});

	it('has the rest score without the question itself, what was left out being worth nothing', () => {
		const rest = given.map(({ questionId }) => meetingOf(attempt, given, question(questionId)).answer?.rest);
		expect(rest).toEqual([33, 17, 50]);
		expect(meetingOf(attempt, given, question('w'))).toEqual({ day: '2026-11-24', answer: null });
		const alone = { ...attempt, questions: [drawn('x')] };
		expect(meetingOf(alone, given.slice(0, 1), question('x')).answer?.rest).toBeNull();
	});

	it('has the time since the answer before or the beginning; none where answers came together', () => {
		const seconds = given.map(({ questionId }) => meetingOf(attempt, given, question(questionId)).answer?.seconds);
		expect(seconds).toEqual([12, 8, null]);
	});
});
