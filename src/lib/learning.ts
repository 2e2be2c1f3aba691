import type { CheckQuestion } from '../catalog/index.ts';

/** What the API answers about learning, as pages and the script use it. */
export interface LessonStanding {
	state: 'not-started' | 'answering' | 'more-questions' | 'done';
	answered: number;
	total: number;
	moreQuestions: CheckQuestion[];
	next: { href: string; title: string; kind: string } | null;
}

export interface AnsweredCheck {
	questionId: string;
	correct: boolean;
	options: { id: string; correct: boolean; explanation: string }[];
	lesson: LessonStanding;
}

export interface NextStep {
	kind: 'lesson' | 'quiz' | 'record' | 'course' | 'start';
	href: string;
	title: string;
	detail: string;
}

export interface Progress {
	learner: { known: boolean; whose?: string | null };
	courses: {
		courseId: string;
		title: string;
		lessonsDone: number;
		lessonsTotal: number;
		lessons: { lessonId: string; state: LessonStanding['state'] }[];
		quiz: { best?: { score: number; total: number; passed: boolean } | null; openAttemptId?: string | null };
	}[];
	next: NextStep;
}
