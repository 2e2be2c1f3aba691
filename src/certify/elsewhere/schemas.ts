import { Type, type Static } from 'typebox';
import { countedKinds, platforms } from './kinds.ts';

const Text = Type.String();
const Instant = Type.String({ format: 'date-time' });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()]);
const strict = { additionalProperties: false } as const;
/** What somebody typed; what is wrong with it is said in words, not by a schema. */
const typed = Type.String({ maxLength: 1_000 });

const id = Type.String({ pattern: '^[0-9a-f-]{36}$' });
export const IdParams = Type.Object({ id }, strict);
const Platform = Type.Enum([...platforms]);

export const FigureBody = Type.Object(
	{
		place: Type.String({
			maxLength: 300,
			description: 'Its whole name, with what it lies in where there are several.'
		}),
		platform: typed,
		platformName: Type.Optional(typed),
		counted: typed,
		group: Type.Optional(typed),
		day: typed,
		number: typed,
		source: typed,
		note: Type.Optional(typed)
	},
	strict
);
export const ReasonBody = Type.Object({ reason: Type.String({ maxLength: 2000 }) }, strict);

/** What an upload is called: the hash of its bytes. */
const upload = Type.String({ pattern: '^[0-9a-f]{64}$' });
export const UploadParams = Type.Object({ id: upload }, strict);
export const ImportBody = Type.Object(
	{ upload, goodOnly: Type.Boolean({ description: 'Where some rows are wrong, the good ones go in alone.' }) },
	strict
);

const RowState = Type.Enum(['new', 'corrects', 'same', 'wrong']);
const RowSlip = Type.Object({ field: Text, message: Text });
export const ImportResult = Type.Object({
	batchId: Nullable(Text),
	added: Type.Integer(),
	corrected: Type.Integer(),
	same: Type.Integer(),
	wrong: Type.Integer()
});
export type ImportResult = Static<typeof ImportResult>;

export const FigurePreview = Type.Object({
	rows: Type.Array(
		Type.Object({
			row: Type.Integer({ description: 'The line of the file, from 1.' }),
			...{ place: Text, platform: Text, counted: Text, group: Text, day: Text, number: Text },
			state: RowState,
			former: Nullable(Type.Integer({ description: 'The number that counted so far.' })),
			slips: Type.Array(RowSlip)
		})
	)
});
export type FigurePreview = Static<typeof FigurePreview>;

const FigureView = Type.Object({
	id: Text,
	place: Text,
	platform: Platform,
	platformName: Text,
	counted: Type.Enum([...countedKinds]),
	group: Nullable(Text),
	day: Text,
	number: Type.Integer({ description: 'As the other platform says. It is in no figure of ours.' }),
	own: Nullable(Type.Integer({ description: 'What we count of the same kind, for the same place and day.' })),
	source: Text,
	note: Text,
	by: Type.String({ description: 'For which place somebody entered it.' }),
	corrects: Type.Boolean(),
	enteredAt: Instant,
	struckAt: Nullable(Instant),
	struckReason: Nullable(Text)
});
export type FigureView = Static<typeof FigureView>;

const after = Type.Optional(id);
export const FigureQuery = Type.Object(
	{ place: Type.Optional(Type.String({ maxLength: 300 })), platform: Type.Optional(Platform), after },
	strict
);
export type FigureQuery = Static<typeof FigureQuery>;
export const FigureList = Type.Object({
	figures: Type.Array(FigureView),
	next: Nullable(Text),
	place: Nullable(Type.String({ description: 'The place that was asked for.' }))
});
export type FigureList = Static<typeof FigureList>;
export const FigureStory = Type.Object({
	id: Text,
	counting: Nullable(Type.String({ description: 'Which of them counts.' })),
	history: Type.Array(FigureView),
	batch: Type.Object({
		id: Text,
		rows: Type.Integer(),
		standing: Type.Integer({ description: 'How many of them are not struck.' }),
		mine: Type.Boolean({ description: 'Whether the asker may undo all of it.' })
	})
});
export type FigureStory = Static<typeof FigureStory>;
export const Entered = Type.Object({ id: Text });
