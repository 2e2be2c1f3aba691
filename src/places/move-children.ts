import { dayInVietNam } from '../platform/clock.ts';
import type { Writer } from '../platform/persistence/store.ts';
import { carryPaths } from '../platform/place-moves.ts';
import { dayBefore, type MovingHouse } from './holdings.ts';
import { codeFor, sameName } from './new-place.ts';
import { keepFormerName, nameParts, setName } from './naming/queries.ts';
import { carryPlaces, countBelow, listChildren, setParent, type Place } from './queries.ts';

/**
 * Puts all that lies in one place into another, with all below it; returns how many places that were. Paths change at
 * once, here and in every room. A code that is taken there becomes another; of two that stand there under one name, the
 * one that came is called by where it came from besides, and found by its old name.
 */
export async function moveChildren(
	tx: Writer,
	{ paths }: Pick<MovingHouse, 'paths'>,
	{ from, into, at }: { from: Place; into: Place; at: Date }
): Promise<number> {
	const { places, organisations } = await countBelow(tx, from.path);
	const today = dayInVietNam(at);
	const there = await listChildren(tx, into.id);
	const codes = new Set(there.map(({ code }) => code));
	const stands = ({ validTo }: Place) => validTo === null || validTo >= today;
	const names = new Set(there.filter(stands).map(({ name }) => sameName(name)));
	for (const child of await listChildren(tx, from.id)) {
		const code = codes.has(child.code) ? codeFor(child.name) : child.code;
		const to = `${into.path}${code}/`;
		await setParent(tx, { id: child.id, parentId: into.id, code });
		await carryPlaces(tx, { from: child.path, to });
		await carryPaths(tx, paths, { from: child.path, to });
		if (!stands(child) || !names.has(sameName(child.name))) continue;
		await keepFormerName(tx, child, { until: dayBefore(at), document: null });
		await setName(tx, child.id, nameParts(`${child.name} (${from.name})`, child));
	}
	return places + organisations;
}
