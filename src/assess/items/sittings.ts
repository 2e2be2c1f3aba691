import type { Reader } from '../../platform/persistence/store.ts';

/** People who sat together. */
export interface Sitting {
	readonly id: string;
	readonly learnerIds: readonly string[];
	/** When they may have begun what they did there. */
	readonly from: Date;
	readonly to: Date;
	/** A supervised sitting: what they did there carries its id. Otherwise what carries none, so that nothing counts twice. */
	readonly supervised?: boolean;
}

/**
 * Who sat together, of the sittings that began within a span: this room's own supervised ones, and the sessions that the
 * room knows that holds classes.
 */
export type Sittings = (reader: Reader, span: { from: Date; to: Date }) => AsyncIterable<Sitting>;
