import { Type, type Static } from 'typebox';
import { ClassView, PeopleList } from '../schemas.ts';

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
	places: Type.Array(Type.Object({ id: Text, name: Text }))
});
export type Carried = Static<typeof Carried>;
