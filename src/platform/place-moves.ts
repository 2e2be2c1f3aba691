import type { Reader, Writer } from './persistence/store.ts';

/** A place, as rows name it: by its id, and by its path for whoever may see them. */
interface PlaceRef {
	readonly id: string;
	readonly path: string;
	readonly name: string;
}

/** One place going into another. */
interface Going {
	readonly from: PlaceRef;
	readonly into: PlaceRef;
	readonly at: Date;
}

/** One kind of thing that a room keeps at places, and how it goes along when a place goes into another. */
export interface PlaceMove {
	/** The last part of a message's key: `places.moves-…`. */
	readonly what: string;
	/** A place that holds such can't simply end. */
	readonly living: boolean;
	count(reader: Reader, place: PlaceRef): Promise<number>;
	/** Nothing is lost: where two can't stand side by side, the room says how both are kept. */
	move(tx: Writer, going: Going): Promise<void>;
}
