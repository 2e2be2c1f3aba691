import { desc, eq, inArray } from 'drizzle-orm';
import { bareAttempts } from '../assess/index.ts';
import { addLearner } from '../identity/index.ts';
import { mostEntries, type Declaration, type PersonalData } from '../platform/own-data.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { confirmationData } from './register/own-data.ts';
import { resultData } from './results/own-data.ts';
import { completionRecords, recordOffers, recordShares } from './tables.ts';

function listRecordsOf(reader: Reader, learnerIds: readonly string[]) {
	const { code, name, courseTitle: course, score, total, completedAt, issuedAt, withdrawnAt } = completionRecords;
	return reader
		.select({ code, name, course, score, total, completedAt, issuedAt, withdrawnAt })
		.from(completionRecords)
		.where(inArray(completionRecords.learnerId, [...learnerIds]))
		.orderBy(desc(completionRecords.issuedAt))
		.limit(mostEntries);
}

const records: PersonalData = {
	...{
		id: 'records',
		tables: ['completion_records'],
		basis: 'service',
		seenBy: ['anyone-with-code', 'administrators']
	},
	...{ keptFor: 'for-good', stays: true },
	read: (reader, { learnerIds }) => listRecordsOf(reader, learnerIds),
	/**
	 * Each goes to a learner of its own of whom nothing else is known, with what is left of its attempt: whoever was shown
	 * the paper can still check it, and no way leads from it to an account, or to another paper.
	 */
	async erase(tx, { learnerIds }, at) {
		const theirs = await tx
			.select({ id: completionRecords.id, attemptId: completionRecords.attemptId })
			.from(completionRecords)
			.where(inArray(completionRecords.learnerId, [...learnerIds]));
		for (const { id, attemptId } of theirs) {
			const learnerId = await addLearner(tx, at);
			await tx.update(completionRecords).set({ learnerId }).where(eq(completionRecords.id, id));
			await bareAttempts(tx, [attemptId], learnerId);
		}
	}
};

const offers: PersonalData = {
	...{ id: 'offers', tables: ['record_offers'], basis: 'service', seenBy: ['nobody'] },
	...{ keptFor: 'until-deleted', stays: false },
	async read(reader, { learnerIds }) {
		const { courseId: course, createdAt: since, recordCode: code } = recordOffers;
		return reader
			.select({ course, since, code })
			.from(recordOffers)
			.where(inArray(recordOffers.learnerId, [...learnerIds]))
			.orderBy(desc(recordOffers.createdAt))
			.limit(mostEntries);
	},
	async erase(tx, { learnerIds }) {
		await tx.delete(recordOffers).where(inArray(recordOffers.learnerId, [...learnerIds]));
	}
};

const shares: PersonalData = {
	...{ id: 'record-shares', tables: ['record_shares'], basis: 'service', seenBy: ['nobody'] },
	...{ keptFor: 'until-deleted', stays: false },
	async read(reader, { learnerIds }) {
		const { codes, createdAt: since, closesAt, closedAt } = recordShares;
		const rows = await reader
			.select({ codes, since, closesAt, closedAt })
			.from(recordShares)
			.where(inArray(recordShares.learnerId, [...learnerIds]))
			.orderBy(desc(recordShares.createdAt))
			.limit(mostEntries);
		return rows.map((row) => ({ ...row, codes: row.codes.join(', ') }));
	},
	async erase(tx, { learnerIds }) {
		await tx.delete(recordShares).where(inArray(recordShares.learnerId, [...learnerIds]));
	}
};

/** What this room keeps of people. Offers know the record that came of them, so they go first. */
export const ownData: Declaration = {
	personal: [records, offers, shares, confirmationData, resultData],
	impersonal: {
		elsewhere_figures: 'What other platforms count, with its source; who entered it stands in the trail.',
		signing_keys: 'The public halves of the keys that sign.',
		reconciliations: 'When both sides were compared, and how many they were.',
		mismatches:
			'Codes of records on which the national register and this site did not agree, and what was done about it.'
	}
};
