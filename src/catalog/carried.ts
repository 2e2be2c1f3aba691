/** One of the things to choose from, with what it says when it was chosen. */
export interface CarriedChoice {
	readonly text: string;
	readonly right: boolean;
	readonly why: string;
}

/** Something that may be written; `bare` where its marks may be left out. */
export interface CarriedAnswer {
	readonly text: string;
	readonly bare: boolean;
	readonly why: string;
}

/**
 * What a question is to other programs: one of a few shapes, of which each exchange format says how it writes and reads
 * them. Texts are Markdown. In the stem of `gaps` the gaps stand as `[[1]]`, `[[2]]`…; `words` are what is picked from
 * beside the answers, or explain one.
 */
export type CarriedBody =
	| { readonly shape: 'choice'; readonly many: boolean; readonly choices: readonly CarriedChoice[] }
	| {
			readonly shape: 'claim';
			readonly claim: boolean;
			readonly why: string;
			readonly reasons: readonly CarriedChoice[];
	  }
	| { readonly shape: 'text'; readonly answers: readonly CarriedAnswer[] }
	| {
			readonly shape: 'number';
			readonly value: number;
			/** How far off is still right. */
			readonly tolerance: number;
			readonly unit: string | null;
			readonly why: string;
	  }
	/** Where the left side is empty, the right one belongs to nothing. */
	| {
			readonly shape: 'pairs';
			readonly pairs: readonly { readonly left: string; readonly right: string; readonly why: string }[];
	  }
	| { readonly shape: 'steps'; readonly steps: readonly { readonly text: string; readonly why: string }[] }
	| {
			readonly shape: 'gaps';
			readonly gaps: readonly (readonly Omit<CarriedAnswer, 'why'>[])[];
			readonly words: readonly CarriedChoice[];
	  };

export interface CarriedQuestion {
	readonly stem: string;
	readonly body: CarriedBody;
}

/** A question below its front line, as an editor writes it: the stem, and each entry with its sign and what explains it. */
export interface WrittenLines {
	readonly stem: string;
	readonly lines: readonly { readonly text: string; readonly why: string }[];
}
