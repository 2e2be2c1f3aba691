import { listPlacesByIds } from '../places/index.ts';
import type { Declaration, Entry, PersonalData } from '../platform/own-data.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { countLeftRows, dropLeftRows } from './imports/left-rows.ts';
import {
	forgetComments,
	forgetDuties,
	forgetMatches,
	forgetMemberships,
	listOwnComments,
	listOwnDuties,
	listOwnMemberships,
	listOwnReminders,
	listOwnStaffEntries
} from './own-data-queries.ts';

const memberships: PersonalData = {
	...{ id: 'memberships', tables: ['memberships'], basis: 'service', seenBy: ['supervisors', 'administrators'] },
	...{ keptFor: 'until-deleted', stays: false },
	read: async (reader, { learnerIds }) => named(reader, await listOwnMemberships(reader, learnerIds)),
	erase: (tx, { learnerIds }) => forgetMemberships(tx, learnerIds)
};

const staff: PersonalData = {
	...{ id: 'staff', tables: ['staff_entries'], basis: 'answerable', seenBy: ['supervisors', 'administrators'] },
	...{ keptFor: 'for-good', stays: true },
	read: async (reader, { learnerIds }) => named(reader, await listOwnStaffEntries(reader, learnerIds)),
	erase: (tx, { learnerIds }) => forgetMatches(tx, learnerIds)
};

const duties: PersonalData = {
	...{ id: 'duties', tables: ['duties', 'assignment_targets'], basis: 'service' },
	...{ seenBy: ['supervisors', 'administrators'], keptFor: 'until-deleted', stays: false },
	read: (reader, { learnerIds }) => listOwnDuties(reader, learnerIds),
	erase: (tx, { learnerIds }) => forgetDuties(tx, learnerIds)
};

const reminders: PersonalData = {
	...{ id: 'reminders', tables: ['reminders'], basis: 'service', seenBy: ['nobody'] },
	...{ keptFor: 'until-deleted', stays: false },
	read: (reader, { learnerIds }) => listOwnReminders(reader, learnerIds),
	// They go with the duties.
	erase: async () => {}
};

const comments: PersonalData = {
	...{ id: 'comments', tables: ['comments'], basis: 'answerable', seenBy: ['supervisors', 'administrators'] },
	...{ keptFor: 'until-deleted', stays: true },
	read: async (reader, { accountId }) => named(reader, await listOwnComments(reader, accountId)),
	erase: (tx, { accountId }, at) => forgetComments(tx, accountId, at)
};

/** Says the place by its name. */
async function named<Row extends Entry & { placeId: string }>(reader: Reader, rows: Row[]): Promise<Entry[]> {
	const places = await listPlacesByIds(reader, [...new Set(rows.map(({ placeId }) => placeId))]);
	const names = new Map(places.map(({ id, name }) => [id, name]));
	return rows.map(({ placeId, ...row }) => ({ place: names.get(placeId) ?? '', ...row }));
}

/** What this room keeps of people. */
export const ownData: Declaration = {
	personal: [memberships, staff, duties, reminders, comments],
	impersonal: {
		join_codes:
			'Codes for whoever belongs to an organisation; who made one stands there by the id of her account alone.',
		imports: 'When a spreadsheet was brought in and how many rows it had.',
		import_rows: 'Rows of a spreadsheet on their way in; deleted when that is over, or after thirty days.',
		assignments: 'What is asked of people, and why; officers stand there by the ids of their accounts alone.',
		assignment_items: 'Which courses and tests.',
		assignment_deadlines: 'Due days of organisations.'
	},
	expiring: [{ id: 'import-rows', count: countLeftRows, sweep: dropLeftRows }]
};
