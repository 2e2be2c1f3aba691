import type { Actor } from '../../platform/actor.ts';
import type { AssessHouse } from '../assess-house.ts';
import { findFound } from '../calibrated/queries.ts';
import { enoughAnswers } from './figures.ts';
import { flags } from './judge.ts';
import { findComputedAt, findShown, listWorst, type ItemFilter, type ShownRow } from './queries.ts';
import { noSuchItem } from './refusals.ts';
import type { ItemFilters, ItemList, ItemQuery } from './schemas.ts';
import { courseOf, lineOf } from './views.ts';
import { refuseOthers } from './who-may.ts';

const pageSize = 50;

/** A page of the questions in use that somebody has met, those first at which an editor should look first. */
export async function readList(house: AssessHouse, actor: Actor, { after, ...query }: ItemQuery): Promise<ItemList> {
	refuseOthers(actor);
	const { read } = house.store;
	const shownLast = after === undefined ? undefined : await findShown(read, after);
	if (after !== undefined && !shownLast) throw noSuchItem();
	const found = await listWorst(read, filterOf(query), { after: shownLast, limit: pageSize + 1 });
	const page = found.slice(0, pageSize);
	return {
		asOf: (await findComputedAt(read))?.toISOString() ?? null,
		enough: enoughAnswers,
		courses: house.catalog.courseIds().map((id) => courseOf(house, id, actor.lang)),
		flags: [...flags],
		items: await linesOf(house, actor, page),
		next: found.length > pageSize ? (page.at(-1)?.hash ?? null) : null
	};
}

/** All lines of the list, page by page. */
export async function* allLines(house: AssessHouse, actor: Actor, query: ItemFilters) {
	let after: ShownRow | undefined;
	do {
		const page = await listWorst(house.store.read, filterOf(query), { after, limit: pageSize });
		yield* await linesOf(house, actor, page);
		after = page.length === pageSize ? page.at(-1) : undefined;
	} while (after);
}

const filterOf = ({ course, flag }: ItemFilters): ItemFilter => ({ courseId: course, flag });

/** A version that was retired a moment ago is left out. */
async function linesOf(house: AssessHouse, { lang }: Actor, rows: readonly ShownRow[]): Promise<ItemList['items']> {
	const known = await findFound(
		house.store.read,
		rows.map(({ hash }) => hash)
	);
	return rows.flatMap((row) => {
		const question = house.catalog.questionByHash(row.hash, lang);
		return question ? [lineOf(house, row, { question, found: known.get(row.hash), lang })] : [];
	});
}
