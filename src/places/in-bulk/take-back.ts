import type { Writer } from '../../platform/persistence/store.ts';
import { pathsNamed, type PathTable } from '../../platform/place-moves.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import { dayBefore } from '../holdings.ts';
import { listByIds, type Place } from '../queries.ts';
import { listLeaningOn, listTold, neverStood } from './queries.ts';
import { readRow, type ListRow } from './read-row.ts';

/** A place with the row that it was made of. */
export type MadeOf = ListRow & { readonly id: string };

/**
 * Takes these places back as if they had never stood: those that are as they were made, where nobody and nothing is, in
 * which nothing lies, and to which nothing answers. They come the last made first. Returns the ids of those that went.
 * As every place their rows stay, for the trail that names them; deleting one would have every table looked through.
 */
export async function takePlacesBack(
	tx: Writer,
	{ made, paths, now }: { made: readonly MadeOf[]; paths: readonly PathTable[]; now: Date }
): Promise<Set<string>> {
	const ids = made.map(({ id }) => id);
	const there = new Map((await listByIds(tx, ids)).map((place) => [place.id, place]));
	const named = await pathsNamed(
		tx,
		paths,
		[...there.values()].map(({ path }) => path)
	);
	const told = new Set(await listTold(tx, ids));
	const leaning = await listLeaningOn(tx, ids);
	const gone = new Set<string>();
	for (const row of made) {
		const place = there.get(row.id);
		const free = place && !told.has(place.id) && !named.has(place.path) && isAsMade(place, row);
		const leant = leaning.some((each) => !gone.has(each.id) && leansOn(each, row.id));
		if (!place || (free && !leant)) gone.add(row.id);
	}
	await neverStood(tx, [...gone], { validFrom: dayInVietNam(now), validTo: dayBefore(now) });
	return gone;
}

function leansOn({ parentId, answersTo, mergedInto }: Awaited<ReturnType<typeof listLeaningOn>>[number], id: string) {
	return [parentId, answersTo, mergedInto].includes(id);
}

/** Nobody has changed what it is called or what is told of it. */
function isAsMade(place: Place, row: ListRow): boolean {
	const { parts } = readRow(row);
	const told = ['name', 'organisationKind', 'sector', 'officialCode', 'grade', 'schoolYear'] as const;
	return place.validTo === null && told.every((member) => place[member] === parts[member]);
}
