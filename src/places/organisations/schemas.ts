import { Type, type Static } from 'typebox';
import { Nullable, PlaceId, PlaceName, strict } from '../schema-parts.ts';
import { organisationKinds, sectors } from '../tables.ts';

const Kind = Type.Enum(organisationKinds);
const Sector = Type.Enum(sectors);

const details = {
	organisationKind: Kind,
	sector: Type.Optional(Nullable(Sector)),
	/** The organisation it answers to, where that is not the place it lies in. */
	answersTo: Type.Optional(Nullable(PlaceId)),
	/** Of a class: 1 to 12, and the school year as `2026-2027`. */
	grade: Type.Optional(Nullable(Type.Integer())),
	schoolYear: Type.Optional(Nullable(Type.String({ maxLength: 40 }))),
	officialCode: Type.Optional(Nullable(Type.String({ maxLength: 80 })))
};

export const OrganisationDetails = strict(details);
export type OrganisationDetails = Static<typeof OrganisationDetails>;

export const NewOrganisation = strict({ parentId: PlaceId, name: PlaceName, ...details });
export type NewOrganisation = Static<typeof NewOrganisation>;

const Named = Type.Object({ id: Type.String(), name: Type.String() });

const Organisation = Type.Object({
	id: Type.String(),
	name: Type.String(),
	organisationKind: Kind,
	sector: Nullable(Sector),
	grade: Nullable(Type.Integer()),
	schoolYear: Nullable(Type.String()),
	/** The place or organisation it lies in. */
	parent: Nullable(Named)
});

export const OrganisationList = Type.Object({
	organisations: Type.Array(Organisation),
	next: Nullable(Type.String({ description: 'The id to ask the next page with, or null when this was the last.' }))
});
export type OrganisationList = Static<typeof OrganisationList>;

export const OrganisationQuery = strict({
	within: Type.Optional(PlaceId),
	parent: Type.Optional(PlaceId),
	answersTo: Type.Optional(PlaceId),
	kind: Type.Optional(Kind),
	sector: Type.Optional(Sector),
	query: Type.Optional(Type.String({ maxLength: 80 })),
	after: Type.Optional(PlaceId),
	limit: Type.Optional(Type.String({ pattern: '^([1-9][0-9]?|100)$' }))
});

export const OrganisationView = Type.Object({
	...Organisation.properties,
	officialCode: Nullable(Type.String()),
	validTo: Nullable(Type.String()),
	path: Type.String(),
	/** From the country down to what it lies in. */
	parents: Type.Array(Named),
	answersTo: Nullable(Named),
	/** The first hundred that lie in it, and that answer to it. */
	children: Type.Array(Organisation),
	/** Classes of earlier school years, the newest first. */
	ended: Type.Array(Organisation),
	answering: Type.Array(Organisation),
	/** Whether the reader may change what is told of it; rename, close or merge it. */
	mayChange: Type.Boolean(),
	mayRename: Type.Boolean()
});
export type OrganisationView = Static<typeof OrganisationView>;
