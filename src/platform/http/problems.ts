import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { say, type Lang, type Values } from '../messages/index.ts';
import { databaseTroubles } from '../metrics.ts';
import { isUnreadableText } from '../persistence/dialect.ts';
import { troubleOf } from '../persistence/trouble.ts';
import { Refusal, statusOf } from '../refusal.ts';

interface Fault {
	status: number;
	code: string;
	values?: Values | undefined;
	fields?: { field: string; code: string; values?: Values }[] | undefined;
	extra?: Record<string, unknown> | undefined;
	retryAfterSeconds?: number | undefined;
}

/** Seconds to wait where nobody knows better: whatever keeps us busy may have passed by then. */
export const usualWait = 10;

/** More faults than any form has fields; a body of nonsense must not call forth an answer ten times its size. */
const mostFields = 20;

/**
 * Answers every error of the API as a problem document (RFC 9457): `code` is stable, `title` a sentence for the person in
 * their language, `fields` what it is about. Refusals as themselves, anything else as a bug, logged and told
 * without detail.
 */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
	const fault = faultFrom(error);
	if (fault.status >= 500) request.log.error({ err: error }, 'request failed');
	sendProblem(request, reply, fault);
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, fault: Fault): void {
	const lang: Lang = request.lang ?? 'vi';
	if (fault.status === 429 || fault.status === 503)
		void reply.header('retry-after', String(fault.retryAfterSeconds ?? usualWait));
	void reply
		.code(fault.status)
		.header('cache-control', 'no-store')
		.type('application/problem+json; charset=utf-8')
		// Serialised here: a route's response schemas describe successes only.
		.serializer((body: unknown) => JSON.stringify(body))
		.send({
			...fault.extra,
			code: fault.code,
			title: say(lang, fault.code, fault.values),
			status: fault.status,
			requestId: request.id,
			...(fault.fields && {
				fields: fault.fields.map(({ field, code, values }) => ({
					field,
					code,
					message: say(lang, code, values)
				}))
			})
		});
}

function faultFrom(error: unknown): Fault {
	if (error instanceof Refusal) {
		return { ...error.details, status: statusOf[error.kind], code: error.code };
	}
	const { code, statusCode, validation } = error as Partial<FastifyError>;
	if (validation)
		return { status: 400, code: 'platform.invalid', fields: validation.slice(0, mostFields).map(fieldFrom) };
	if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return { status: 415, code: 'platform.not-json' };
	if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return { status: 413, code: 'platform.too-large' };
	if (statusCode && statusCode < 500) return { status: statusCode, code: 'platform.broken-json' };
	if (isUnreadableText(error)) return { status: 400, code: 'platform.invalid' };
	const trouble = troubleOf(error);
	if (trouble === null) return { status: 500, code: 'platform.failed' };
	databaseTroubles.inc({ kind: trouble });
	return { status: 503, code: `platform.database-${trouble}` };
}

interface SchemaFault {
	keyword: string;
	instancePath: string;
	params: Record<string, unknown>;
}

/** The schema keyword that failed, as a sentence's key. */
const sentences: Record<string, string> = {
	required: 'platform.field-required',
	additionalProperties: 'platform.field-unknown',
	minLength: 'platform.field-too-short',
	maxLength: 'platform.field-too-long',
	minimum: 'platform.field-too-small',
	maximum: 'platform.field-too-big',
	enum: 'platform.field-not-allowed',
	const: 'platform.field-not-allowed',
	anyOf: 'platform.field-not-allowed'
};

function fieldFrom(fault: SchemaFault): { field: string; code: string; values: Values } {
	const { missingProperty, additionalProperty, limit } = fault.params;
	const path = fault.instancePath.split('/').filter(Boolean);
	const named = missingProperty ?? additionalProperty;
	if (typeof named === 'string') path.push(named);
	const empty = fault.keyword === 'minLength' && limit === 1;
	const code = empty ? 'platform.field-required' : (sentences[fault.keyword] ?? 'platform.field-wrong');
	return { field: path.join('.'), code, values: { limit: Number(limit ?? 0) } };
}
