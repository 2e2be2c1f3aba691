import { and, asc, desc, eq, gte, isNull, ne, or } from 'drizzle-orm';
import { newId } from '../../platform/ids.ts';
import { contains, liesWithin } from '../../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { fold } from '../../platform/text.ts';
import { localKindOf, placeSortKey } from '../names.ts';
import { isCoded, type Place } from '../queries.ts';
import { placeNames, places } from '../tables.ts';

type NameParts = Pick<Place, 'name' | 'nameSort' | 'folded' | 'localKind'>;

/** A name with what goes by it; without a local kind of its own it keeps the one of before. */
export function nameParts(name: string, before: Pick<Place, 'localKind' | 'nameSort'>): NameParts {
	const key = placeSortKey(name);
	const localKind = localKindOf(name) ?? before.localKind;
	return { name, nameSort: before.nameSort.startsWith('~') ? `~${key}` : key, folded: fold(name), localKind };
}

export async function setName(tx: Writer, id: string, parts: NameParts): Promise<void> {
	await tx.update(places).set(parts).where(eq(places.id, id));
}

export async function setOfficialCode(tx: Writer, id: string, officialCode: string | null): Promise<void> {
	await tx.update(places).set({ officialCode }).where(eq(places.id, id));
}

/** Whether another place that stands has this code: of its kind anywhere, of organisations where it lies. */
export async function isCodeTaken(
	reader: Reader,
	code: string,
	{ id, kind, parentId, day }: Pick<Place, 'kind' | 'parentId'> & { id: string | null; day: string }
): Promise<boolean> {
	const others = await reader.$count(
		places,
		and(
			isCoded(code),
			eq(places.kind, kind),
			kind === 'organisation' ? eq(places.parentId, parentId ?? '') : undefined,
			id === null ? undefined : ne(places.id, id),
			or(isNull(places.validTo), gte(places.validTo, day))
		)
	);
	return others > 0;
}

/** Keeps what a place was called until a day, and by which document that ended. */
export async function keepFormerName(
	tx: Writer,
	{ id: placeId, name, folded, localKind, officialCode }: Place,
	{ until, document }: { until: string; document: string | null }
): Promise<void> {
	const row = { id: newId(), placeId, kind: 'name' as const, name, folded, localKind, officialCode, until, document };
	await tx.insert(placeNames).values(row);
}

/** Says that a place lay in an old district. */
export async function addDistrict(tx: Writer, placeId: string, name: string): Promise<void> {
	const localKind = name.split(' ')[0]?.toLocaleLowerCase('vi') ?? '';
	const row = { id: newId(), placeId, kind: 'district' as const, name, folded: fold(name), localKind };
	await tx.insert(placeNames).values(row);
}

export async function removeDistrict(tx: Writer, placeId: string, id: string): Promise<void> {
	await tx
		.delete(placeNames)
		.where(and(eq(placeNames.id, id), eq(placeNames.placeId, placeId), eq(placeNames.kind, 'district')));
}

/** What a place was called, the newest first, and the old districts. */
export function listFormerNames(reader: Reader, placeId: string) {
	const { id, kind, name, officialCode, until, document } = placeNames;
	return reader
		.select({ id, kind, name, officialCode, until, document })
		.from(placeNames)
		.where(eq(placeNames.placeId, placeId))
		.orderBy(desc(placeNames.until), asc(placeNames.name), asc(placeNames.id))
		.limit(100);
}

/** Places below a path by a part of what they were called, or of the old district they lay in. */
export function listByFormerNames(reader: Reader, { below, containing }: { below: string; containing: string }) {
	return reader
		.select({
			placeId: placeNames.placeId,
			kind: placeNames.kind,
			name: placeNames.name,
			mergedInto: places.mergedInto
		})
		.from(placeNames)
		.innerJoin(places, eq(places.id, placeNames.placeId))
		.where(and(liesWithin(places.path, [below]), contains(placeNames.folded, containing)))
		.orderBy(asc(placeNames.name), asc(placeNames.id))
		.limit(60);
}
