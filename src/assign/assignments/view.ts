import { listFinishedOf } from '../../assess/index.ts';
import { listAccountNames } from '../../identity/index.ts';
import { listPlacesByIds } from '../../places/index.ts';
import { mayActIn, outermostGrants, type Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { fold, vietnameseSortKey } from '../../platform/text.ts';
import { givers, type AssignHouse } from '../assign-house.ts';
import { actOnAssignment } from './acts.ts';
import { findDuty, listDuties, type DutyRow } from './duty-queries.ts';
import { findDuties } from './find-duties.ts';
import {
	countDuties,
	findAssignment,
	listAssignments,
	listDeadlines,
	listItems,
	listTargets,
	type AssignmentRow,
	type TargetRow
} from './queries.ts';
import { honestyOf, type Finished } from './honesty.ts';
import { namesOf, placesOf } from './names.ts';
import { noSuchAssignment, noSuchDuty } from './refusals.ts';
import type { AssignmentList, AssignmentView, DutiesQuery, DutyList } from './schemas.ts';
import { titleOf } from './typed.ts';

const pageSize = 50;

/** What was given out in the actor's places or reaches them, the newest first. */
export async function readAssignments(
	{ store }: AssignHouse,
	actor: Actor,
	after: string | undefined
): Promise<AssignmentList> {
	if (after !== undefined && !(await findAssignment(store.read, actor, after))) throw noSuchAssignment();
	const found = await listAssignments(store.read, actor, { after, limit: pageSize + 1 });
	const page = found.slice(0, pageSize);
	const ids = page.map(({ id }) => id);
	const [counts, places] = [
		await countDuties(store.read, actor, ids),
		await placesOf(
			store.read,
			page.map(({ placeId }) => placeId)
		)
	];
	return {
		assignments: page.map((row) => summaryOf(row, { counts, places })),
		next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null
	};
}

type Counts = Awaited<ReturnType<typeof countDuties>>;

function summaryOf(row: AssignmentRow, { counts, places }: { counts: Counts; places: Map<string, string> }) {
	const { id, title, state, required, dueOn, placeId } = row;
	const duties = counts.get(id) ?? { all: 0, open: 0, waiting: 0 };
	return { id, title, state, required, dueOn, duties, place: { id: placeId, name: places.get(placeId) ?? '' } };
}

/** One assignment, for whoever gave it or whose people it reaches. */
export async function viewAssignment(house: AssignHouse, actor: Actor, id: string): Promise<AssignmentView> {
	const reader = house.store.read;
	const row = await findAssignment(reader, actor, id);
	if (!row) throw noSuchAssignment();
	const targets = await listTargets(reader, id);
	const deadlines = await listDeadlines(reader, id);
	const all = [row, ...targets, ...deadlines].map(({ placeId }) => placeId);
	const places = await placesOf(reader, all);
	const named = (placeId: string) => ({ id: placeId, name: places.get(placeId) ?? '' });
	const names = await listAccountNames(reader, [row.madeBy, ...(row.sentBy ? [row.sentBy] : [])]);
	const { version, reason, document, startsOn, finalOn, graceDays, passPercent, renewMonths, testAlone } = row;
	const mine = mayActIn(actor, givers, row.placePath);
	return {
		...summaryOf(row, { counts: await countDuties(reader, actor, [id]), places }),
		...{ version, reason, document, startsOn, finalOn, graceDays, passPercent, renewMonths, testAlone },
		items: (await listItems(reader, id)).map(({ subject, programme }) => {
			const title = titleOf(house.catalog, subject, actor.lang);
			return { subject, title: title ?? subject, programme, published: title !== null };
		}),
		targets: (mine ? targets : targets.filter(({ kind }) => kind !== 'person')).map(
			({ placeId, kind, organisationKind, position, learnerId }) => ({
				...{ kind, place: named(placeId), organisationKind, position, learnerId }
			})
		),
		deadlines: deadlines.map(({ placeId, dueOn, reason }) => ({ place: named(placeId), dueOn, reason })),
		madeBy: names.get(row.madeBy) ?? null,
		sentBy: (row.sentBy !== null && names.get(row.sentBy)) || null,
		sentAt: row.sentAt?.toISOString() ?? null,
		withdrawnReason: row.withdrawnReason,
		mine,
		ownPlaces: await ownPlacesOf(reader, actor, targets)
	};
}

/** Places of the actor's that an assignment is aimed at, for which she may set a due day. */
async function ownPlacesOf(reader: Reader, actor: Actor, targets: readonly TargetRow[]) {
	const held = outermostGrants(actor, givers);
	const granted = held
		.filter(({ placePath }) => targets.some((target) => placePath.startsWith(target.placePath)))
		.map(({ placeId }) => placeId);
	const aimed = targets.filter(({ placePath }) => mayActIn(actor, givers, placePath)).map(({ placeId }) => placeId);
	const found = await listPlacesByIds(reader, [...new Set([...granted, ...aimed])]);
	return found.map(({ id, name }) => ({ id, name }));
}

/**
 * What people within the actor's places have to do by one assignment, each page by given name, or those of a name; that
 * they were listed is written down.
 */
export async function readDuties(
	house: AssignHouse,
	actor: Actor,
	{ id, show = 'all', after, query = '' }: DutiesQuery & { id: string }
): Promise<DutyList> {
	return house.store.transact(async (tx) => {
		const row = await findAssignment(tx, actor, id);
		if (!row) throw noSuchAssignment();
		if (after !== undefined && !(await findDuty(tx, actor, { id: after, roles: ['overseer', ...givers] })))
			throw noSuchDuty();
		const isSearch = fold(query) !== '';
		const found = isSearch
			? await findDuties(tx, actor, { assignmentId: id, show, query })
			: await listDuties(tx, actor, { assignmentId: id, show, after, limit: pageSize + 1 });
		const page = isSearch ? found : found.slice(0, pageSize);
		const act = actOnAssignment(actor, 'assign.duties-listed', row);
		await recordAct(tx, house, { ...act, details: { results: page.length } });
		const learnerIds = [...new Set(page.map(({ learnerId }) => learnerId))];
		const subjects = [...new Set(page.map(({ subject }) => subject))];
		const finished = await listFinishedOf(tx, { learnerIds, subjects });
		const names = await namesOf(tx, learnerIds);
		const places = await placesOf(
			tx,
			page.map(({ placeId }) => placeId)
		);
		const told = page.map((duty) => ({
			...toldDuty(house, duty, { lang: actor.lang, finished }),
			name: names.get(duty.learnerId) ?? '',
			place: places.get(duty.placeId) ?? ''
		}));
		return { duties: told.sort(byGivenName), next: found.length > page.length ? (page.at(-1)?.id ?? null) : null };
	});
}

function byGivenName(a: { name: string; title: string }, b: { name: string; title: string }): number {
	const [left, right] = [a, b].map(({ name, title }) => `${vietnameseSortKey(name)} ${title}`) as [string, string];
	return left < right ? -1 : Number(left > right);
}

/** A duty as both sides see it. */
export function toldDuty(
	{ catalog }: Pick<AssignHouse, 'catalog'>,
	duty: DutyRow,
	{ lang, finished }: { lang: 'vi' | 'en'; finished: readonly Finished[] }
) {
	const { id, subject, state, dueOn, percent, settledAt, validUntil, reason, evidence, settledBy } = duty;
	return {
		...{ id, subject, title: titleOf(catalog, subject, lang) ?? subject, state, dueOn, percent, validUntil },
		...{ settledAt: settledAt?.toISOString() ?? null, reason, evidence },
		waiting: state === 'open' && evidence !== null && settledBy === null,
		honesty: honestyOf(finished, duty)
	};
}
