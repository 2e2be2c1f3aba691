import { forgetOther } from '../identity/index.ts';
import { dayInVietNam } from '../platform/clock.ts';
import type { Declaration, PersonalData } from '../platform/own-data.ts';
import { dropUnion, listUnionsOf } from './doubles/union-queries.ts';
import { dropRelative, findHouseholdOf } from './families/queries.ts';
import { dropHelped } from './helped/queries.ts';
import {
	countOldInvitations,
	dropOldInvitations,
	leaveTeams,
	listCardsOf,
	listHelpBy,
	listHelpedOf,
	listHelpFor,
	listHomesOf,
	listOwnAttendance,
	listOwnMarks,
	listTeamsOf,
	unnameAttendance,
	unnameHelp
} from './own-data-queries.ts';
import { forgetNamesOf } from './recognised/queries.ts';

const attendance: PersonalData = {
	...{ id: 'attendance', tables: ['attendances', 'attendance_ticks', 'recognised_names'], basis: 'service' },
	...{ seenBy: ['helpers', 'administrators'], keptFor: 'until-deleted', stays: true },
	read: (reader, { learnerIds }) => listOwnAttendance(reader, learnerIds),
	async erase(tx, { learnerIds }) {
		for (const learnerId of learnerIds) await forgetNamesOf(tx, learnerId);
		await unnameAttendance(tx, learnerIds);
	}
};

const marks: PersonalData = {
	...{ id: 'marks', tables: ['class_marks'], basis: 'service', seenBy: ['helpers', 'administrators'] },
	...{ keptFor: 'until-deleted', stays: false },
	read: (reader, { learnerIds }) => listOwnMarks(reader, learnerIds),
	// They go with the attendance.
	erase: async () => {}
};

const helped: PersonalData = {
	...{ id: 'helped', tables: ['helped_learners', 'learner_cards', 'helped_merges'], basis: 'consent' },
	...{ seenBy: ['helpers', 'administrators'], keptFor: 'until-deleted', stays: false },
	async read(reader, { learnerIds }) {
		const rows = await listHelpedOf(reader, learnerIds);
		const ids = rows.map(({ id }) => id);
		return [
			...rows.map(({ name, birthYear, apart, household, consentBy, guardian, consentAt }) => ({
				...{ kind: 'written-down', name, birthYear, apart, household, consentBy, guardian, consentAt }
			})),
			...(await listCardsOf(reader, ids)).map(({ madeAt, lastUsedAt, lockedAt, endedAt }) => ({
				...{ kind: 'card', since: madeAt, lastUsedAt, lockedAt, endedAt }
			}))
		];
	},
	async erase(tx, { learnerIds }) {
		for (const { id } of await listHelpedOf(tx, learnerIds)) await dropHelped(tx, id);
	}
};

const unions: PersonalData = {
	...{ id: 'unions', tables: ['account_unions'], basis: 'service', seenBy: ['nobody'] },
	...{ keptFor: 'some-time', stays: false },
	async read(reader, { accountId }) {
		const rows = accountId === null ? [] : await listUnionsOf(reader, accountId);
		return rows.map(({ otherName: name, unitedAt: since }) => ({ name, since }));
	},
	async erase(tx, { accountId }, at) {
		if (accountId === null) return;
		for (const { id, otherId } of await listUnionsOf(tx, accountId)) {
			await dropUnion(tx, id);
			await forgetOther(tx, otherId, at);
		}
	}
};

const home: PersonalData = {
	...{ id: 'home', tables: ['household_members', 'households'], basis: 'consent' },
	...{ seenBy: ['household', 'helpers'], keptFor: 'until-deleted', stays: false },
	read: (reader, { learnerIds }) => listHomesOf(reader, learnerIds),
	async erase(tx, { learnerIds }) {
		for (const learnerId of learnerIds) {
			const found = await findHouseholdOf(tx, learnerId);
			if (found) await dropRelative(tx, found.member);
		}
	}
};

const visits: PersonalData = {
	...{ id: 'visits', tables: ['help_entries'], basis: 'service', seenBy: ['helpers', 'administrators'] },
	...{ keptFor: 'for-good', stays: true },
	async read(reader, { accountId, learnerIds }) {
		const ids = (await listHelpedOf(reader, learnerIds)).map(({ id }) => id);
		const given = accountId === null ? [] : await listHelpBy(reader, accountId);
		return [
			...(await listHelpFor(reader, ids)).map((entry) => ({ ...entry, given: false })),
			...given.map((entry) => ({ ...entry, given: true }))
		];
	},
	async erase(tx, { learnerIds }) {
		const rows = await listHelpedOf(tx, learnerIds);
		await unnameHelp(
			tx,
			rows.map(({ id }) => id)
		);
	}
};

const teams: PersonalData = {
	...{ id: 'teams', tables: ['team_members'], basis: 'service', seenBy: ['helpers', 'administrators'] },
	...{ keptFor: 'for-good', stays: true },
	read: async (reader, { accountId }) => (accountId === null ? [] : listTeamsOf(reader, accountId)),
	async erase(tx, { accountId }, at) {
		if (accountId !== null) await leaveTeams(tx, accountId, dayInVietNam(at));
	}
};

/** What this room keeps of people. */
export const ownData: Declaration = {
	personal: [attendance, marks, helped, unions, home, visits, teams],
	impersonal: {
		class_sessions: 'When, where and what about; the helper stands there by the id of her account alone.',
		class_photos:
			'Pictures of a session, of which nothing says who is on them; whoever is can ask a helper to take one out.',
		class_rules: 'How often classes are held in a place.',
		teams: 'What a team is called; who is in it lies in team_members.',
		team_invitations: 'Codes for whoever comes first; the helper stands there by the id of her account alone.'
	},
	expiring: [{ id: 'invitations', count: countOldInvitations, sweep: dropOldInvitations }]
};
