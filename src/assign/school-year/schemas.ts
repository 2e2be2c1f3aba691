import { Type, type Static } from 'typebox';
import { Id, Organisation, strict, Text, TextOrNull } from '../schemas.ts';

const Year = Type.String({ pattern: '^20[0-9]{2}-20[0-9]{2}$', maxLength: 9 });
const Grade = Type.Integer({ minimum: 1, maximum: 12 });
const IntegerOrNull = Type.Union([Type.Integer(), Type.Null()]);

export const YearQuery = strict({
	/** The school year that ends; without it the earliest of which classes stand. */
	from: Type.Optional(Year),
	/** Without it that of the kind of school. */
	lastGrade: Type.Optional(Type.String({ pattern: '^([1-9]|1[0-2])$' }))
});
export type YearQuery = Static<typeof YearQuery>;

export const TypedYear = strict({
	from: Year,
	lastGrade: Grade,
	/** Those who repeat the year, as the plan names them. */
	staying: Type.Array(Type.String({ minLength: 3, maxLength: 110 }), { maxItems: 3000 })
});
export type TypedYear = Static<typeof TypedYear>;

const Target = Type.Object({ name: Text, made: Type.Boolean({ description: 'Whether it is yet to be made.' }) });
const TargetOrNull = Type.Union([Target, Type.Null()]);

const Person = Type.Object({
	/** How she is named among those who stay. */
	ref: Text,
	/** Null where the account is closed. */
	name: TextOrNull,
	birthYear: IntegerOrNull,
	position: TextOrNull,
	/** Whether she has joined, or only stands in the list of the class. */
	registered: Type.Boolean(),
	stays: Type.Boolean()
});

export const YearPlan = Type.Object({
	school: Organisation,
	/** The school years of which classes stand; without one there is nothing to do. */
	years: Type.Array(Text),
	from: TextOrNull,
	to: TextOrNull,
	lastGrade: Type.Integer(),
	/** The day from which it may be done, where that is still to come. */
	opensOn: TextOrNull,
	/** They end. */
	classes: Type.Array(
		Type.Object({
			id: Text,
			name: Text,
			grade: Type.Integer(),
			/** Null where the class has finished the school. */
			up: TargetOrNull,
			/** Where those go who repeat the year. */
			stay: TargetOrNull,
			goes: Type.Integer(),
			stays: Type.Integer(),
			people: Type.Array(Person)
		})
	),
	untouched: Type.Array(Type.Object({ id: Id, name: Text, why: Type.Enum(['no-grade', 'other-year']) })),
	totals: Type.Object({
		up: Type.Integer(),
		stays: Type.Integer(),
		finishes: Type.Integer(),
		made: Type.Integer()
	})
});
export type YearPlan = Static<typeof YearPlan>;

export const YearDone = Type.Object({
	to: Text,
	up: Type.Integer(),
	stays: Type.Integer(),
	finishes: Type.Integer(),
	made: Type.Integer(),
	ended: Type.Integer()
});
export type YearDone = Static<typeof YearDone>;
