import type { Place } from '../../places/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import type { CertifyHouse } from '../certify-house.ts';
import { findPlaces } from './find-places.ts';
import { listSeries, type Figure } from './queries.ts';
import { twinsIn } from './twins.ts';
import type { Slip } from './typed.ts';
import { groupNames, readFigure, seriesOf, type ReadFigure, type TypedFigure } from './typed-figure.ts';

/** What would become of a row: new, put in the place of a former one, there already, or wrong. */
export interface JudgedFigure {
	readonly row: number;
	readonly typed: TypedFigure;
	readonly state: 'new' | 'corrects' | 'same' | 'wrong';
	/** The number that counts so far. */
	readonly former: number | null;
	readonly slips: readonly Slip[];
	readonly ready: Ready | null;
}

/** A figure that could be entered. */
export interface Ready {
	readonly figure: ReadFigure;
	readonly place: Place;
	readonly series: string;
	/** The highest version there is. */
	readonly version: number;
}

type Means = Pick<CertifyHouse, 'catalog' | 'clock'>;

interface Asked {
	actor: Actor;
	rows: readonly { row: number; typed: TypedFigure }[];
}

/** Says of each row what would become of it, by what there is. */
export async function judgeFigures(
	{ catalog, clock }: Means,
	reader: Reader,
	{ actor, rows }: Asked
): Promise<JudgedFigure[]> {
	const now = clock.now();
	const groups = groupNames(catalog);
	const day = dayInVietNam(now);
	const places = await findPlaces(
		reader,
		{ actor, day },
		rows.map(({ typed }) => typed.place)
	);
	const read = rows.map(({ row, typed }) => {
		const found = readFigure(typed, { now, groups });
		const place = places.get(typed.place);
		const slips = [
			...(place && 'slip' in place ? [{ field: 'place', ...place.slip }] : []),
			...('slips' in found ? found.slips : [])
		];
		if (slips.length > 0 || !place || 'slip' in place || 'slips' in found) return { row, typed, slips, ready: null };
		const { figure } = found;
		return { row, typed, slips, ready: { figure, place: place.value, series: seriesOf(figure, place.value.id) } };
	});
	const known = bySeries(await listSeries(reader, [...new Set(read.flatMap(({ ready }) => ready?.series ?? []))]));
	const twins = twinsIn(
		read.flatMap(({ row, ready }) => (ready ? [{ row, about: ready.series, says: String(ready.figure.number) }] : []))
	);
	return read.map((each) => {
		const slips = [...each.slips, ...(twins.get(each.row) ?? [])];
		const { row, typed, ready } = each;
		if (!ready || slips.length > 0) return { row, typed, slips, state: 'wrong', former: null, ready: null };
		const there = known.get(ready.series) ?? [];
		const counting = there.find(({ struckAt }) => struckAt === null);
		const judged = { row, typed, slips, former: counting?.number ?? null };
		return { ...judged, state: stateOf(ready.figure, counting), ready: { ...ready, version: there[0]?.version ?? 0 } };
	});
}

function stateOf({ number, source, note }: ReadFigure, counting: Figure | undefined): 'new' | 'corrects' | 'same' {
	if (!counting) return 'new';
	return counting.number === number && counting.source === source && counting.note === note ? 'same' : 'corrects';
}

function bySeries(figures: readonly Figure[]): Map<string, Figure[]> {
	const all = new Map<string, Figure[]>();
	for (const figure of figures) all.set(figure.series, [...(all.get(figure.series) ?? []), figure]);
	return all;
}
