import { dayInVietNam } from '../../platform/clock.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import type { AssessHouse } from '../assess-house.ts';
import { askedOf } from './asked.ts';
import { figuresOf } from './figures.ts';
import { flagsOf, worstOf } from './judge.ts';
import { countAlike, keepItem, listStale, type ItemRow } from './queries.ts';

const dayMs = 24 * 3_600_000;
const recentDays = 90;
const atOnce = 50;

/** The first of the last ninety days. */
export function recentSince({ clock }: Pick<AssessHouse, 'clock'>): string {
	return dayInVietNam(new Date(clock.now().getTime() - (recentDays - 1) * dayMs));
}

/** What is kept of a version before its figures are made. */
export type CountedRow = Pick<ItemRow, 'hash' | 'questionId' | 'courseId' | 'firstAt' | 'counters'>;

/** Makes the figures of a version from its counters, and keeps them. */
export async function keepFigures(house: AssessHouse, tx: Writer, row: CountedRow): Promise<void> {
	const { catalog, clock } = house;
	const { hash, questionId, courseId, firstAt, counters } = row;
	const question = await catalog.findQuestion(tx, hash, 'vi');
	if (!question) throw new Error(`a version that an attempt refers to is gone: ${hash}`);
	const asked = askedOf(question, catalog.rules().plausible);
	const figures = figuresOf(counters, asked, {
		since: recentSince(house),
		alikePairs: await countAlike(tx, hash)
	});
	await keepItem(tx, {
		...{ hash, questionId, courseId, firstAt, counters, figures },
		current: catalog.questionByHash(hash, 'vi') !== null,
		worst: worstOf(figures),
		flags: flagsOf(figures)
			.map((flag) => ` ${flag} `)
			.join(''),
		computedAt: clock.now(),
		releaseId: catalog.release().id
	});
}

/** Makes figures anew that are a day old, or of another release: the ninety days move on, and versions are retired. */
export async function renewFigures(house: AssessHouse): Promise<void> {
	while (await renewSome(house));
}

/** True when there may be more. */
function renewSome(house: AssessHouse): Promise<boolean> {
	const releaseId = house.catalog.release().id;
	const before = new Date(house.clock.now().getTime() - dayMs);
	return house.store.transact(async (tx) => {
		const stale = await listStale(tx, { releaseId, before, limit: atOnce });
		for (const row of stale) await keepFigures(house, tx, row);
		return stale.length === atOnce;
	});
}
