import type { Declaration, PersonalData } from '../platform/own-data.ts';
import { dropAttempts, dropCards, listOwnAnswers, listOwnCards, listOwnAttempts } from './own-data-queries.ts';

const attempts: PersonalData = {
	...{ id: 'attempts', tables: ['attempts', 'item_counted', 'item_recounts', 'sitting_extensions'], basis: 'service' },
	...{ seenBy: ['supervisors'], keptFor: 'until-deleted', stays: false },
	async read(reader, { learnerIds }) {
		const rows = await listOwnAttempts(reader, learnerIds);
		return rows.map(({ testId, courseId, ...rest }) => ({ course: testId ?? courseId, ...rest }));
	},
	erase: (tx, { learnerIds }) => dropAttempts(tx, learnerIds)
};

const answers: PersonalData = {
	...{
		id: 'answers',
		tables: ['answers'],
		basis: 'service',
		seenBy: ['nobody'],
		keptFor: 'until-deleted',
		stays: false
	},
	async read(reader, { learnerIds }) {
		const rows = await listOwnAnswers(reader, learnerIds);
		return rows.map(({ courseId, questionId, optionId, response, answeredAt, ...verdict }) => ({
			...{ course: courseId.replace(/^test:/, ''), question: questionId, answeredAt },
			chosen: response === null ? optionId : JSON.stringify(response),
			...(verdict.finishedAt !== null && { correct: verdict.correct, points: verdict.points })
		}));
	},
	// They go with their attempts.
	erase: async () => {}
};

const review: PersonalData = {
	...{ id: 'review', tables: ['review_cards'], basis: 'service', seenBy: ['nobody'] },
	...{ keptFor: 'until-deleted', stays: false },
	read: (reader, { learnerIds }) => listOwnCards(reader, learnerIds),
	erase: (tx, { learnerIds }) => dropCards(tx, learnerIds)
};

/** What this room keeps of people. */
export const ownData: Declaration = {
	personal: [attempts, answers, review],
	impersonal: {
		sittings: 'When, where and which test; the helper stands there by the id of her account alone.',
		papers: 'Tests drawn for paper; the helper stands there by the id of her account alone.',
		paper_versions: 'The questions of such a test in their order; what somebody answered lies in attempts.',
		item_figures: 'Sums over many; nobody’s answers can be told from them.',
		item_parameters: 'Estimates over many.',
		alike_answers: 'Sums over a sitting.'
	}
};
