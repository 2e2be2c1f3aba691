/** The expected ways to say no, and the HTTP status each one becomes. */
export const statusOf = {
	invalid: 400,
	unauthenticated: 401,
	forbidden: 403,
	'not-found': 404,
	conflict: 409,
	'too-large': 413,
	'too-many': 429,
	unavailable: 503
} as const;

export type RefusalKind = keyof typeof statusOf;

export interface RefusalDetails {
	/** What the sentence needs, e.g. `{ minutes: 5 }`. */
	values?: Record<string, string | number>;
	/** Which fields of the input are meant; `code` is a key of the message catalogue. */
	fields?: { field: string; code: string; values?: Record<string, string | number> }[];
	/** Further members of the problem document, e.g. the people to choose from. Nothing secret. */
	extra?: Record<string, unknown>;
	/** When it is worth another try; told in the `Retry-After` header. */
	retryAfterSeconds?: number;
}

/** An expected no. `code` is stable, is the key of its sentence in the message catalogue, and is all a program needs. */
export class Refusal extends Error {
	readonly kind: RefusalKind;
	readonly code: string;
	readonly details: RefusalDetails;

	constructor(kind: RefusalKind, code: string, details: RefusalDetails = {}) {
		super(code);
		this.kind = kind;
		this.code = code;
		this.details = details;
	}
}

/** Declares a refusal: `export const attemptClosed = refusal('conflict', 'assess.attempt-closed')`, then `throw attemptClosed()`. */
export function refusal(kind: RefusalKind, code: string): (details?: RefusalDetails) => Refusal {
	return (details) => new Refusal(kind, code, details);
}
