import { Type, type Static, type TProperties } from 'typebox';

const strict = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false });
const Text = Type.String();
const Id = Type.String({ minLength: 1, maxLength: 100 });

export const PhotosParams = strict({ id: Id });
export const PhotoParams = strict({ id: Id, photoId: Id });
/** The language of the page that a plain form stands on: it is led back there. Without it the answer is JSON. */
export const FormQuery = strict({ page: Type.Optional(Type.Union([Type.Literal('vi'), Type.Literal('en')])) });

const PhotoView = Type.Object({
	id: Text,
	/** Faces can be recognised: only officers see it. */
	faces: Type.Boolean(),
	width: Type.Integer(),
	height: Type.Integer(),
	addedAt: Type.String({ format: 'date-time' }),
	/** The helper's name; null where the account is closed. */
	by: Type.Union([Text, Type.Null()]),
	mayLook: Type.Boolean(),
	mayRemove: Type.Boolean()
});
export const PhotoList = Type.Object({
	photos: Type.Array(PhotoView),
	/** No more than these. */
	most: Type.Integer()
});
export type PhotoList = Static<typeof PhotoList>;
