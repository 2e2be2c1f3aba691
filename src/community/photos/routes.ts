import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { typed, type TypedApi } from '../../platform/http/api.ts';
import { answerError } from '../../platform/http/problems.ts';
import { Refusal } from '../../platform/refusal.ts';
import { classKeepers, type CommunityHouse } from '../community-house.ts';
import { addPhoto, removePhoto } from './keep-photos.ts';
import { lookAtPhoto, readPhotos } from './look-at-photos.ts';
import { limits, multipart } from './receive-photo.ts';
import { FormQuery, PhotoList, PhotoParams, PhotosParams } from './schemas.ts';

const tags = ['community'];
const keepers = { access: classKeepers, showsPeople: true } as const;
const params = PhotoParams;
/** Nothing keeps a photo of people, and nothing takes it for anything else. */
const privately = {
	'cache-control': 'private, no-store',
	'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
	'x-robots-tag': 'noindex'
};

/** Photos as evidence that a class was held. */
export function photoRoutes(api: TypedApi, house: CommunityHouse): void {
	// Only here does the API take a form with a file.
	void api.register(async (scope) => {
		await scope.register(multipart, { limits });
		scope.setErrorHandler(backToForm);
		uploading(typed(scope), house);
	});
	looking(api, house);
	const remove = 'Takes a photo away: whoever added it, or an officer of the place';
	api.delete(
		'/classes/:id/photos/:photoId',
		{ config: keepers, schema: { tags, summary: remove, params, response: { 200: PhotoList } } },
		async (request) => {
			await removePhoto(house, request.actor, request.params);
			return readPhotos(house, request.actor, request.params.id);
		}
	);
}

function uploading(api: TypedApi, house: CommunityHouse): void {
	const add =
		'Adds a photo to a session that has begun: multipart/form-data with a file and `faces` (`yes` or `no`); its place and all else written into it is taken out';
	api.post(
		'/classes/:id/photos',
		{
			config: keepers,
			schema: {
				tags,
				summary: add,
				consumes: ['multipart/form-data'],
				params: PhotosParams,
				querystring: FormQuery,
				response: { 201: PhotoList, 303: Type.Null() }
			}
		},
		async (request, reply) => {
			const { id } = request.params;
			await addPhoto(house, request.actor, { id, request });
			if (request.query.page) return reply.redirect(pageOf(request, 'xong=anh'), 303);
			return reply.code(201).send(await readPhotos(house, request.actor, id));
		}
	);
}

/** A plain form goes back to its page with what was wrong; everybody else gets the problem itself. */
function backToForm(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
	const { page } = request.query as { page?: string };
	const mayGoBack = error instanceof Refusal && error.kind !== 'forbidden' && (page === 'vi' || page === 'en');
	if (!mayGoBack) return answerError(error, request, reply);
	void reply.redirect(pageOf(request, `anh=${encodeURIComponent(error.code)}`), 303);
}

function pageOf({ params, query }: FastifyRequest<object>, said: string): string {
	const { id } = params as { id: string };
	const prefix = (query as { page?: string }).page === 'en' ? '/en' : '';
	return `${prefix}/lop/${encodeURIComponent(id)}?${said}#photos`;
}

function looking(api: TypedApi, house: CommunityHouse): void {
	const list = 'The photos of a session, within one’s places';
	api.get(
		'/classes/:id/photos',
		{ config: keepers, schema: { tags, summary: list, params: PhotosParams, response: { 200: PhotoList } } },
		({ actor, params }) => readPhotos(house, actor, params.id)
	);
	const look = 'A photo; one with faces only for officers, and that they looked is recorded';
	const small = 'A photo at a tenth of its size, for lists';
	for (const [path, summary] of [
		['/classes/:id/photos/:photoId', look],
		['/classes/:id/photos/:photoId/preview', small]
	] as const)
		api.get(
			path,
			{ config: keepers, schema: { tags, summary, produces: ['image/jpeg'], params } },
			async (request, reply) => {
				const preview = path.endsWith('/preview');
				const bytes = await lookAtPhoto(house, request.actor, { ...request.params, preview });
				return reply.headers(privately).type('image/jpeg').send(bytes);
			}
		);
}
