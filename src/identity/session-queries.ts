import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm';
import { newId, randomToken } from '../platform/ids.ts';
import type { Actor } from '../platform/actor.ts';
import { isAmong, listOf } from '../platform/persistence/dialect.ts';
import { prepared, type Named } from '../platform/persistence/prepared.ts';
import type { Reader, Writer } from '../platform/persistence/store.ts';
import { endCardSessionsBy } from './card-queries.ts';
import { grantsByLine } from './line-of-authority.ts';
import { learnerVersions } from './learner-versions.ts';
import { accounts, grants, sessions } from './tables.ts';
import type { Issued } from './tokens.ts';

export interface NewSession {
	accountId: string;
	device: string;
	now: Date;
}

/** A session whose first refresh token is to be handed out. */
export async function addSession(tx: Writer, { accountId, device, now }: NewSession): Promise<Issued> {
	const sessionId = newId();
	await tx.insert(sessions).values({
		id: sessionId,
		accountId,
		device,
		createdAt: now,
		lastUsedAt: now,
		usedGeneration: 0,
		usedTokenId: ''
	});
	return { sessionId, generation: 1, tokenId: randomToken(12) };
}

/** A session that has not ended, of an account that is not closed. */
export async function findOpenSession(reader: Reader, sessionId: string) {
	const [found] = await reader
		.select({
			id: sessions.id,
			accountId: sessions.accountId,
			usedGeneration: sessions.usedGeneration,
			usedTokenId: sessions.usedTokenId
		})
		.from(sessions)
		.innerJoin(accounts, eq(accounts.id, sessions.accountId))
		.where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt), isNull(accounts.closedAt)));
	return found;
}

/** True for a session that was ended, or whose account is closed; of one that nobody knows nothing can be said. */
export async function isSignedOut(reader: Reader, sessionId: string): Promise<boolean> {
	const [found] = await reader
		.select({ endedAt: sessions.endedAt, closedAt: accounts.closedAt })
		.from(sessions)
		.innerJoin(accounts, eq(accounts.id, sessions.accountId))
		.where(eq(sessions.id, sessionId));
	return found !== undefined && (found.endedAt !== null || found.closedAt !== null);
}

export async function noteUse(
	tx: Writer,
	sessionId: string,
	use: { usedGeneration: number; usedTokenId: string; lastUsedAt: Date }
): Promise<void> {
	await tx.update(sessions).set(use).where(eq(sessions.id, sessionId));
}

export async function endSession(tx: Writer, sessionId: string, endedAt: Date): Promise<void> {
	await tx
		.update(sessions)
		.set({ endedAt })
		.where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)));
}

/** Ends every session of an account, or every one but one, and what cards its owner opened, on every device. */
export async function endSessions(tx: Writer, accountId: string, end: { at: Date; except?: string }): Promise<void> {
	await endCardSessionsBy(tx, accountId);
	await tx
		.update(sessions)
		.set({ endedAt: end.at })
		.where(
			and(
				eq(sessions.accountId, accountId),
				isNull(sessions.endedAt),
				end.except === undefined ? undefined : ne(sessions.id, end.except)
			)
		);
}

export function listOpenSessions(reader: Reader, accountId: string, usedAfter: Date) {
	return reader
		.select({
			id: sessions.id,
			device: sessions.device,
			createdAt: sessions.createdAt,
			lastUsedAt: sessions.lastUsedAt
		})
		.from(sessions)
		.where(and(eq(sessions.accountId, accountId), isNull(sessions.endedAt), gt(sessions.lastUsedAt, usedAfter)))
		.orderBy(desc(sessions.lastUsedAt), desc(sessions.id))
		.limit(100);
}

export async function declineLearner(tx: Writer, sessionId: string, learnerId: string): Promise<void> {
	await tx.update(sessions).set({ declinedLearnerId: learnerId }).where(eq(sessions.id, sessionId));
}

/** Somebody who is signed in, with what she may do now. */
export type SignedIn = Pick<Actor, 'accountId' | 'sessionId' | 'grants'> & { readonly learnerId: string };

/** Whoever an open session belongs to: one query. */
export async function findSignedIn(reader: Reader, sessionId: string): Promise<SignedIn | undefined> {
	return (await findAllSignedIn(reader, [sessionId])).get(sessionId)?.signedIn;
}

/** Who is signed in, and the version of her progress as it was in the same look: see learner-versions.ts. */
export interface SignedInWithVersion {
	readonly signedIn: SignedIn;
	readonly version: string | null;
}

/** Whoever these open sessions belong to: one query for any number. */
export async function findAllSignedIn(
	reader: Reader,
	sessionIds: readonly string[]
): Promise<ReadonlyMap<string, SignedInWithVersion>> {
	const found = new Map<string, SignedInWithVersion & { signedIn: { grants: Actor['grants'][number][] } }>();
	for (const row of await signedInBySession(reader, { sessionIds: listOf(sessionIds) })) {
		const { sessionId, accountId, learnerId, version, role, placeId, placePath } = row;
		let known = found.get(sessionId);
		if (!known) {
			known = { signedIn: { accountId, learnerId, sessionId, grants: [] }, version };
			found.set(sessionId, known);
		}
		if (role !== null && placeId !== null && placePath !== null)
			known.signedIn.grants.push({ role, placeId, placePath });
	}
	for (const { signedIn } of found.values()) signedIn.grants.push(...(await grantsByLine(reader, signedIn.grants)));
	return found;
}

const signedInBySession = prepared('identity.signed-in', (reader: Reader, value: Named<'sessionIds'>) =>
	reader
		.select({
			sessionId: sessions.id,
			accountId: accounts.id,
			learnerId: accounts.learnerId,
			version: learnerVersions.version,
			role: grants.role,
			placeId: grants.placeId,
			placePath: grants.placePath
		})
		.from(sessions)
		.innerJoin(accounts, eq(accounts.id, sessions.accountId))
		.leftJoin(learnerVersions, eq(learnerVersions.learnerId, accounts.learnerId))
		.leftJoin(grants, and(eq(grants.accountId, accounts.id), isNull(grants.endedAt)))
		.where(and(isAmong(sessions.id, value('sessionIds')), isNull(sessions.endedAt), isNull(accounts.closedAt)))
);
