import type { JoinedAttempts } from '../../assess/index.ts';
import type { JoinedLearning } from '../../learn/index.ts';
import type { KeptRows } from '../../platform/persistence/kept-rows.ts';

/** Lines of lists with what was said and marked of them. */
export interface Lines {
	readonly lines: KeptRows;
	readonly ticks: KeptRows;
	readonly marks: KeptRows;
}

/** Where two learners were before one was given the other's lines, and what the one had then. */
export interface JoinedLines {
	readonly kept: Lines;
	readonly other: Lines;
	readonly merged: Lines;
	/** Names that were written in and said to be the other's. */
	readonly nameIds: string[];
}

/** The other's place in a household, and the household; both empty where she had none. */
export interface JoinedHome {
	readonly member: KeptRows;
	readonly household: KeptRows;
	/** Her place as the one who was kept had it then. */
	readonly merged: KeptRows;
}

/** What each room keeps of two learners who became one, and what it takes to part them again. */
export interface JoinedLearners {
	readonly learning: JoinedLearning;
	readonly attempts: JoinedAttempts;
	readonly lines: JoinedLines;
	readonly home: JoinedHome;
	/** The ids of the other's results from elsewhere; missing from before there were any. */
	readonly results?: readonly string[];
}

/** A helped learner who was merged with another: her own rows, and what she had learnt. */
export interface JoinedRows extends JoinedLearners {
	readonly helped: KeptRows;
	readonly cards: KeptRows;
	readonly entryIds: string[];
}

/** An account that was united with another. */
export interface UnitedRows extends JoinedLearners {
	/** When the identity was agreed to that opens both: by this it is known again when it goes back. */
	readonly consentedAt: string;
}
