import { Type, type Static } from 'typebox';
import { Verification } from '../schemas.ts';

/** So many codes at once. */
export const mostCodes = 500;

/** Lines that are blank or only a heading are not counted among the codes. */
export const CodeList = Type.Object(
	{
		rows: Type.Array(Type.String({ maxLength: 4000 }), {
			maxItems: 4 * mostCodes,
			description: 'One a line: a code, an address, or cells (tab, comma, semicolon) of which one holds either.'
		})
	},
	{ additionalProperties: false }
);
export type CodeList = Static<typeof CodeList>;

export const CheckedList = Type.Object({
	rows: Type.Array(
		Type.Object({
			row: Type.Integer({ description: 'Which line it was, from 1.' }),
			typed: Type.String({ description: 'What stood there.' }),
			sameAs: Type.Optional(Type.Integer({ description: 'The earlier line with the same code.' })),
			found: Verification
		})
	)
});
export type CheckedList = Static<typeof CheckedList>;
