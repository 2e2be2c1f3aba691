/** Whose attempts, and what there is to review, go to whom. */
export interface Claim {
	readonly fromLearnerId: string;
	readonly intoLearnerId: string;
}
