import { randomBytes } from 'node:crypto';
import type { Actor } from '../../platform/actor.ts';
import type { House } from '../../platform/house.ts';
import { newId } from '../../platform/ids.ts';
import { readRecordCode } from '../record-code.ts';
import { noSuchRecord, noSuchShare, shareClosed, tooManyShares } from '../refusals.ts';
import { recordView } from '../views.ts';
import { findOwnByCode, findShareByToken, findSharesOf, insertShare, markClosed, type StoredShare } from './queries.ts';
import type { NewShare, SharedRecords, ShareList, ShareView } from './schemas.ts';

const day = 86_400_000;
/** Open at one time; more than that nobody keeps an eye on. */
const mostOpen = 20;

/** Makes a link by which others see these records of the actor's in full for so many days. */
export async function shareRecords(house: House, actor: Actor, { codes, days }: NewShare): Promise<ShareView> {
	const { learnerId } = actor;
	if (learnerId === null) throw noSuchRecord();
	const wanted = [...new Set(codes.map((code) => readRecordCode(code) ?? ''))];
	return house.store.transact(async (tx) => {
		const records = await findOwnByCode(tx, { codes: wanted, learnerId });
		if (records.length !== wanted.length) throw noSuchRecord();
		const createdAt = house.clock.now();
		const open = (await findSharesOf(tx, learnerId)).filter(({ closesAt }) => closesAt > createdAt);
		if (open.length >= mostOpen) throw tooManyShares();
		const share: StoredShare = {
			...{ id: newId(), learnerId, token: randomBytes(16).toString('base64url') },
			codes: records.map(({ code }) => code),
			createdAt,
			closesAt: new Date(createdAt.getTime() + days * day),
			closedAt: null
		};
		await insertShare(tx, share);
		return shareView(house, share, records);
	});
}

/** The actor's links that still lead somewhere, newest first. */
export async function listShares(house: House, { learnerId }: Actor): Promise<ShareList> {
	if (learnerId === null) return { shares: [] };
	const now = house.clock.now();
	const open = (await findSharesOf(house.store.read, learnerId)).filter(({ closesAt }) => closesAt > now);
	const codes = [...new Set(open.flatMap((share) => share.codes))];
	const records = codes.length > 0 ? await findOwnByCode(house.store.read, { codes, learnerId }) : [];
	return {
		shares: open.map((share) =>
			shareView(
				house,
				share,
				records.filter(({ code }) => share.codes.includes(code))
			)
		)
	};
}

/** Closes one of the actor's links at once; closing it again changes nothing. */
export async function closeShare({ store, clock }: House, { learnerId }: Actor, id: string): Promise<void> {
	const hers = learnerId !== null;
	const closed = hers && (await store.transact((tx) => markClosed(tx, { id, learnerId, at: clock.now() })));
	if (!closed) throw noSuchShare();
}

/** What a link shows to whoever has it: the records as they stand now. Refuses with `certify.share-closed` after its end. */
export async function readShared({ store, clock, config }: House, token: string): Promise<SharedRecords> {
	const share = await findShareByToken(store.read, token);
	if (!share) throw noSuchShare();
	if (share.closedAt !== null || share.closesAt <= clock.now()) throw shareClosed();
	const records = await findOwnByCode(store.read, share);
	return {
		closesAt: share.closesAt.toISOString(),
		records: records.map((record) => recordView(config, record))
	};
}

function shareView({ config }: House, share: StoredShare, records: readonly { courseTitle: string }[]): ShareView {
	return {
		id: share.id,
		url: `${config.origin}/chia-se/${share.token}`,
		titles: records.map(({ courseTitle }) => courseTitle),
		createdAt: share.createdAt.toISOString(),
		closesAt: share.closesAt.toISOString()
	};
}
