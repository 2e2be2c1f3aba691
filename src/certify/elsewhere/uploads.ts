import multipart from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { filesOf } from '../../platform/files/store-files.ts';
import { typed, type TypedApi } from '../../platform/http/api.ts';
import { answerError } from '../../platform/http/problems.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CertifyHouse } from '../certify-house.ts';
import { limitsOf, sentBytes } from '../sent-bytes.ts';
import { elsewhereOfficers } from './officers.ts';
import { fileTooLarge, noFile, uploadGone } from './refusals.ts';
import { Entered, FormQuery } from './schemas.ts';

const mostBytes = 500_000;
const tooLarge = () => fileTooLarge({ values: { most: mostBytes / 1000 } });

/** Takes a file to be looked at. It is kept for an hour or two under the hash of its bytes, and then swept. */
export function uploadRoutes(api: TypedApi, house: CertifyHouse): void {
	void api.register(async (scope) => {
		await scope.register(multipart, { limits: limitsOf(mostBytes) });
		scope.setErrorHandler(backToForm);
		uploading(typed(scope), house);
	});
}

function uploading(api: TypedApi, house: CertifyHouse): void {
	const summary =
		'Takes a file of figures (multipart/form-data: a file, or text) to be looked at; it is kept for an hour';
	api.post(
		'/elsewhere/uploads',
		{
			config: { access: elsewhereOfficers },
			schema: {
				...{ tags: ['elsewhere'], summary, consumes: ['multipart/form-data'], querystring: FormQuery },
				response: { 201: Entered, 303: Type.Null() }
			}
		},
		async (request, reply) => {
			const id = await filesOf(house).put(await sentBytes(request, { mostBytes, none: noFile, tooLarge }));
			if (request.query.page) return reply.redirect(pageOf(request, `tep=${id}`), 303);
			return reply.code(201).send({ id });
		}
	);
}

/** The bytes of what was sent to be looked at; refuses where they are gone. */
export async function sentFile(house: CertifyHouse, id: string): Promise<Uint8Array> {
	const bytes = await filesOf(house).get(id);
	if (!bytes) throw uploadGone();
	return bytes;
}

/** A plain form goes back to its page with what was wrong; everybody else gets the problem itself. */
function backToForm(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
	const { page } = request.query as { page?: string };
	const mayGoBack = error instanceof Refusal && error.kind !== 'forbidden' && (page === 'vi' || page === 'en');
	if (!mayGoBack) return answerError(error, request, reply);
	void reply.redirect(pageOf(request, `sai=${encodeURIComponent(error.code)}`), 303);
}

function pageOf({ query }: FastifyRequest<object>, said: string): string {
	const prefix = (query as { page?: string }).page === 'en' ? '/en' : '';
	return `${prefix}/quan-tri/so-lieu-noi-khac/tep?${said}`;
}
