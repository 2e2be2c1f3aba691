import type { SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Lang } from './messages/index.ts';
import { liesWithin } from './persistence/dialect.ts';

export type Role = 'learner' | 'helper' | 'teacher' | 'editor' | 'overseer' | 'officer' | 'administrator';

/** Under what an act was done: a role, or on the server itself by a command. */
export type ActingRole = Role | 'command';

/** A role on a place and everything below it: `placePath` is a prefix of the paths it reaches; `/` reaches all. */
export interface Grant {
	readonly role: Role;
	readonly placeId: string;
	readonly placePath: string;
	/** Not granted itself: it follows from a grant on this organisation, to which the place answers. */
	readonly through?: string;
}

/** Who is asking. Read per request from the database, never from a token. */
export interface Actor {
	/** The learner of this account or, without one, of this device; null before the first answer. */
	readonly learnerId: string | null;
	/** What was learnt on this device by someone who has not claimed it; null when it is the actor's own or there is none. */
	readonly deviceLearnerId: string | null;
	readonly accountId: string | null;
	readonly sessionId: string | null;
	/** The learner is here by her printed card; `helpedBy` is the account of a helper who learns together with her. */
	readonly card: { readonly helpedBy: string | null } | null;
	readonly grants: readonly Grant[];
	readonly lang: Lang;
}

/** Somebody who has given no sign of who they are. */
export function visitor(lang: Lang = 'vi'): Actor {
	return { learnerId: null, deviceLearnerId: null, accountId: null, sessionId: null, card: null, grants: [], lang };
}

/** True when one of the roles was granted on the place or above it. */
export function mayActIn(actor: Actor, wanted: readonly Role[], placePath: string): boolean {
	return actor.grants.some((grant) => wanted.includes(grant.role) && placePath.startsWith(grant.placePath));
}

/** True when one of the roles was granted anywhere. */
export function hasRole(actor: Actor, wanted: readonly Role[]): boolean {
	return actor.grants.some((grant) => wanted.includes(grant.role));
}

/** The condition that keeps a query within the places where the actor holds one of the roles. */
export function withinGrants(actor: Actor, wanted: readonly Role[], path: PgColumn): SQL {
	const reached = actor.grants.filter((grant) => wanted.includes(grant.role));
	return liesWithin(
		path,
		reached.map((grant) => grant.placePath)
	);
}

/** The grant under which the actor does something there: of the least of the wanted roles, on the nearest place. */
export function grantFor(actor: Pick<Actor, 'grants'>, wanted: readonly Role[], placePath: string): Grant | undefined {
	const [nearest] = actor.grants
		.filter((grant) => wanted.includes(grant.role) && placePath.startsWith(grant.placePath))
		.sort((a, b) => wanted.indexOf(a.role) - wanted.indexOf(b.role) || b.placePath.length - a.placePath.length);
	return nearest;
}

/** The grants that say how far one of the roles reaches: none lies within another. */
export function outermostGrants(actor: Actor, wanted: readonly Role[]): Grant[] {
	const held = actor.grants
		.filter((grant) => wanted.includes(grant.role))
		.sort((a, b) => a.placePath.length - b.placePath.length || wanted.indexOf(a.role) - wanted.indexOf(b.role));
	return held.filter((grant, i) => !held.slice(0, i).some((wider) => grant.placePath.startsWith(wider.placePath)));
}
