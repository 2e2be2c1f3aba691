/** Something to mend in the content, said so that an editor knows where and how. */
export interface Fault {
	/** From the content folder: `courses/an-toan-so/lessons/02.md`. */
	readonly file: string;
	readonly line: number;
	/** What is wrong, a sentence in Vietnamese. */
	readonly message: string;
	/** How to mend it, a sentence in Vietnamese. */
	readonly remedy: string;
	/** False where the file may be published all the same, e.g. for a sentence that is a little long. */
	readonly holdsBack: boolean;
}
