import { Type, type Static, type TProperties } from 'typebox';
import { NewMarks } from '../marks/schemas.ts';
import { ClassView, NewAttendance, PeopleList } from '../schemas.ts';

const Text = Type.String();
const Instant = Type.String({ format: 'date-time' });

/** What a helper takes along to where there is no signal: her sessions, who may come, what is taught. */
export const Carried = Type.Object({
	accountId: Text,
	/** Tells later whether this session was signed out: see `readSign`. */
	sign: Text,
	madeAt: Instant,
	/** From then on the phone shows the lists of people no more. */
	until: Instant,
	classes: Type.Array(Type.Pick(ClassView, ['id', 'place', 'startsAt', 'topic', 'course', 'lesson', 'people'])),
	/** Whom one may tick, by the id of the place. */
	people: Type.Record(Text, PeopleList),
	lessons: Type.Array(
		Type.Object({
			courseId: Text,
			lessonId: Text,
			title: Text,
			questions: Type.Array(Type.Object({ id: Text, stem: Text }))
		})
	),
	/** Where somebody may be written down. */
	places: Type.Array(Type.Object({ id: Text, name: Text })),
	/** What is asked for at the desk. */
	procedures: Type.Array(Type.Object({ id: Text, name: Text }))
});
export type Carried = Static<typeof Carried>;

const strict = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false });

export const CarriedParams = strict({ id: Type.String({ minLength: 1, maxLength: 100 }) });
/** What was written down of a session without signal. */
export const NewBroughtBack = strict({
	/** As many as a session's list holds. */
	people: Type.Array(NewAttendance.properties.people.items, { minItems: 1, maxItems: 500 }),
	/** Of each question one mark for each of `people`, in their order. */
	questions: Type.Array(NewMarks.properties.questions.items, { maxItems: 100 })
});
export type NewBroughtBack = Static<typeof NewBroughtBack>;
export const BroughtBack = Type.Object({
	came: Type.Integer(),
	/** Other helpers who wrote down who came to it. */
	others: Type.Array(Text)
});
export type BroughtBack = Static<typeof BroughtBack>;
