import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { damaged } from './sentences.ts';

const closed = { additionalProperties: false };
const Size = Type.Integer({ minimum: 0, maximum: 2 ** 50 });
const Tag = Type.String({ pattern: '^[0-9]{4}_[A-Za-z0-9_-]{1,100}$' });
const ColumnName = Type.String({ pattern: '^[a-z][a-z0-9_]{0,62}$' });

/** The names a member may have; nothing else in an archive is ever opened. */
export const memberName =
	/^(rows\/[a-z][a-z0-9_]{0,62}\.jsonl|media\/[A-Za-z0-9][A-Za-z0-9._-]{0,99}|files\/[0-9a-f]{64}|keys\.json\.age)$/;

const Member = Type.Object(
	{
		name: Type.String({ pattern: memberName.source }),
		size: Size,
		sha256: Type.String({ pattern: '^[0-9a-f]{64}$' })
	},
	closed
);
export type Member = Static<typeof Member>;

/** What a backup says about itself. It comes first in the archive, and the members follow in its order. */
const Manifest = Type.Object(
	{
		format: Type.Literal('bdhvs-backup'),
		version: Type.Literal(1),
		madeAt: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,12}Z$' }),
		release: Type.String({ maxLength: 100 }),
		node: Type.String({ maxLength: 100 }),
		/** Which database the rows come from; they go into either. */
		database: Type.Union([Type.Literal('sqlite'), Type.Literal('postgres')]),
		/** The migrations that made its tables. */
		migrations: Type.Array(Tag, { minItems: 1, maxItems: 9999 }),
		tables: Type.Array(Type.Object({ name: ColumnName, columns: Type.Array(ColumnName), rows: Size }, closed)),
		/** `left-out`: no passphrase was given, and keys are only kept encrypted. */
		keys: Type.Union([Type.Literal('encrypted'), Type.Literal('left-out'), Type.Literal('none')]),
		members: Type.Array(Member, { maxItems: 1_000_000 })
	},
	closed
);
export type Manifest = Static<typeof Manifest>;

/** The largest manifest that is read. */
export const manifestLimit = 64 * 1024 * 1024;

export const rowsMember = (table: string) => `rows/${table}.jsonl`;
export const keysMember = 'keys.json.age';

/** The manifest in a text from outside; refuses whatever a backup of ours never says. */
export function readManifest(text: string): Manifest {
	const value = parsed(text);
	if (!Value.Check(Manifest, value)) throw damaged('manifest.json');
	const names = value.members.map(({ name }) => name);
	if (new Set(names).size !== names.length) throw damaged('manifest.json: members');
	const rows = names.filter((name) => name.startsWith('rows/'));
	if (rows.join() !== value.tables.map(({ name }) => rowsMember(name)).join()) throw damaged('manifest.json: tables');
	if (names.includes(keysMember) !== (value.keys === 'encrypted')) throw damaged('manifest.json: keys');
	return value;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw damaged('manifest.json');
	}
}
