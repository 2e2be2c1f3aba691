/** A place on the scale from 0 to 100, with its error. */
interface Standing {
	readonly points: number;
	readonly error: number;
}

/** A part of the second stage: for whom it is, and what its numbers right say. */
interface PartTable {
	/** How many questions it has. */
	readonly questions: number;
	/** It follows these numbers of right answers in the first stage. */
	readonly from: number;
	readonly to: number;
	/** The place on the scale that its questions were chosen for, as people read it. */
	readonly target: number;
	/** What the numbers right in the first stage (rows, from `from`) and in this part (columns, from none) say. */
	readonly standings: readonly (readonly Standing[])[];
}

/** From which place on the scale somebody is taken to know what a lesson teaches. */
export interface LessonMark {
	readonly courseId: string;
	readonly lessonId: string;
	readonly points: number;
}

/** What a placement on paper is scored with by hand; worked out once, when it was drawn, and kept. */
export interface TwoStageTables {
	/** How many questions the first stage has. */
	readonly questions: number;
	/** What each number right in the first stage says by itself: the next part is the one whose target is nearest. */
	readonly routing: readonly Standing[];
	readonly parts: readonly PartTable[];
	/** In the order of the courses. */
	readonly lessons: readonly LessonMark[];
}
