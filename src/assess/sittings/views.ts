import { listPlacesByIds } from '../../places/index.ts';
import type { Lang } from '../../platform/messages/index.ts';
import type { AssessHouse } from '../assess-house.ts';
import type { SittingRow } from './queries.ts';
import { isOpen } from './sitting-times.ts';

/** What a sitting is about, in the reader's language; the id stands for a test that has left the catalogue. */
export async function aboutSittings(
	{ store, catalog, clock }: AssessHouse,
	rows: readonly SittingRow[],
	lang: Lang
): Promise<ReturnType<typeof timesOf>[]> {
	const places = await listPlacesByIds(store.read, [...new Set(rows.map(({ placeId }) => placeId))]);
	const names = new Map(places.map(({ id, name }) => [id, name]));
	return rows.map((row) => {
		const test = catalog.testView(row.testId, lang);
		const about = { testTitle: test?.title ?? row.testId, minutes: test?.minutes ?? null };
		return timesOf(row, {
			...about,
			place: { id: row.placeId, name: names.get(row.placeId) ?? '' },
			now: clock.now()
		});
	});
}

interface About {
	readonly testTitle: string;
	readonly minutes: number | null;
	readonly place: { id: string; name: string };
	readonly now: Date;
}

function timesOf(row: SittingRow, { now, ...about }: About) {
	const open = isOpen(row, now);
	return {
		...{ id: row.id, ...about, open },
		openedAt: row.openedAt.toISOString(),
		endsAt: row.endsAt.toISOString(),
		closedAt: open ? null : (row.closedAt ?? row.endsAt).toISOString()
	};
}
