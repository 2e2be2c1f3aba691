import { Type, type Static } from 'typebox';
import { platforms } from '../elsewhere/kinds.ts';

const Text = Type.String();
const Instant = Type.String({ format: 'date-time' });
const strict = { additionalProperties: false } as const;
/** What somebody typed; what is wrong with it is said in words, not by a schema. */
const typed = Type.String({ maxLength: 1_000 });

export const ResultBody = Type.Object(
	{
		code: Type.Optional(Type.String({ maxLength: 1_000, description: 'Of a record of hers.' })),
		name: Type.Optional(typed),
		birthYear: Type.Optional(typed),
		phone: Type.Optional(typed),
		platform: typed,
		platformName: Type.Optional(typed),
		what: typed,
		day: typed,
		evidence: Type.Optional(typed),
		source: typed
	},
	strict
);
export type ResultBody = Static<typeof ResultBody>;

const id = Type.String({ pattern: '^[0-9a-f-]{36}$' });
export const ResultQuery = Type.Object({ batch: Type.Optional(id), after: Type.Optional(id) }, strict);
export type ResultQuery = Static<typeof ResultQuery>;

const said = {
	platform: Type.Enum([...platforms]),
	platformName: Text,
	what: Text,
	day: Text,
	evidence: Text,
	source: Text,
	by: Type.String({ description: 'For which place somebody entered it.' }),
	enteredAt: Instant
};
const ResultView = Type.Object({
	id: Text,
	batchId: Text,
	name: Text,
	birthYear: Type.Union([Type.Integer(), Type.Null()]),
	...said
});
export type ResultView = Static<typeof ResultView>;
export const ResultList = Type.Object({
	results: Type.Array(ResultView),
	next: Type.Union([Text, Type.Null()]),
	batch: Type.Union([
		Type.Object({ id: Text, rows: Type.Integer({ description: 'How many of it are within one’s places.' }) }),
		Type.Null()
	])
});
export type ResultList = Static<typeof ResultList>;

export const ResultPreview = Type.Object({
	rows: Type.Array(
		Type.Object({
			row: Type.Integer({ description: 'The line of the file, from 1.' }),
			...{ person: Text, platform: Text, what: Text, day: Text },
			found: Type.Union([Type.String({ description: 'Who was recognised: her name and year of birth.' }), Type.Null()]),
			state: Type.Enum(['new', 'same', 'taken', 'wrong']),
			slips: Type.Array(Type.Object({ field: Text, message: Text }))
		})
	)
});
export type ResultPreview = Static<typeof ResultPreview>;

export const ImportedResults = Type.Object({
	batchId: Type.Union([Text, Type.Null()]),
	added: Type.Integer(),
	same: Type.Integer(),
	taken: Type.Integer({ description: 'Those that whose they are has taken away; they stay so.' }),
	wrong: Type.Integer()
});
export type ImportedResults = Static<typeof ImportedResults>;

const OwnResult = Type.Object({ id: Text, ...said });
export const OwnResults = Type.Object({ results: Type.Array(OwnResult) });
export type OwnResults = Static<typeof OwnResults>;
