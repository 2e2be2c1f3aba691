import { and, asc, eq, exists, inArray, isNull, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Among } from '../../identity/index.ts';
import { outermostGrants, withinGrants, type Actor } from '../../platform/actor.ts';
import { isNarrow } from '../../platform/persistence/dialect.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { givers } from '../assign-house.ts';
import { memberships } from '../members/tables.ts';
import type { Member } from './members-aimed-at.ts';

export type Belonging = Pick<Member, 'learnerId' | 'placeId' | 'position'>;

/**
 * Those who belong to an organisation to whose people the actor may give things out, for lists of names. Of a few places
 * they are looked up first; of a whole province each name in its turn is asked whether it is one.
 */
export function membersWithin(reader: Reader, actor: Actor): Among {
	const isMember = and(isNull(memberships.endedAt), withinGrants(actor, givers, memberships.placePath));
	if (outermostGrants(actor, givers).every(({ placePath }) => isNarrow(placePath))) {
		const ids = reader.select({ learnerId: memberships.learnerId }).from(memberships).where(isMember);
		return { few: true, are: (learner) => inArray(learner, ids) };
	}
	const one = (learner: PgColumn) =>
		reader
			.select({ one: sql`1` })
			.from(memberships)
			.where(and(eq(memberships.learnerId, learner), isMember));
	return { few: false, are: (learner) => exists(one(learner)) };
}

/** Where these people belong, within the places to whose people the actor may give things out. */
export function listBelongingWithin(reader: Reader, actor: Actor, learnerIds: readonly string[]): Promise<Belonging[]> {
	return reader
		.select({ learnerId: memberships.learnerId, placeId: memberships.placeId, position: memberships.position })
		.from(memberships)
		.where(
			and(
				inArray(memberships.learnerId, ['', ...learnerIds]),
				isNull(memberships.endedAt),
				withinGrants(actor, givers, memberships.placePath)
			)
		)
		.orderBy(asc(memberships.joinedAt), asc(memberships.id));
}
