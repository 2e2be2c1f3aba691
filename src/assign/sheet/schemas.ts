import { Type, type Static } from 'typebox';
import { Asker } from '../assignments/schemas.ts';
import { BoardCell } from '../board/schemas.ts';

const Text = Type.String();
const TextOrNull = Type.Union([Type.String(), Type.Null()]);

/** What somebody prints for her personnel file. */
export const DutySheet = Type.Object({
	name: Text,
	units: Type.Array(Type.Object({ place: Text, position: TextOrNull })),
	modules: Type.Array(
		Type.Object({
			subject: Text,
			title: Text,
			assignment: Text,
			/** In whose name it is asked, and under which role, and of which place, somebody asks it. */
			by: Text,
			asker: Asker,
			/** Number and date of the document that asks for it. */
			document: TextOrNull,
			result: BoardCell,
			/** `2027-11-23`: the last day on which it counts. */
			validUntil: TextOrNull,
			/** Why it was waived, or what shows it and where. */
			reason: TextOrNull,
			/** How sure it is that she did it herself; null where no attempt did it. */
			assurance: Type.Union([Type.Enum(['alone', 'helped', 'supervised', 'identity-checked']), Type.Null()])
		})
	)
});
export type DutySheet = Static<typeof DutySheet>;
