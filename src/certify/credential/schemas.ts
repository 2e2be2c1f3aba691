import { Type, type Static } from 'typebox';
import { Verification } from '../schemas.ts';

export const BadgeVerification = Type.Object({
	badge: Type.Enum(['genuine', 'altered', 'foreign', 'unregistered'], {
		description:
			'genuine: issued here and unchanged, see `found` for whether it still counts; altered: its signature or what it says is not ours; foreign: another issuer’s, which is not looked into; unregistered: signed here, but there is no such record any more.'
	}),
	code: Type.Optional(Type.String()),
	issuer: Type.Optional(Type.String({ description: 'Who says to have issued it, where that is somebody else.' })),
	found: Type.Optional(Verification)
});
export type BadgeVerification = Static<typeof BadgeVerification>;

/** What a plain form’s badge came to: an outcome as above, or the code of what was wrong with its file. */
export const BadgeAnswer = Type.Object({
	said: Type.Union([Type.String(), Type.Null()]),
	code: Type.Union([Type.String({ description: 'The record that the badge is of.' }), Type.Null()])
});
export type BadgeAnswer = Static<typeof BadgeAnswer>;
