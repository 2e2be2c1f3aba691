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
