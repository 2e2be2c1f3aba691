import { listOrganisationsAmong, listAnsweringTo } from '../places/index.ts';
import type { Grant, Role } from '../platform/actor.ts';
import type { Reader } from '../platform/persistence/store.ts';

/** Roles that reach along the line of authority; who helps people or edits lessons does so where she is. */
const reaching: readonly Role[] = ['officer', 'administrator', 'overseer', 'teacher'];

/** Longer than this no line of authority is. */
const longestLine = 10;

/**
 * The grants that follow from those on organisations: on what answers to them, directly or through others, wherever it
 * lies. Costs whoever has such a role one short query, and only those with a role on an organisation any more.
 */
export async function grantsByLine(reader: Reader, grants: readonly Grant[]): Promise<Grant[]> {
	const held = grants.filter(({ role }) => reaching.includes(role));
	if (held.length === 0) return [];
	const organisations = await listOrganisationsAmong(reader, [...new Set(held.map(({ placeId }) => placeId))]);
	const derived: Grant[] = [];
	for (const { id, path } of organisations) {
		const roles = [...new Set(held.flatMap(({ placeId, role }) => (placeId === id ? role : [])))];
		for (const place of await placesInLine(reader, path))
			derived.push(...roles.map((role) => ({ role, placeId: place.id, placePath: place.path, through: id })));
	}
	return derived;
}

/** What answers to the organisation at this path or to what lies in it, and so on; each once, so that no round goes on for ever. */
export async function placesInLine(reader: Reader, top: string): Promise<{ id: string; path: string }[]> {
	const reached = new Map<string, string>();
	let paths = [top];
	for (let steps = 0; paths.length > 0 && steps < longestLine; steps++) {
		const below = await listAnsweringTo(reader, paths);
		const fresh = below.filter(({ id, path }) => !path.startsWith(top) && !reached.has(id));
		for (const { id, path } of fresh) reached.set(id, path);
		paths = fresh.map(({ path }) => path);
	}
	return [...reached].map(([id, path]) => ({ id, path }));
}
