import { Type, type Static } from 'typebox';

const Text = Type.String();

const Segments = Type.Array(Type.Object({ text: Text, marked: Type.Boolean() }), {
	description: 'A text in stretches; the words that were looked for are marked.'
});

export const SearchHit = Type.Object({
	kind: Type.Union([Type.Literal('lesson'), Type.Literal('course'), Type.Literal('programme'), Type.Literal('term')]),
	id: Text,
	courseId: Type.Union([Text, Type.Null()], { description: "A lesson's course." }),
	courseTitle: Type.Union([Text, Type.Null()]),
	title: Segments,
	snippet: Segments,
	missing: Type.Array(Text, { description: 'The words that it does not hold, as they were typed.' }),
	translated: Type.Boolean({ description: 'False where the Vietnamese stands in for a missing translation.' })
});
export type SearchHit = Static<typeof SearchHit>;

export const SearchResult = Type.Object({
	total: Type.Integer({ description: 'How many there are; with `more` at least so many.' }),
	more: Type.Boolean({ description: 'There are more than are counted and shown: say it more exactly.' }),
	complete: Type.Boolean({ description: 'False where nothing holds every word, and the results hold some.' }),
	hits: Type.Array(SearchHit, { description: 'The best first, at most twenty.' }),
	next: Type.Union([Text, Type.Null()], { description: 'Pass as `after` for the results that follow.' })
});
export type SearchResult = Static<typeof SearchResult>;

/** The longest query, in characters. */
const longestQuery = 100;

export const SearchQuery = Type.Object(
	{
		q: Type.String({ minLength: 1, maxLength: longestQuery, description: 'What to look for; marks may be left out.' }),
		group: Type.Optional(
			Type.String({ maxLength: 60, description: 'What the reader learns for (`nguoi-dan`…); that comes first.' })
		),
		after: Type.Optional(Type.String({ maxLength: 200, description: '`next` of the page before.' }))
	},
	{ additionalProperties: false }
);
export type SearchQuery = Static<typeof SearchQuery>;
