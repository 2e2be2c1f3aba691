import { listPlacesByIds } from '../places/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { Declaration, PersonalData, Self } from '../platform/own-data.ts';
import type { Reader } from '../platform/persistence/store.ts';
import {
	closeAccount,
	dropLearners,
	endEntrances,
	endGrantsOf,
	listCardSessionsOf,
	listDevicesOf,
	listGrantsOf,
	listReopeningsOf,
	listSessionsOf,
	withMerged
} from './own-data-queries.ts';
import { dropConsents, listConsents } from './consent-queries.ts';
import { expiring } from './expiring.ts';
import { findAccount } from './queries.ts';
import { findIdentityOf, removeIdentity } from './vneid/queries.ts';

/** Whoever asks, with everybody whose learning went to her; null where nothing is kept of her yet. */
export async function selfOf(reader: Reader, { accountId, learnerId }: Actor): Promise<Self | null> {
	if (learnerId === null) return null;
	return { accountId, learnerIds: await withMerged(reader, [learnerId]) };
}

/** Somebody without an account, with everybody whose learning went to her. */
export async function selfOfLearner(reader: Reader, learnerId: string): Promise<Self> {
	return { accountId: null, learnerIds: await withMerged(reader, [learnerId]) };
}

const account: PersonalData = {
	...{ id: 'account', tables: ['accounts', 'learners', 'learner_versions'], basis: 'service' },
	...{ seenBy: ['helpers', 'administrators'], keptFor: 'until-deleted', stays: true },
	async read(reader, { accountId }) {
		const own = accountId === null ? undefined : await findAccount(reader, accountId);
		if (!own) return [];
		const [place] = own.placeId === null ? [] : await listPlacesByIds(reader, [own.placeId]);
		const { name, birthYear, phone, username, createdAt } = own;
		return [{ name, birthYear, place: place?.name ?? null, phone, username, since: createdAt }];
	},
	async erase(tx, { accountId, learnerIds }, at) {
		if (accountId !== null) await closeAccount(tx, accountId, at);
		await dropLearners(tx, learnerIds);
	}
};

const entrances: PersonalData = {
	...{ id: 'entrances', tables: ['sessions', 'devices', 'card_sessions', 'reopenings'], basis: 'service' },
	...{ seenBy: ['nobody'], keptFor: 'some-time', stays: true },
	async read(reader, { accountId, learnerIds }) {
		const sessions = accountId === null ? [] : await listSessionsOf(reader, accountId);
		const codes = accountId === null ? [] : await listReopeningsOf(reader, accountId);
		return [
			...sessions.map(({ device, createdAt, lastUsedAt, endedAt }) => ({
				...{ kind: 'session', device, since: createdAt, lastUsedAt, endedAt }
			})),
			...(await listDevicesOf(reader, learnerIds)).map(({ createdAt }) => ({ kind: 'device', since: createdAt })),
			...(await listCardSessionsOf(reader, learnerIds)).map(({ openedAt, endsAt }) => ({
				...{ kind: 'card-session', since: openedAt, endsAt }
			})),
			...codes.map(({ createdAt, expiresAt, usedAt }) => ({
				...{ kind: 'reopening', since: createdAt, endsAt: expiresAt, usedAt }
			}))
		];
	},
	erase: endEntrances
};

const roles: PersonalData = {
	...{ id: 'roles', tables: ['grants'], basis: 'answerable' },
	...{ seenBy: ['administrators'], keptFor: 'for-good', stays: true },
	async read(reader, { accountId }) {
		const held = accountId === null ? [] : await listGrantsOf(reader, accountId);
		const found = await listPlacesByIds(reader, [...new Set(held.map(({ placeId }) => placeId))]);
		const places = new Map(found.map(({ id, name }) => [id, name]));
		return held.map(({ role, placeId, grantedAt, endedAt }) => {
			return { role, place: places.get(placeId) ?? null, since: grantedAt, endedAt };
		});
	},
	async erase(tx, { accountId }, at) {
		if (accountId !== null) await endGrantsOf(tx, accountId, at);
	}
};

const agreements: PersonalData = {
	...{ id: 'consents', tables: ['consents'], basis: 'answerable', seenBy: ['nobody'] },
	...{ keptFor: 'until-deleted', stays: false },
	async read(reader, { accountId }) {
		const rows = accountId === null ? [] : await listConsents(reader, [accountId]);
		return rows.map(({ purpose, givenBy: consentBy, guardian, givenAt: consentAt, withdrawnAt: endedAt }) => ({
			...{ purpose, consentBy, guardian, consentAt, endedAt }
		}));
	},
	async erase(tx, { accountId }) {
		if (accountId !== null) await dropConsents(tx, accountId);
	}
};

/** The number is in no list and no file, not in its owner's either: it is kept for matching and confirming alone. */
const identity: PersonalData = {
	...{ id: 'identity', tables: ['identities'], basis: 'consent', seenBy: ['nobody'] },
	...{ keptFor: 'until-deleted', stays: false },
	async read(reader, { accountId }) {
		const found = accountId === null ? undefined : await findIdentityOf(reader, accountId);
		if (!found) return [];
		const { name, birthDate, level, issuer, simulated, guardian, consentedAt: consentAt, checkedAt } = found;
		return [{ name, birthDate, level, issuer, simulated, guardian, consentAt, checkedAt }];
	},
	async erase(tx, { accountId }) {
		if (accountId !== null) await removeIdentity(tx, accountId);
	}
};

/** What this room keeps of people. */
export const ownData: Declaration = {
	personal: [account, entrances, agreements, identity, roles],
	impersonal: {
		setup_links: 'One-time links from before there is anybody.',
		try_links: 'Links by which made-up people of the sample are tried; they open no account of a real person.',
		identity_keys: 'What keys are made from.'
	},
	expiring
};
