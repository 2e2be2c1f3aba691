/** A question as it was drawn: which version, and what is shuffled of it in the order it is shown. */
export interface DrawnQuestion {
	questionId: string;
	hash: string;
	optionOrder: string[];
	/** In a test: which of its shares it belongs to, and its place on the scale as it was when it was drawn. */
	item?: FrozenItem;
}

interface FrozenItem {
	share: number;
	a: number;
	b: number;
	c: number;
}

export type AttemptPurpose = 'quiz' | 'placement' | 'final' | 'follow-up';
