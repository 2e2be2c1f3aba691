import { Type, type Static, type TProperties } from 'typebox';

const strict = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false });
const Text = Type.String();
const TextOrNull = Type.Union([Type.String(), Type.Null()]);
const Instant = Type.String({ format: 'date-time' });
const Named = Type.Union([Type.Object({ id: Text, name: Text }), Type.Null()]);
const Next = Type.Union([Type.Integer(), Type.Null()], {
	description: 'What to ask the next page with as `before`; null when this was the last.'
});

const filters = {
	/** A code, such as `identity.grant-given`. */
	action: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
	/** The account that acted. */
	actor: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
	/** Days in Viet Nam, `2026-11-23`; both ends belong to it. */
	from: Type.Optional(Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })),
	to: Type.Optional(Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }))
};
const paging = {
	/** Entries with a smaller number than this. */
	before: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,8}$' })),
	limit: Type.Optional(Type.String({ pattern: '^([1-9][0-9]?|100)$' }))
};

export const AuditQuery = strict({ ...filters, ...paging });
export type AuditQuery = Static<typeof AuditQuery>;
export type Filters = Pick<AuditQuery, keyof typeof filters>;
export const OwnAuditQuery = strict(paging);
export type OwnAuditQuery = Static<typeof OwnAuditQuery>;
export const ExportQuery = strict({ ...filters, format: Type.Union([Type.Literal('csv'), Type.Literal('jsonl')]) });
export type ExportQuery = Static<typeof ExportQuery>;

/** What happened, in the reader's language. */
const told = { action: Text, title: Text, more: TextOrNull };

export const AuditList = Type.Object({
	entries: Type.Array(
		Type.Object({
			number: Type.Integer(),
			id: Text,
			at: Instant,
			...told,
			actor: Type.Object({ id: TextOrNull, name: TextOrNull, role: Text, place: Named }),
			subject: Type.Object({ kind: Text, id: Text, name: TextOrNull }),
			place: Type.Object({ path: Text, name: TextOrNull }),
			/** Canonical JSON (RFC 8785), as it was hashed. */
			details: Text,
			previousHash: Text,
			hash: Text
		})
	),
	next: Next,
	/** The acts one can choose among. */
	actions: Type.Array(Type.Object({ code: Text, title: Text })),
	/** Whose acts these are, where they were chosen. */
	actor: Named
});
export type AuditList = Static<typeof AuditList>;

export const OwnAuditList = Type.Object({
	entries: Type.Array(
		Type.Object({ number: Type.Integer(), at: Instant, ...told, role: Text, place: TextOrNull, self: Type.Boolean() })
	),
	next: Next
});
export type OwnAuditList = Static<typeof OwnAuditList>;

export const AuditCheck = Type.Object({
	whole: Type.Boolean(),
	/** How far it is whole. */
	count: Type.Integer(),
	checkedAt: Instant,
	/** The first entry that is not as it was written, and what is wrong with it. */
	broken: Type.Union([Type.Object({ number: Type.Integer(), fault: Text }), Type.Null()])
});
export type AuditCheck = Static<typeof AuditCheck>;
