import { and, asc, count, eq, exists, inArray, isNull, lte, ne, not, or, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { isNarrow, isOneOf, liesWithin, liesWithinInTurn, unindexed } from '../../platform/persistence/dialect.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import type { Among } from '../../identity/index.ts';
import { listPlacesWhere } from '../../places/index.ts';
import { positionThere } from '../members/position.ts';
import { assignmentItems, assignments, assignmentTargets, duties, memberships } from '../tables.ts';
import type { RowState } from './schemas.ts';

export interface Running {
	readonly id: string;
	readonly title: string;
	readonly graceDays: number;
	readonly subjects: string[];
}

/** What somebody looks at: where, which assignments and modules, which people. */
export interface Scope {
	readonly paths: string[];
	/** The places in whose trail it is written down. */
	readonly places: { placeId: string; placePath: string }[];
	readonly running: Running[];
	readonly assignmentIds: string[];
	readonly subjects: string[];
	readonly moreModules: boolean;
	readonly folded: string;
	readonly state: RowState | undefined;
	/** The last late due day of each length of grace. */
	readonly late: { assignmentIds: string[]; lastDay: string }[];
}

/** Assignments that are given out in these places, or from above them, the one due first in front. */
export async function listRunning(reader: Reader, paths: readonly string[]): Promise<Running[]> {
	const rows = await reader
		.select({
			id: assignments.id,
			title: assignments.title,
			graceDays: assignments.graceDays,
			subject: assignmentItems.subject
		})
		.from(assignments)
		.innerJoin(assignmentItems, eq(assignmentItems.assignmentId, assignments.id))
		.where(
			and(
				inArray(assignments.state, ['sending', 'sent']),
				exists(
					reader
						.select({ one: sql`1` })
						.from(assignmentTargets)
						.where(and(eq(assignmentTargets.assignmentId, assignments.id), meets(assignmentTargets.placePath, paths)))
				)
			)
		)
		.orderBy(asc(assignments.dueOn), asc(assignments.id), asc(assignmentItems.position));
	const all = new Map<string, Running>();
	for (const { subject, ...row } of rows) {
		const { subjects = [] } = all.get(row.id) ?? {};
		all.set(row.id, { ...row, subjects: [...subjects, subject] });
	}
	return [...all.values()];
}

/** A place that lies in one of these, or that one of these lies in. */
function meets(path: PgColumn, paths: readonly string[]): SQL | undefined {
	const above = paths.flatMap((each) => {
		const steps = each.split('/').filter(Boolean);
		return ['/', ...steps.map((_, i) => `/${steps.slice(0, i + 1).join('/')}/`)];
	});
	return or(liesWithin(path, paths), above.length ? inArray(path, above) : undefined);
}

/** Duties of the chosen modules that reached somebody through the places of the scope, found by whichever are fewer. */
export function inScope(scope: Scope): SQL | undefined {
	const { paths } = scope;
	return and(liesWithin(duties.placePath, paths), ofModules(scope, paths.every(isNarrow) ? unindexed : asItIs));
}

/** The same among the duties of people who are known already. */
const inScopeOfPerson = (scope: Scope): SQL | undefined =>
	and(liesWithinInTurn(duties.placePath, scope.paths), ofModules(scope, unindexed));

const asItIs = (column: PgColumn): SQL => sql`${column}`;

function ofModules({ assignmentIds, subjects }: Scope, look: (column: PgColumn) => SQL): SQL | undefined {
	return and(
		inArray(look(duties.assignmentId), ['', ...assignmentIds]),
		inArray(look(duties.subject), ['', ...subjects]),
		ne(duties.state, 'gone')
	);
}

function isLate({ late }: Scope): SQL {
	const each = late.map(({ assignmentIds, lastDay }) =>
		and(inArray(duties.assignmentId, assignmentIds), lte(duties.dueOn, lastDay))
	);
	return or(...each) ?? sql`1 = 0`;
}

/**
 * The learners in the rows, as a condition on other rooms' lists of names. The few of a commune are gathered and looked up;
 * of a province each name in its turn is asked whether it is one.
 */
export async function amongLearners(reader: Reader, scope: Scope): Promise<Among> {
	if (scope.paths.every(isNarrow)) {
		const ids = (await learnersOf(reader, scope)).map(({ learnerId }) => learnerId);
		return { few: true, are: (learner) => isOneOf(learner, ids) };
	}
	const some = (of: PgColumn, table: PgTable, condition: SQL | undefined) => (learner: PgColumn) =>
		exists(
			reader
				.select({ one: sql`1` })
				.from(table)
				.where(and(eq(of, learner), condition))
		);
	const belongs = some(memberships.learnerId, memberships, isMember(scope));
	const isSingle = some(assignmentTargets.learnerId, assignmentTargets, singledOut(scope));
	const are = (learner: PgColumn) => and(or(belongs(learner), isSingle(learner)), ofState(reader, scope, learner));
	return { few: false, are };
}

const isMember = ({ paths }: Scope) => and(isNull(memberships.endedAt), liesWithin(memberships.placePath, paths));
const singledOut = ({ paths, assignmentIds }: Scope) =>
	and(
		eq(assignmentTargets.kind, 'person'),
		liesWithin(assignmentTargets.placePath, paths),
		inArray(assignmentTargets.assignmentId, ['', ...assignmentIds])
	);

/** The ids of the learners in the rows. */
function learnersOf(reader: Reader, scope: Scope) {
	const members = reader
		.select({ learnerId: memberships.learnerId })
		.from(memberships)
		.where(and(isMember(scope), ofState(reader, scope, memberships.learnerId)));
	const { learnerId } = assignmentTargets;
	const single = reader
		.select({ learnerId: sql<string>`${learnerId}` })
		.from(assignmentTargets)
		.where(and(singledOut(scope), ofState(reader, scope, learnerId)));
	return members.union(single);
}

/** Whether somebody has such a duty, of any state where none is chosen: one look-up for each person, not for each duty there is. */
function ofState(reader: Reader, scope: Scope, learner: PgColumn): SQL | undefined {
	const some = (condition?: SQL) =>
		exists(
			reader
				.select({ one: sql`1` })
				.from(duties)
				.where(and(eq(duties.learnerId, learner), inScopeOfPerson(scope), condition))
		);
	const open = eq(duties.state, 'open');
	const late = some(and(open, isLate(scope)));
	if (scope.state === 'late') return late;
	if (scope.state === 'open') return and(some(open), not(late));
	if (scope.state === 'done') return and(some(ne(duties.state, 'open')), not(some(open)));
	return scope.state === undefined ? some() : sql`1 = 0`;
}

/** What the people of a page are asked, module by module. */
export function listCellDuties(reader: Reader, scope: Scope, learnerIds: string[]) {
	const { learnerId, subject, state, dueOn, settledAt, percent } = duties;
	return reader
		.select({ learnerId, subject, state, dueOn, settledAt, percent, graceDays: assignments.graceDays })
		.from(duties)
		.innerJoin(assignments, eq(assignments.id, duties.assignmentId))
		.where(and(inArray(learnerId, ['', ...learnerIds]), inScopeOfPerson(scope)));
}

/** Where the people of a page belong, within the scope. */
export function listBelonging(reader: Reader, { paths }: Scope, learnerIds: string[]) {
	const { learnerId, placeId } = memberships;
	return reader
		.select({ learnerId, placeId, position: positionThere(reader) })
		.from(memberships)
		.where(
			and(
				inArray(learnerId, ['', ...learnerIds]),
				isNull(memberships.endedAt),
				liesWithin(memberships.placePath, paths)
			)
		)
		.orderBy(asc(memberships.joinedAt), asc(memberships.id));
}

/** Where people of these places belong, two hundred organisations at most. */
export function listOrganisations(reader: Reader, paths: readonly string[]): Promise<{ id: string; name: string }[]> {
	const somebody = (placeId: PgColumn) =>
		reader
			.select({ one: sql`1` })
			.from(memberships)
			.where(and(eq(memberships.placeId, placeId), isNull(memberships.endedAt)));
	return listPlacesWhere(reader, paths, (placeId) => exists(somebody(placeId)));
}

/** How many people with an account the rows are of. */
export async function countLearners(reader: Reader, scope: Scope): Promise<number> {
	const [found] = await reader.select({ people: count() }).from(learnersOf(reader, scope).as('learners_of'));
	return found?.people ?? 0;
}

/** Of everybody in the rows, how many are asked each module, and of how many it is open or late. */
export function countCells(reader: Reader, scope: Scope) {
	const most = (condition: SQL | undefined, name: string) =>
		sql<number>`max(case when ${condition} then 1 else 0 end)`.as(name);
	const open = eq(duties.state, 'open');
	// Whoever has a duty here belongs here: only where a part of them is meant is each looked for.
	const among = scope.state === undefined ? undefined : inArray(duties.learnerId, learnersOf(reader, scope));
	const cells = reader
		.select({
			subject: duties.subject,
			learnerId: duties.learnerId,
			open: most(open, 'is_open'),
			late: most(and(open, isLate(scope)), 'is_late')
		})
		.from(duties)
		.where(and(inScope(scope), among))
		.groupBy(duties.subject, duties.learnerId)
		.as('cells');
	return reader
		.select({
			subject: cells.subject,
			asked: count(),
			open: sql`sum(${cells.open})`.mapWith(Number),
			late: sql`sum(${cells.late})`.mapWith(Number)
		})
		.from(cells)
		.groupBy(cells.subject);
}
