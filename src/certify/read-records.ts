import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import type { CertifyHouse } from './certify-house.ts';
import { administersHolder } from './holder-scope.ts';
import { findMet } from './kinds/find-met.ts';
import { publicJwk } from './keys.ts';
import { findKeys } from './key-queries.ts';
import {
	findCoursesWithRecord,
	findOpenOffers,
	findRecord,
	findRecordsOf,
	type StoredOffer,
	type StoredRecord
} from './queries.ts';
import { readRecordCode } from './record-code.ts';
import { mistypedCode, noSuchRecord } from './refusals.ts';
import type { KeyList, RecordList, RecordView } from './schemas.ts';
import { recordView } from './views.ts';

/**
 * The actor's records, newest first, and those she can still collect: one for each course of which she has none, and for
 * each rule that she met.
 */
export async function listRecords(house: CertifyHouse, actor: Actor): Promise<RecordList> {
	const { store, config, catalog } = house;
	if (actor.learnerId === null) return { records: [], offers: [] };
	const records = await findRecordsOf(store.read, actor.learnerId);
	const offers = await findOpenOffers(store.read, actor.learnerId);
	const ofCourses = oneForEachCourse(offers, records).map(({ attemptId, courseId, createdAt }) => ({
		...{ attemptId, courseId, kind: 'course' as const },
		courseTitle: catalog.course(courseId, actor.lang)?.title ?? courseId,
		offeredAt: createdAt.toISOString()
	}));
	return {
		records: records.map((record) => recordView(config, record)),
		offers: [...ofCourses, ...(await offersByRule(house, actor, records))]
	};
}

/** What she has earned by rules of which she holds no record that counts. */
async function offersByRule(
	house: CertifyHouse,
	{ learnerId, lang }: Actor,
	records: readonly StoredRecord[]
): Promise<RecordList['offers']> {
	const counting = records.filter(({ kind, withdrawnAt }) => kind !== 'course' && withdrawnAt === null);
	const held = new Set(counting.map(({ courseId }) => courseId));
	const met = learnerId === null ? [] : await findMet(house, house.store.read, learnerId);
	return met
		.filter(({ rule }) => !held.has(rule.id))
		.map(({ rule, deciding }) => ({
			...{ attemptId: deciding.id, courseId: rule.id, kind: rule.kind, courseTitle: rule[`title_${lang}`] },
			offeredAt: deciding.finishedAt.toISOString()
		}));
}

/** The newest offer of each course without a record that counts; a quiz passed again offers nothing new by itself. */
function oneForEachCourse(offers: readonly StoredOffer[], records: readonly StoredRecord[]): StoredOffer[] {
	const counting = records.filter(({ kind, withdrawnAt }) => kind === 'course' && !withdrawnAt);
	const served = new Set(counting.map((record) => record.courseId));
	return offers.filter(({ courseId }) => {
		if (served.has(courseId)) return false;
		served.add(courseId);
		return true;
	});
}

/** One record, for who holds it or administers the holder's place; for anyone else it is not there. */
export async function readRecord(house: House, actor: Actor, code: string): Promise<RecordView> {
	return recordView(house.config, await getVisibleRecord(house, actor, code));
}

export async function getVisibleRecord({ store }: House, actor: Actor, typed: string): Promise<StoredRecord> {
	const code = readRecordCode(typed);
	if (code === null) throw mistypedCode();
	const record = await findRecord(store.read, code);
	if (!record) throw noSuchRecord();
	if (record.learnerId === actor.learnerId) return record;
	if (!(await administersHolder(store.read, actor, record))) throw noSuchRecord();
	return record;
}

/** The public halves of all keys there ever were: with them anyone can verify a record without asking here. */
export async function listKeys({ store }: Pick<House, 'store'>): Promise<KeyList> {
	const keys = await findKeys(store.read);
	return {
		keys: keys.map(({ id, publicKey, createdAt, retiredAt }) => ({
			id,
			publicKey: publicJwk(publicKey),
			createdAt: createdAt.toISOString(),
			retiredAt: retiredAt?.toISOString() ?? null
		}))
	};
}

/** The courses of which a learner holds a record, withdrawn ones too: nothing more is to be collected there. */
export async function coursesWithRecord(
	{ store }: Pick<House, 'store'>,
	learnerId: string
): Promise<ReadonlySet<string>> {
	return findCoursesWithRecord(store.read, learnerId);
}
