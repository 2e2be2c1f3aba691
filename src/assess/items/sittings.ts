import type { Reader } from '../../platform/persistence/store.ts';

/** People who sat together. */
export interface Sitting {
	readonly id: string;
	readonly learnerIds: readonly string[];
	/** When they may have begun what they did there. */
	readonly from: Date;
	readonly to: Date;
}

/**
 * Who sat together, of the sittings that began within a span. What this room asks of the one that holds classes, until
 * attempts know their own sitting; then this is the one thing to give another answer to.
 */
export type Sittings = (reader: Reader, span: { from: Date; to: Date }) => AsyncIterable<Sitting>;
