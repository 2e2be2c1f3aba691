import { Type, type Static, type TSchema } from 'typebox';
import { flags } from './judge.ts';

const Text = Type.String();
const Html = Type.String({ description: 'Sanitised HTML.' });
const Instant = Type.String({ format: 'date-time' });
const Count = Type.Integer({ minimum: 0 });
const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Percent = (description: string) =>
	Nullable(Type.Integer({ description: `${description} In whole percent; null while there are too few answers.` }));
const Correlation = (description: string) =>
	Nullable(Type.Number({ description: `${description} From −1 to 1; null while there are too few answers.` }));
const Id = Type.String({ minLength: 1, maxLength: 100 });
const AnyFlag = Type.Enum(flags);
const Course = Type.Object({ id: Text, title: Text });

export const ItemParams = Type.Object({ id: Id });

const filters = { course: Type.Optional(Id), flag: Type.Optional(AnyFlag) };
export const ItemFilters = Type.Object(filters, { additionalProperties: false });
export type ItemFilters = Static<typeof ItemFilters>;
export const ItemQuery = Type.Object({ ...filters, after: Type.Optional(Id) }, { additionalProperties: false });
export type ItemQuery = Static<typeof ItemQuery>;

/** What the answers to one version of a question say. Nobody's answers can be told from it. */
const version = {
	hash: Type.String({ description: 'Which version: the hash of its source.' }),
	current: Type.Boolean({ description: 'Whether it is in use.' }),
	sentences: Type.Array(Text, { description: 'What the figures say, in plain words; the gravest first.' }),
	flags: Type.Array(AnyFlag),
	shown: Count,
	answered: Count,
	leftOut: Count,
	facility: Percent('The share of the points that was reached.'),
	discrimination: Correlation('Item–rest correlation.'),
	medianSeconds: Nullable(Type.Number()),
	leastSeconds: Type.Integer({ description: 'Reading it takes at least as long.' }),
	tooQuick: Percent('Answers that were quicker than that.'),
	recentFacility: Percent('The share of the points in the last ninety days.'),
	earlierFacility: Percent('The share of the points before.'),
	alikePairs: Count,
	difficulty: Nullable(
		Type.Integer({
			description: 'Where on the scale from 0 to 100 half of the people know it; null before calibration.'
		})
	),
	difficultyError: Nullable(Type.Integer({ description: 'The standard error of that.' }))
};

export const ItemList = Type.Object({
	asOf: Nullable(Instant),
	enough: Type.Integer({ description: 'From so many answers on there are figures.' }),
	courses: Type.Array(Course),
	flags: Type.Array(AnyFlag),
	items: Type.Array(Type.Object({ id: Text, course: Course, stem: Text, level: Text, ...version })),
	next: Nullable(Text)
});
export type ItemList = Static<typeof ItemList>;

const ItemOption = Type.Object({
	letter: Type.String({ description: 'Empty for something written that was right.' }),
	text: Html,
	correct: Type.Boolean(),
	chosen: Count,
	share: Percent('Chose it.'),
	strong: Percent('Chose it among the upper 27% by rest score.'),
	weak: Percent('Chose it among the lower 27%.'),
	discrimination: Correlation('How choosing it goes with the rest score.')
});

export const ItemView = Type.Object({
	id: Text,
	course: Course,
	asOf: Nullable(Instant),
	enough: Type.Integer(),
	versions: Type.Array(
		Type.Object({
			...version,
			firstAt: Nullable(Instant),
			stem: Html,
			exhibits: Type.Array(Html, { description: 'Pictures and messages that it shows.' }),
			level: Text,
			options: Type.Array(ItemOption)
		})
	)
});
export type ItemView = Static<typeof ItemView>;
export type ItemVersion = ItemView['versions'][number];
