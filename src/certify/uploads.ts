import multipart from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { typed, type TypedApi } from '../platform/http/api.ts';
import { answerError } from '../platform/http/problems.ts';
import { Refusal } from '../platform/refusal.ts';

const mostFileBytes = 2_000_000;
const limits = { fileSize: mostFileBytes, files: 1, fields: 1, fieldSize: mostFileBytes, parts: 2, headerPairs: 20 };

/** Which page a plain form came from, in its language. */
export const FormQuery = Type.Object({ page: Type.Optional(Type.Enum(['vi', 'en'])) }, { additionalProperties: false });

/**
 * Routes to which a form brings one file. A plain form goes back to its page (`backTo` says where, and may send the code
 * along by another way than the address) with what was wrong; everybody else gets the problem itself.
 */
export function takingFiles(
	api: TypedApi,
	backTo: (code: string, reply: FastifyReply) => string,
	routes: (api: TypedApi) => void
): void {
	void api.register(async (scope) => {
		await scope.register(multipart, { limits });
		scope.setErrorHandler((error, request, reply) => {
			const isPlain = error instanceof Refusal && pageIn(request, '') !== null;
			const back = isPlain ? pageIn(request, backTo(error.code, reply)) : null;
			if (back === null) answerError(error, request, reply);
			else void reply.redirect(back, 303);
		});
		routes(typed(scope));
	});
}

/** The address of a page in the language of the form that came; null where no plain form did. */
export function pageIn(request: FastifyRequest, path: string): string | null {
	const { page } = request.query as { page?: string };
	if (page !== 'vi' && page !== 'en') return null;
	return page === 'en' ? `/en${path}` : path;
}

/** The bytes of the one file or field that a form brought. */
export async function bytesIn(
	request: FastifyRequest,
	{ none, tooLarge }: { none: () => Refusal; tooLarge: () => Refusal }
): Promise<Uint8Array> {
	if (!request.isMultipart()) throw none();
	try {
		for await (const part of request.parts({ limits })) {
			const bytes = part.type === 'file' ? await part.toBuffer() : Buffer.from(String(part.value));
			if (bytes.length > 0) return bytes;
		}
	} catch (error) {
		throw /TOO_LARGE|LIMIT/.test((error as { code?: string }).code ?? '') ? tooLarge() : none();
	}
	throw none();
}
