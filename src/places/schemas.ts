import { Type, type Static } from 'typebox';
import { Nullable, PlaceId, PlaceName, strict } from './schema-parts.ts';
import { contactKinds, placeKinds } from './tables.ts';

export const PlaceParams = strict({ id: PlaceId });

const PlaceSummary = Type.Object({
	id: Type.String(),
	kind: Type.Enum(placeKinds),
	name: Type.String(),
	localKind: Type.String(),
	parentId: Nullable(Type.String()),
	path: Type.String(),
	sample: Type.Boolean(),
	formerly: Type.Optional(
		Type.Array(Type.String(), { description: 'Found by the name of a place that went into it.' })
	),
	districts: Type.Optional(Type.Array(Type.String(), { description: 'Found by the old district it lay in.' }))
});

const Contact = Type.Object({
	kind: Type.Enum(contactKinds),
	name: Type.String(),
	phone: Nullable(Type.String()),
	address: Nullable(Type.String()),
	hours: Nullable(Type.String())
});

export const PlaceList = Type.Object({
	places: Type.Array(PlaceSummary),
	/** The id to ask the next page with, or null when this was the last. */
	next: Nullable(Type.String())
});

export const PlaceView = Type.Object({
	...PlaceSummary.properties,
	validFrom: Nullable(Type.String()),
	validTo: Nullable(Type.String()),
	officialCode: Nullable(Type.String()),
	/** What it was called before, and the old districts it lay in. */
	names: Type.Array(
		Type.Object({
			id: Type.String(),
			kind: Type.Union([Type.Literal('name'), Type.Literal('district')]),
			name: Type.String(),
			officialCode: Nullable(Type.String()),
			until: Nullable(Type.String()),
			document: Nullable(Type.String())
		})
	),
	/** From the country down to the place above this one. */
	parents: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
	contacts: Type.Array(Contact),
	/** The first hundred places directly below; the rest by `GET /places?parent=`. */
	children: Type.Array(PlaceSummary)
});
export type PlaceView = Static<typeof PlaceView>;

export const Merging = strict({ into: PlaceId });

/** What would go along, from the place and from all below it, or keeps a place from ending. */
export const PlaceHoldings = Type.Object({
	holdings: Type.Array(Type.Object({ what: Type.String(), count: Type.Integer() })),
	mayEnd: Type.Boolean({
		description: 'Nobody and nothing that goes on is there; it can end without going into another.'
	})
});
export type PlaceHoldings = Static<typeof PlaceHoldings>;

export const PlaceQuery = strict({
	parent: Type.Optional(PlaceId),
	query: Type.Optional(Type.String({ maxLength: 80 })),
	after: Type.Optional(PlaceId),
	limit: Type.Optional(Type.String({ pattern: '^([1-9][0-9]?|100)$' }))
});

/** As typed: what is wrong with a line is said by the rules, all at once. */
const NewContact = strict({
	kind: Type.Enum(contactKinds),
	name: Type.String({ maxLength: 400 }),
	phone: Type.Optional(Type.String({ maxLength: 100 })),
	address: Type.Optional(Type.String({ maxLength: 600 })),
	hours: Type.Optional(Type.String({ maxLength: 400 }))
});
export type NewContact = Static<typeof NewContact>;

const Villages = Type.String({ maxLength: 30_000 });
const LocalKind = Type.String({ maxLength: 60 });

export const NewPlace = strict({
	parentId: PlaceId,
	kind: Type.Optional(Type.Union([Type.Literal('commune'), Type.Literal('organisation')])),
	name: PlaceName,
	localKind: Type.Optional(LocalKind),
	/** What a village is called here when its line does not say so. */
	villageKind: Type.Optional(LocalKind),
	villages: Type.Optional(Villages),
	contacts: Type.Optional(Type.Array(NewContact, { maxItems: 12 }))
});
export type NewPlace = Static<typeof NewPlace>;

export const NewVillages = strict({ villages: Villages, villageKind: Type.Optional(LocalKind) });
export type NewVillages = Static<typeof NewVillages>;

export const AddedVillages = Type.Object({
	added: Type.Integer(),
	/** Names that were there before, left as they were. */
	known: Type.Integer(),
	villages: Type.Array(PlaceSummary)
});
