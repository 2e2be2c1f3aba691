import { Type, type Static, type TProperties } from 'typebox';

const strict = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false });
const Text = Type.String();
const Id = Type.String({ minLength: 1, maxLength: 60, pattern: '^[a-z0-9-]+$' });
const Lang = Type.Union([Type.Literal('vi'), Type.Literal('en')]);

/** Which questions are wanted, and how. */
export const ExportQuery = strict({
	format: Type.Union([Type.Literal('gift'), Type.Literal('qti'), Type.Literal('sheet')]),
	/** Of one course; all where it is left out. */
	course: Type.Optional(Id),
	/** For quizzes, for exams; both where it is left out. */
	purpose: Type.Optional(Type.Union([Type.Literal('quiz'), Type.Literal('exam')])),
	/** In the words of which language. */
	words: Type.Optional(Lang)
});
export type ExportQuery = Static<typeof ExportQuery>;

export const ExportView = Type.Object({
	/** How many questions the file would hold. */
	count: Type.Integer(),
	/** Which courses there are. */
	courses: Type.Array(Type.Object({ id: Text, title: Text })),
	/** What it can't hold, a sentence each with the place of the question. */
	left: Type.Array(Text)
});
export type ExportView = Static<typeof ExportView>;

export const FormQuery = strict({ page: Type.Optional(Lang) });

/** An uploaded file: the hash of its bytes and what its name ended in. */
const Upload = Type.String({ pattern: '^[0-9a-f]{64}\\.(gift|txt|zip|xml|xlsx|csv)$' });
export const UploadParams = strict({ id: Upload });
export const UploadKept = Type.Object({ id: Text });

const Word = Type.String({ maxLength: 60 });
/** Where its questions are to go, and what holds for those that don't say. */
export const ImportQuery = strict({
	course: Id,
	purpose: Type.Union([Type.Literal('quiz'), Type.Literal('exam')]),
	skill: Type.Optional(Word),
	level: Type.Optional(Word),
	lesson: Type.Optional(Word),
	grade: Type.Optional(Word),
	explanation: Type.Optional(Type.String({ maxLength: 300 })),
	/** Take what is sound although something else is not. */
	partial: Type.Optional(Type.Literal('1'))
});
export type ImportQuery = Static<typeof ImportQuery>;

export const ImportView = Type.Object({
	questions: Type.Array(Type.Object({ id: Text, kind: Text, stem: Text, line: Type.Integer() })),
	remarks: Type.Array(
		Type.Object({ kind: Text, says: Text }) // `says` begins with file and line
	),
	/** The file that would be made, from the content folder; null where nothing comes. */
	path: Type.Union([Text, Type.Null()]),
	text: Type.Union([Text, Type.Null()])
});
export type ImportView = Static<typeof ImportView>;
