import { listAccountNames } from '../../identity/index.ts';
import { listPlacesByIds } from '../../places/index.ts';
import { mayActIn, type Actor } from '../../platform/actor.ts';
import type { House } from '../../platform/house.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { listAssignmentsByIds } from '../assignments/queries.ts';
import { named, placeFor } from '../organisations.ts';
import { countWaiting, findComment, listOfThreads, listThreads, type CommentRow } from './queries.ts';
import { noSuchComment } from './refusals.ts';
import type { CommentCount, CommentList, CommentQuery, CommentThread } from './schemas.ts';
import { commentRoles } from './tables.ts';

const pageSize = 20;

/** What was said within the actor's places, thread by thread, the newest in front. */
export async function readComments({ store }: House, actor: Actor, query: CommentQuery): Promise<CommentList> {
	const reader = store.read;
	const { placeId, assignmentId, only, after } = query;
	const place = placeId === undefined ? undefined : await placeFor(reader, actor, { id: placeId, roles: commentRoles });
	const last = after === undefined ? undefined : await findComment(reader, after);
	if (after !== undefined && (!last || !mayActIn(actor, commentRoles, last.placePath))) throw noSuchComment();
	const filter = { path: place?.path, assignmentId, waiting: only === 'waiting', after };
	const found = await listThreads(reader, actor, { ...filter, limit: pageSize + 1 });
	const page = found.slice(0, pageSize);
	return {
		threads: await toldThreads(reader, actor, page),
		waiting: await countWaiting(reader, actor),
		next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null
	};
}

/** How many threads within the actor's places wait for an answer. */
export async function readWaiting({ store }: House, actor: Actor): Promise<CommentCount> {
	return { waiting: await countWaiting(store.read, actor) };
}

async function toldThreads(reader: Reader, actor: Actor, first: readonly CommentRow[]): Promise<CommentThread[]> {
	const said = await listOfThreads(
		reader,
		first.map(({ id }) => id)
	);
	const names = await listAccountNames(
		reader,
		said.flatMap(({ writerId }) => writerId ?? [])
	);
	const ids = [...new Set(first.map(({ placeId }) => placeId))];
	const places = new Map((await named(reader, await listPlacesByIds(reader, ids))).map((each) => [each.id, each]));
	const asked = await listAssignmentsByIds(
		reader,
		first.flatMap(({ assignmentId }) => assignmentId ?? [])
	);
	const titles = new Map(asked.map(({ id, title }) => [id, { id, title }]));
	return first.map(({ id, placeId, placePath, assignmentId, waiting, withdrawnAt }) => ({
		...{ id, waiting, assignment: titles.get(assignmentId ?? '') ?? null },
		place: places.get(placeId) ?? { id: placeId, name: '', within: null },
		mayReply: withdrawnAt === null && mayActIn(actor, commentRoles, placePath),
		comments: said
			.filter((each) => each.id === id || each.threadId === id)
			.map(({ id, writerId, role, text, writtenAt, withdrawnAt }) => ({
				...{ id, role, text, writtenAt: writtenAt.toISOString(), withdrawn: withdrawnAt !== null },
				writer: (writerId !== null && names.get(writerId)) || null,
				mine: writerId !== null && writerId === actor.accountId && withdrawnAt === null
			}))
	}));
}
