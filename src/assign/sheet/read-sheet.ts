import { findFinished } from '../../assess/index.ts';
import { listAccountNames } from '../../identity/index.ts';
import { listPlacesByIds } from '../../places/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import type { AssignHouse } from '../assign-house.ts';
import { listAskers } from '../assignments/askers.ts';
import { listAssignmentsByIds } from '../assignments/queries.ts';
import { placesOf } from '../assignments/names.ts';
import { cellOf } from '../board/cells.ts';
import { titleOf } from '../board/scope.ts';
import { listPositions, listSheetDuties, listUnits } from './queries.ts';
import type { DutySheet } from './schemas.ts';

/** What the actor was given to do and how it stands, as it goes into her personnel file. */
export async function readSheet(house: AssignHouse, { accountId, learnerId, lang }: Actor): Promise<DutySheet> {
	const reader = house.store.read;
	const today = dayInVietNam(house.clock.now());
	const attempts = await findFinished(reader, learnerId ?? '');
	const sure = new Map(attempts.map(({ id, assurance }) => [id, assurance]));
	const duties = await listSheetDuties(reader, learnerId ?? '');
	const assigned = await listAssignmentsByIds(reader, [...new Set(duties.map(({ assignmentId }) => assignmentId))]);
	const askers = await listAskers(reader, assigned);
	const names = await placesOf(
		reader,
		assigned.map(({ placeId }) => placeId)
	);
	const by = new Map(assigned.map(({ id, placeId }) => [id, names.get(placeId) ?? '']));
	return {
		name: (await listAccountNames(reader, [accountId ?? ''])).get(accountId ?? '') ?? '',
		units: await unitsOf(reader, learnerId ?? ''),
		modules: duties.map((duty) => ({
			...{ subject: duty.subject, title: titleOf(house, duty.subject, lang) },
			...{ by: by.get(duty.assignmentId) ?? '', asker: askers.get(duty.assignmentId) ?? null },
			...{ assignment: duty.assignment, document: duty.document, validUntil: duty.validUntil },
			result: cellOf([duty], today, lang),
			reason: [duty.reason, duty.evidence].filter(Boolean).join('. ') || null,
			assurance: sure.get(duty.attemptId ?? '') ?? null
		}))
	};
}

/** Her organisations, with the position that she has there or that the staff list knows. */
async function unitsOf(reader: Reader, learnerId: string): Promise<DutySheet['units']> {
	const positions = await listPositions(reader, learnerId);
	const listed = new Map(positions.map(({ placeId, position }) => [placeId, position]));
	const joined = await listUnits(reader, learnerId);
	const all = new Map([
		...listed,
		...joined.map(({ placeId, position }) => [placeId, position ?? listed.get(placeId) ?? null] as const)
	]);
	const places = await listPlacesByIds(reader, [...all.keys()]);
	return places.map(({ id, name }) => ({ place: name, position: all.get(id) ?? null }));
}
