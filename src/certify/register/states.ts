/** What the register is told of a record. */
export type Act = 'confirm' | 'withdraw';

/** How far the confirmation of a record has come. */
export type ConfirmationState =
	| 'waiting'
	| 'submitted'
	| 'confirmed'
	| 'refused'
	/** The register was told that the record no longer counts. */
	| 'withdrawn'
	/** Given up before the register had it, or by an officer. */
	| 'cancelled';

/** A dead letter holds its line until an officer has looked at it. */
export type MessageState = 'waiting' | 'done' | 'dead' | 'given-up';

/** Why a message has not come to its end. Each has a sentence for officers. */
export type Fault =
	/** No answer, too late, or a register that is not well. */
	| 'away'
	/** An answer that nobody signed for us, or that makes no sense. */
	| 'untrusted'
	/** Our clock and the register's are too far apart. */
	| 'clock'
	/** It confirmed somebody else, or has the record under somebody else. */
	| 'someone-else'
	/** It did not understand what we sent. */
	| 'rejected'
	/** Nobody has vouched for the holder (any more). */
	| 'no-identity'
	/** A register in earnest and practice, or the other way round. */
	| 'not-for-practice';
