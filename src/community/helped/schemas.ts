import { Type, type Static, type TProperties } from 'typebox';
import { LearntInClass } from '../marks/schemas.ts';
import { consenters } from '../tables.ts';

const strict = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false });
const Text = Type.String();
const TextOrNull = Type.Union([Type.String(), Type.Null()]);
const InstantOrNull = Type.Union([Type.String({ format: 'date-time' }), Type.Null()]);
const Id = Type.String({ minLength: 1, maxLength: 100 });
/** What people type comes in wide; the rules then say all that is wrong with it at once, in words. */
const Typed = Type.String({ maxLength: 400 });

export const HelpedParams = strict({ id: Id });
/** An id that a phone made. */
export const OwnId = strict({ id: Type.String({ format: 'uuid' }) });

const typedHelped = {
	name: Typed,
	birthYear: Type.Number(),
	placeId: Type.String({ maxLength: 100 }),
	household: Type.Optional(Typed),
	/** Tells her from another of one name and year in the same place. */
	apart: Type.Optional(Typed)
};
export const ChangedHelped = strict(typedHelped);
export type ChangedHelped = Static<typeof ChangedHelped>;

export const NewHelped = strict({
	...typedHelped,
	/** She heard what is kept and said yes. */
	consent: Type.Boolean(),
	/** For a child: who said yes for her. */
	guardian: Type.Optional(Typed)
});
export type NewHelped = Static<typeof NewHelped>;

const Place = Type.Object({
	id: Text,
	name: Text,
	/** It was merged or renamed meanwhile: to be chosen anew. */
	ended: Type.Boolean()
});
const summary = {
	id: Text,
	name: Text,
	birthYear: Type.Integer(),
	apart: TextOrNull,
	household: TextOrNull,
	place: Place
};
export const HelpedSummary = Type.Object(summary);
export type HelpedSummary = Static<typeof HelpedSummary>;

/** Another row for the same person that became one with hers, and until when they can be parted again. */
export const HelpedMerge = Type.Object({
	id: Text,
	name: Text,
	at: Type.String({ format: 'date-time' }),
	until: Type.String({ format: 'date-time' })
});
export type HelpedMerge = Static<typeof HelpedMerge>;

export const HelpedView = Type.Object({
	...summary,
	/** The latest that can still be undone. */
	merge: Type.Union([HelpedMerge, Type.Null()]),
	consent: Type.Object({
		by: Type.Enum(consenters),
		guardian: TextOrNull,
		at: Type.String({ format: 'date-time' }),
		/** The helper's name; null where the account is closed. */
		recordedBy: TextOrNull
	}),
	/** The card that is good now; what stands on it is on the paper only. */
	card: Type.Union([
		Type.Object({ madeAt: Type.String({ format: 'date-time' }), lastUsedAt: InstantOrNull, locked: Type.Boolean() }),
		Type.Null()
	]),
	/** What helpers marked of her in class; these are no answers of hers. */
	inClass: LearntInClass.properties.lessons
});
export type HelpedView = Static<typeof HelpedView>;

export const HelpedQuery = strict({
	query: Type.Optional(Type.String({ maxLength: 300 })),
	/** The id of the last one of the page before. */
	after: Type.Optional(Id)
});
export type HelpedQuery = Static<typeof HelpedQuery>;
export const HelpedList = Type.Object({ learners: Type.Array(HelpedSummary), next: TextOrNull });
export type HelpedList = Static<typeof HelpedList>;

/** A card as it is printed: told this once and kept nowhere. */
export const PrintedCard = Type.Object({
	learner: HelpedSummary,
	code: Text,
	pin: Text,
	/** What the QR code leads to, without the site's own address. */
	path: Text
});
export type PrintedCard = Static<typeof PrintedCard>;

export const TypedCard = strict({ code: Type.String({ maxLength: 200 }), pin: Type.String({ maxLength: 200 }) });
export type TypedCard = Static<typeof TypedCard>;
export const TakingOver = strict({ ...TypedCard.properties, sure: Type.Optional(Type.Boolean()) });
export type TakingOver = Static<typeof TakingOver>;

/** Whose card is open on this device; null for nobody's. */
export const CardHere = Type.Object({
	open: Type.Union([Type.Object({ name: Text, helped: Type.Boolean() }), Type.Null()])
});
export type CardHere = Static<typeof CardHere>;

/** All whose cards are open on this device, to change between without a PIN. */
export const CardsHere = Type.Object({
	...CardHere.properties,
	cards: Type.Array(
		Type.Object({
			/** The sign of her learning, see `GET /me/progress`. */
			whose: Text,
			/** Stays with her as long as her card is open here; for those who don't read. */
			number: Type.Integer(),
			name: Text,
			apart: TextOrNull,
			helped: Type.Boolean(),
			current: Type.Boolean()
		})
	)
});
export type CardsHere = Static<typeof CardsHere>;
/** Whom to change to, by the sign of her learning. */
export const OpenedBefore = strict({ whose: Type.String({ minLength: 1, maxLength: 40 }) });
/** As many as one device keeps open: a class around one phone. */
export const mostTogether = 30;
/** Who learn together on the helper's device. */
export const Together = strict({
	helpedIds: Type.Array(Id, { minItems: 1, maxItems: mostTogether, uniqueItems: true })
});
