import { listPeopleByLearner } from '../../identity/index.ts';
import { listPlacesByIds } from '../../places/index.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import type { CertifyHouse } from '../certify-house.ts';
import { elsewhereOfficers, recordInPlaces } from '../elsewhere/officers.ts';
import { dropResults, listWithin, type Result } from './queries.ts';
import { recordLook } from './record-look.ts';
import { noSuchImport } from './refusals.ts';
import type { ResultList, ResultQuery, ResultView } from './schemas.ts';

const pageSize = 50;
/** An import has no more rows. */
const mostOfBatch = 2_000;

/** What was entered for people within one's places, the last first; that it was looked at is written down. */
export async function readResults(house: CertifyHouse, actor: Actor, query: ResultQuery): Promise<ResultList> {
	const { batch: batchId = null, after = null } = query;
	const reach = { actor, roles: elsewhereOfficers };
	return house.store.transact(async (tx) => {
		const found = await listWithin(tx, reach, { batchId, after, limit: pageSize + 1 });
		const page = found.slice(0, pageSize);
		const whole = batchId === null ? [] : await listWithin(tx, reach, { batchId, after: null, limit: mostOfBatch });
		await recordLook(tx, { house, actor }, { results: page.length, further: after !== null });
		return {
			results: await viewsOf(tx, page),
			next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null,
			batch: whole[0] ? { id: whole[0].batchId, rows: whole.length } : null
		};
	});
}

/** Takes back what of an import is about people within one's places. Nothing is left of it. */
export async function undoResults(house: CertifyHouse, actor: Actor, batchId: string): Promise<void> {
	const reach = { actor, roles: elsewhereOfficers };
	await house.store.transact(async (tx) => {
		const found = await listWithin(tx, reach, { batchId, after: null, limit: mostOfBatch });
		if (found.length === 0) throw noSuchImport();
		const people = await listPeopleByLearner(tx, [...new Set(found.map(({ learnerId }) => learnerId))]);
		const paths = new Map(people.map(({ learnerId, placePath }) => [learnerId, placePath ?? '/']));
		await dropResults(
			tx,
			found.map(({ id }) => id)
		);
		await recordInPlaces(
			tx,
			{ house, actor },
			{
				action: 'certify.results-undone',
				subject: { kind: 'results', id: batchId },
				paths: found.map(({ learnerId }) => paths.get(learnerId) ?? '/')
			}
		);
	});
}

async function viewsOf(reader: Reader, results: readonly Result[]): Promise<ResultView[]> {
	const people = await listPeopleByLearner(reader, [...new Set(results.map(({ learnerId }) => learnerId))]);
	const byLearner = new Map(people.map((person) => [person.learnerId, person]));
	const places = await listPlacesByIds(reader, [...new Set(results.map(({ byPlaceId }) => byPlaceId))]);
	const names = new Map(places.map(({ id, name }) => [id, name]));
	return results.map(({ learnerId, byPlaceId, enteredAt, id, batchId, ...said }) => {
		const { platform, platformName, what, day, evidence, source } = said;
		return {
			...{ id, batchId, platform, platformName, what, day, evidence, source },
			name: byLearner.get(learnerId)?.name ?? '',
			birthYear: byLearner.get(learnerId)?.birthYear ?? null,
			by: names.get(byPlaceId) ?? '',
			enteredAt: enteredAt.toISOString()
		};
	});
}
