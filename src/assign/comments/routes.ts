import { Type } from 'typebox';
import type { TypedApi } from '../../platform/http/api.ts';
import type { AssignHouse } from '../assign-house.ts';
import { IdParams } from '../schemas.ts';
import { readComments, readWaiting } from './read-comments.ts';
import { CommentCount, CommentList, CommentQuery, NewComment, NewReply } from './schemas.ts';
import { commentRoles } from './tables.ts';
import { replyTo, withdrawComment, writeComment } from './write-comment.ts';

const tags = ['assign'];
const config = { access: commentRoles } as const;
const params = IdParams;
const nothing = { 204: Type.Null() };

/** What overseers say about how a place learns, and what its officers answer. */
export function commentRoutes(api: TypedApi, house: AssignHouse): void {
	const list = 'What was said within one’s places, thread by thread, the newest first';
	api.get(
		'/comments',
		{ config, schema: { tags, summary: list, querystring: CommentQuery, response: { 200: CommentList } } },
		({ actor, query }) => readComments(house, actor, query)
	);
	const count = 'How many threads within one’s places wait for an answer';
	api.get(
		'/comments/waiting',
		{ config, schema: { tags, summary: count, response: { 200: CommentCount } } },
		(request) => readWaiting(house, request.actor)
	);
	writing(api, house);
}

function writing(api: TypedApi, house: AssignHouse): void {
	const write = 'An overseer says something about a place, or about an assignment that concerns it';
	api.post(
		'/comments',
		{
			config: { access: ['overseer'] },
			schema: { tags, summary: write, body: NewComment, response: { 201: Type.Object({ id: Type.String() }) } }
		},
		async ({ actor, body }, reply) => reply.code(201).send({ id: await writeComment(house, actor, body) })
	);
	const answer = 'Answers in a thread';
	api.post(
		'/comments/:id/replies',
		{ config, schema: { tags, summary: answer, params, body: NewReply, response: nothing } },
		async ({ actor, params, body }, reply) => {
			await replyTo(house, actor, { ...params, ...body });
			return reply.code(204).send(null);
		}
	);
	const withdraw = 'Takes back what one wrote oneself; that it was written stays';
	api.post(
		'/comments/:id/withdrawal',
		{ config: { access: 'account' }, schema: { tags, summary: withdraw, params, response: nothing } },
		async ({ actor, params }, reply) => {
			await withdrawComment(house, actor, params.id);
			return reply.code(204).send(null);
		}
	);
}
