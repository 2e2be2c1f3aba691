import { Type, type Static } from 'typebox';
import { RecordView } from '../schemas.ts';

const Text = Type.String();
const Instant = Type.String({ format: 'date-time' });

const mostShared = 30;

export const NewShare = Type.Object(
	{
		codes: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), {
			minItems: 1,
			maxItems: mostShared,
			uniqueItems: true
		}),
		days: Type.Enum([7, 30, 90])
	},
	{ additionalProperties: false }
);
export type NewShare = Static<typeof NewShare>;

export const ShareParams = Type.Object(
	{ id: Type.String({ minLength: 1, maxLength: 64 }) },
	{ additionalProperties: false }
);
export const TokenParams = Type.Object(
	{ token: Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' }) },
	{ additionalProperties: false }
);

export const ShareView = Type.Object({
	id: Text,
	url: Type.String({ description: 'The link; whoever has it sees these records in full until it closes.' }),
	titles: Type.Array(Text),
	createdAt: Instant,
	closesAt: Instant
});
export type ShareView = Static<typeof ShareView>;

export const ShareList = Type.Object({ shares: Type.Array(ShareView) });
export type ShareList = Static<typeof ShareList>;

export const SharedRecords = Type.Object({ closesAt: Instant, records: Type.Array(RecordView) });
export type SharedRecords = Static<typeof SharedRecords>;
