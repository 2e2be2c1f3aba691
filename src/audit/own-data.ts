import { mostEntries, type Declaration, type PersonalData } from '../platform/own-data.ts';
import { listAbout } from './queries.ts';

const trail: PersonalData = {
	...{ id: 'trail', tables: ['audit_entries'], basis: 'answerable', seenBy: ['administrators'] },
	...{ keptFor: 'for-good', stays: true },
	async read(reader, { accountId }) {
		const found =
			accountId === null ? [] : await listAbout(reader, accountId, { before: undefined, limit: mostEntries });
		return found.map(({ at, action, actorRole: role, actorId }) => ({ at, action, role, self: actorId === accountId }));
	},
	// It holds no name; what is left of the account has none either.
	erase: async () => {}
};

/** What is kept of who looked at people’s data. */
export const ownData: Declaration = {
	personal: [trail],
	impersonal: { audit_head: 'The end of the chain of entries.' }
};
