import { mostEntries, type PersonalData } from '../../platform/own-data.ts';
import { dropResultsOf, listResultsOf } from './queries.ts';

/** What officers entered of people's results on other platforms, and that they took it away. */
export const resultData: PersonalData = {
	...{ id: 'elsewhere-results', tables: ['elsewhere_results'], basis: 'service' },
	...{ seenBy: ['administrators'], keptFor: 'until-deleted', stays: false },
	async read(reader, { learnerIds }) {
		const theirs = await listResultsOf(reader, learnerIds);
		return theirs.slice(0, mostEntries).map(({ platform, platformName, what, day, evidence, source, ...rest }) => ({
			...{ platform: platformName || platform, what, day, evidence, source },
			...{ enteredAt: rest.enteredAt, takenAt: rest.takenAt }
		}));
	},
	erase: (tx, { learnerIds }) => dropResultsOf(tx, learnerIds)
};
