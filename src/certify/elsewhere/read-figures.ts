import { listPlacesByIds, type Place } from '../../places/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import type { CertifyHouse } from '../certify-house.ts';
import { findPlaces } from './find-places.ts';
import { mayEnterFor } from './officers.ts';
import { ownCounts } from './own-counts.ts';
import { findFigure, listBatch, listCounting, listSeries, type Figure } from './queries.ts';
import { noSuchFigure, wrongPlace } from './refusals.ts';
import type { FigureList, FigureQuery, FigureStory, FigureView } from './schemas.ts';

const pageSize = 50;

/** The figures that count within one's places, each beside our own of the same kind where we have one; never added up. */
export async function readFigures(house: CertifyHouse, actor: Actor, query: FigureQuery): Promise<FigureList> {
	const { platform = null, after = null } = query;
	const place = await placeAsked(house, actor, query.place);
	const path = place?.path ?? null;
	const found = await listCounting(house.store.read, actor, { path, platform, after, limit: pageSize + 1 });
	const further = found.length > pageSize;
	const page = found.slice(0, pageSize);
	return {
		figures: await viewsOf(house, actor, page),
		next: (further && page.at(-1)?.id) || null,
		place: place?.name ?? null
	};
}

async function placeAsked({ store, clock }: CertifyHouse, actor: Actor, typed = ''): Promise<Place | null> {
	if (typed.trim() === '') return null;
	const found = (await findPlaces(store.read, { actor, day: dayInVietNam(clock.now()) }, [typed])).get(typed);
	if (found && 'value' in found) return found.value;
	throw wrongPlace(found && { fields: [{ field: 'place', ...found.slip }] });
}

/** One figure with all that was ever entered about the same, the newest first. */
export async function readFigure(house: CertifyHouse, actor: Actor, id: string): Promise<FigureStory> {
	const { read } = house.store;
	const figure = await findFigure(read, id);
	if (!figure || !mayEnterFor(actor, figure.placePath)) throw noSuchFigure();
	const all = await listSeries(read, [figure.series]);
	const counting = all.find(({ struckAt }) => struckAt === null)?.id ?? null;
	const batch = await listBatch(read, figure.batchId);
	const history = await viewsOf(house, actor, all);
	const mine = batch.every(({ placePath }) => mayEnterFor(actor, placePath));
	const standing = batch.filter(({ struckAt }) => struckAt === null).length;
	return { id, counting, history, batch: { id: figure.batchId, rows: batch.length, standing, mine } };
}

async function viewsOf(house: CertifyHouse, actor: Actor, figures: readonly Figure[]): Promise<FigureView[]> {
	const { read } = house.store;
	const names = await placeNames(read, figures);
	const own = ownCounts(read, house.catalog);
	const groups = new Map(house.catalog.groups(actor.lang).map(({ code, name }) => [code, name]));
	const views: FigureView[] = [];
	for (const figure of figures) {
		const { id, placeId, byPlaceId, groupCode, enteredAt, struckAt, struckReason, version } = figure;
		const { platform, platformName, counted, day, number, source, note } = figure;
		views.push({
			...{ id, platform, platformName, counted, day, number, source, note, struckReason },
			...{ place: names.get(placeId) ?? '', by: names.get(byPlaceId) ?? '' },
			group: groupCode === '' ? null : (groups.get(groupCode) ?? groupCode),
			own: await own(figure),
			corrects: version > 1,
			enteredAt: enteredAt.toISOString(),
			struckAt: struckAt?.toISOString() ?? null
		});
	}
	return views;
}

async function placeNames(reader: Reader, figures: readonly Figure[]): Promise<Map<string, string>> {
	const ids = new Set(figures.flatMap(({ placeId, byPlaceId }) => [placeId, byPlaceId]));
	return new Map((await listPlacesByIds(reader, [...ids])).map(({ id, name }) => [id, name]));
}
