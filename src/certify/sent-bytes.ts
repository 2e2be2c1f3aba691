import type { FastifyRequest } from 'fastify';
import type { Refusal } from '../platform/refusal.ts';

interface Expected {
	/** Of the file, and of what was pasted instead. */
	readonly mostBytes: number;
	/** Nothing came, or nothing that can be taken. */
	readonly none: () => Refusal;
	readonly tooLarge: () => Refusal;
}

/** What `multipart` may take of such a form: one file and one field. */
export const limitsOf = (mostBytes: number) =>
	({ fileSize: mostBytes, files: 1, fields: 1, fieldSize: mostBytes, parts: 2, headerPairs: 20 }) as const;

/** The bytes of the one file or field that a form brought. */
export async function sentBytes(request: FastifyRequest, { mostBytes, none, tooLarge }: Expected): Promise<Uint8Array> {
	if (!request.isMultipart()) throw none();
	try {
		for await (const part of request.parts({ limits: limitsOf(mostBytes) })) {
			const bytes = part.type === 'file' ? await part.toBuffer() : Buffer.from(String(part.value));
			if (bytes.length > 0) return bytes;
		}
	} catch (error) {
		throw /TOO_LARGE|LIMIT/.test((error as { code?: string }).code ?? '') ? tooLarge() : none();
	}
	throw none();
}
