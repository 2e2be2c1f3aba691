import { findNamedHelped, listHelpedAmong } from '../../community/index.ts';
import { findNamedLearner, listAccountsAmong, type NamedLearner } from '../../identity/index.ts';
import { listPlacesByIds } from '../../places/index.ts';
import { outermostGrants, type Actor } from '../../platform/actor.ts';
import { doerOf, recordAct, type Act } from '../../platform/audit.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import { say } from '../../platform/messages/index.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { readers, type AssignHouse } from '../assign-house.ts';
import { cellOf, type CellDuty } from './cells.ts';
import {
	amongLearners,
	countCells,
	countLearners,
	listBelonging,
	listCellDuties,
	listOrganisations,
	type Scope
} from './queries.ts';
import { countUnregistered, findStaffRow, listUnregistered, type StaffRow } from './staff-rows.ts';
import { noSuchRow } from './refusals.ts';
import type { Board, BoardFilter, BoardQuery, BoardRow, BoardTotals } from './schemas.ts';
import { scopeOf, titleOf } from './scope.ts';

const pageSize = 50;

/**
 * People and what each was asked, a page of them by given name, with those of the staff lists who have no account yet or have not joined.
 * That they were looked at, and how many, is written down.
 */
export async function readBoard(house: AssignHouse, actor: Actor, query: BoardQuery): Promise<Board> {
	const { after, ...filter } = query;
	const reader = house.store.read;
	const scope = await scopeOf(reader, actor, { filter, today: dayInVietNam(house.clock.now()) });
	const shown = after === undefined ? undefined : await findShown(reader, after);
	if (after !== undefined && !shown) throw noSuchRow();
	const found = await listRows(house, actor.lang, { scope, after: shown, limit: pageSize + 1 });
	const rows = found.slice(0, pageSize);
	await recordLooking(house, actor, {
		scope,
		looked: 'viewed',
		details: { results: rows.length, searched: scope.folded !== '', further: after !== undefined }
	});
	return {
		modules: modulesOf(house, scope, actor),
		moreModules: scope.moreModules,
		rows: rows.map(({ row }) => row),
		next: found.length > pageSize ? (rows.at(-1)?.row.id ?? null) : null,
		places: await organisationsOf(reader, actor),
		assignments: scope.running.map(({ id, title }) => ({ id, name: title }))
	};
}

export function modulesOf(house: AssignHouse, { subjects }: Scope, { lang }: Actor): Board['modules'] {
	return subjects.map((subject) => ({ subject, title: titleOf(house, subject, lang) }));
}

async function organisationsOf(reader: Reader, actor: Actor): Promise<Board['places']> {
	return listOrganisations(
		reader,
		outermostGrants(actor, readers).map(({ placePath }) => placePath)
	);
}

const looks = { viewed: 'assign.board-viewed', exported: 'assign.board-exported' } as const;

/** Writes down in the trail of each place that somebody looked at its people. */
export async function recordLooking(
	house: AssignHouse,
	actor: Actor,
	{ scope, looked, details }: Pick<Act, 'details'> & { scope: Scope; looked: keyof typeof looks }
): Promise<void> {
	await house.store.transact(async (tx) => {
		for (const { placeId, placePath } of scope.places)
			await recordAct(tx, house, {
				action: looks[looked],
				details: details ?? {},
				doer: doerOf(actor, readers, placePath),
				subject: { kind: 'place', id: placeId },
				placePath
			});
	});
}

/** A row with what it is sorted by. */
export interface SortedRow {
	readonly row: BoardRow;
	readonly sort: NamedLearner;
}

async function findShown(reader: Reader, id: string): Promise<NamedLearner | undefined> {
	return (await findNamedLearner(reader, id)) ?? (await findNamedHelped(reader, id)) ?? findStaffRow(reader, id);
}

/** The next rows: of each kind of person so many, then the first of all of them. */
export async function listRows(
	house: AssignHouse,
	lang: Actor['lang'],
	{ scope, after, limit }: { scope: Scope; after?: NamedLearner | undefined; limit: number }
): Promise<SortedRow[]> {
	const reader = house.store.read;
	const filter = { folded: scope.folded, after, limit };
	const among = await amongLearners(reader, scope);
	const staff = await listUnregistered(reader, scope, filter);
	const people = [
		...(await listAccountsAmong(reader, among, filter)),
		...(await listHelpedAmong(reader, among, filter)),
		...staff
	]
		.sort(byName)
		.slice(0, limit);
	const rows = await rowsOf(house, lang, { scope, people, staff });
	return people.map((sort, i) => ({ sort, row: rows[i] ?? missing() }));
}

const missing = (): never => {
	throw new Error('there is a row for each person');
};

function byName(a: NamedLearner, b: NamedLearner): number {
	if (a.nameSort !== b.nameSort) return a.nameSort < b.nameSort ? -1 : 1;
	return a.id < b.id ? -1 : 1;
}

async function rowsOf(
	{ store, clock }: AssignHouse,
	lang: Actor['lang'],
	{ scope, people, staff }: { scope: Scope; people: NamedLearner[]; staff: StaffRow[] }
): Promise<BoardRow[]> {
	const listed = new Map(staff.map((row) => [row.id, row]));
	const ids = people.flatMap(({ id }) => (listed.has(id) ? [] : [id]));
	const belonging = await listBelonging(store.read, scope, ids);
	const home = new Map(belonging.reverse().map((row) => [row.learnerId, row]));
	const where = (id: string) => listed.get(id) ?? home.get(id);
	const placeIds = [...new Set(people.flatMap(({ id }) => where(id)?.placeId ?? []))];
	const names = new Map((await listPlacesByIds(store.read, placeIds)).map(({ id, name }) => [id, name]));
	const asked = grouped(await listCellDuties(store.read, scope, ids));
	const today = dayInVietNam(clock.now());
	const without = ({ learnerId }: StaffRow) => {
		const why = learnerId === null ? 'unregistered' : 'not-joined';
		return { state: 'unregistered' as const, text: say(lang, `board.cell-${why}`) };
	};
	return people.map(({ id, name }) => ({
		...{ id, name, place: names.get(where(id)?.placeId ?? '') ?? '', position: where(id)?.position ?? null },
		registered: !listed.has(id),
		cells: scope.subjects.map((subject) => {
			const onList = listed.get(id);
			return onList ? without(onList) : cellOf(asked.get(`${id} ${subject}`) ?? [], today, lang);
		})
	}));
}

function grouped(rows: Awaited<ReturnType<typeof listCellDuties>>): Map<string, CellDuty[]> {
	const all = new Map<string, CellDuty[]>();
	for (const row of rows) {
		const key = `${row.learnerId} ${row.subject}`;
		const known = all.get(key);
		if (known) known.push(row);
		else all.set(key, [row]);
	}
	return all;
}

/** How many have done what, of everybody whom the filters let through; a name that is searched for changes nothing. */
export async function readTotals(house: AssignHouse, actor: Actor, filter: BoardFilter): Promise<BoardTotals> {
	const reader = house.store.read;
	const scope = await scopeOf(reader, actor, {
		filter: { ...filter, query: '' },
		today: dayInVietNam(house.clock.now())
	});
	return totalsOf(reader, scope, actor.lang);
}

export async function totalsOf(reader: Reader, scope: Scope, lang: Actor['lang']): Promise<BoardTotals> {
	const counted = new Map((await countCells(reader, scope)).map((row) => [row.subject, row]));
	const unregistered = await countUnregistered(reader, scope);
	return {
		people: (await countLearners(reader, scope)) + unregistered,
		unregistered,
		modules: scope.subjects.map((subject) => {
			const { asked = 0, open = 0, late = 0 } = counted.get(subject) ?? {};
			const done = asked - open;
			return { subject, asked, done, late, text: say(lang, 'board.total', { done, asked }) };
		})
	};
}
