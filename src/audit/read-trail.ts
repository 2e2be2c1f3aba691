import { listAccountNames } from '../identity/index.ts';
import { listPlacesByIds, listPlacesByPaths } from '../places/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { AuditEntry } from '../platform/audit-chain.ts';
import type { House } from '../platform/house.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { filterFrom } from './filters.ts';
import { listTrail } from './queries.ts';
import type { AuditList, AuditQuery } from './schemas.ts';
import { allActions, tell } from './sentences.ts';

/** One page of what was done within the places the reader administers, newest first. */
export async function readTrail({ store }: House, actor: Actor, query: AuditQuery): Promise<AuditList> {
	const limit = Number(query.limit ?? 50);
	const before = query.before === undefined ? undefined : Number(query.before);
	const found = await listTrail(store.read, actor, { ...filterFrom(query), before, limit: limit + 1 });
	const page = found.slice(0, limit);
	const names = await namesFor(store.read, actor, page);
	const chosen = query.actor === undefined ? undefined : names.doer(query.actor);
	return {
		entries: page.map((entry) => viewOf(entry, names, actor)),
		next: found.length > limit ? (page.at(-1)?.number ?? null) : null,
		actions: allActions(actor.lang),
		actor: query.actor === undefined ? null : { id: query.actor, name: chosen ?? query.actor }
	};
}

interface Names {
	doer(accountId: string): string | undefined;
	subject(accountId: string): string | undefined;
	place(id: string): string | undefined;
	placeAt(path: string): string | undefined;
}

/**
 * The trail itself holds ids only; names are looked up for whoever reads it now. Who acts under a role answers for it
 * by name; a person it was done to, or who acted for herself, is named within the reader's places only.
 */
async function namesFor(reader: Reader, actor: Actor, page: AuditEntry[]): Promise<Names> {
	const accountsOf = (entries: AuditEntry[]) =>
		entries.flatMap(({ subjectKind, subjectId }) => (subjectKind === 'account' ? [subjectId] : []));
	const officials = page.flatMap(({ actorId, actorRole }) => (actorId && actorRole !== 'learner' ? [actorId] : []));
	const others = [...accountsOf(page), ...page.flatMap(({ actorId }) => actorId ?? [])];
	const placeIds = page.flatMap(({ actorPlaceId, subjectKind, subjectId }) => [
		...(actorPlaceId === null ? [] : [actorPlaceId]),
		...(subjectKind === 'place' ? [subjectId] : [])
	]);
	const [acting, within, byId, byPath] = await Promise.all([
		listAccountNames(reader, officials),
		listAccountNames(reader, others, actor),
		listPlacesByIds(reader, [...new Set(placeIds)]),
		listPlacesByPaths(reader, [...new Set(page.map(({ placePath }) => placePath))])
	]);
	const places = new Map(byId.map(({ id, name }) => [id, name]));
	const paths = new Map(byPath.map(({ path, name }) => [path, name]));
	return {
		doer: (id) => acting.get(id) ?? within.get(id),
		subject: (id) => within.get(id),
		place: (id) => places.get(id),
		placeAt: (path) => paths.get(path)
	};
}

function viewOf(entry: AuditEntry, names: Names, { lang }: Actor): AuditList['entries'][number] {
	const { number, id, at, action, details, previousHash, hash, actorId, actorPlaceId, subjectKind, subjectId } = entry;
	const actorPlace = actorPlaceId === null ? undefined : names.place(actorPlaceId);
	return {
		number,
		id,
		at: at.toISOString(),
		action,
		...tell(lang, action, details),
		actor: {
			id: actorId,
			name: (actorId !== null && names.doer(actorId)) || null,
			role: entry.actorRole,
			place: actorPlaceId !== null && actorPlace !== undefined ? { id: actorPlaceId, name: actorPlace } : null
		},
		subject: { kind: subjectKind, id: subjectId, name: subjectName(subjectKind, subjectId, names) },
		place: { path: entry.placePath, name: names.placeAt(entry.placePath) ?? null },
		details,
		previousHash,
		hash
	};
}

function subjectName(kind: string, id: string, names: Names): string | null {
	if (kind === 'account') return names.subject(id) ?? null;
	if (kind === 'place') return names.place(id) ?? null;
	return kind === 'record' ? id : null;
}
