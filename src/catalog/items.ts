import type { Lang } from '../platform/messages/index.ts';
import type { Framework } from './framework.ts';
import type { RulesFile } from './rules.ts';

/** What the content consists of. */
export type ItemKind = 'programme' | 'course' | 'lesson' | 'question' | 'test' | 'glossary' | 'framework' | 'rules';

/** What a question is for, and never two of them: check explains itself at once, quiz and exam after the end. */
type Purpose = 'check' | 'quiz' | 'exam';
export type Level = 'easy' | 'medium' | 'hard';

interface CompiledProgramme {
	group: string;
	title: string;
	summary: string;
	about: string;
	introduction: string;
	courses: string[];
	updated: string;
}

export interface CompiledCourse {
	version: number;
	title: string;
	summary: string;
	minutes: number;
	groups: string[];
	skills: string[];
	outcomes: string[];
	quiz: { questions: number; passPercent: number };
	introduction: string;
	updated: string;
}

export interface Source {
	title: string;
	publisher?: string;
	date?: string;
	url?: string;
}

/** A lesson's body in order; questions stand in it by their ids. */
export type CompiledPart = { kind: 'html'; html: string } | { kind: 'question'; questionId: string };

export interface CompiledLesson {
	courseId: string;
	title: string;
	minutes: number;
	skills: string[];
	summary: string;
	sources: Source[];
	contents: { id: string; title: string }[];
	parts: CompiledPart[];
	/** Ids of the check questions held back for somebody who was very quick. */
	reserve: string[];
	/** How many syllables there are to read, questions apart. */
	words: number;
	updated: string;
}

/** One of the answers to choose from. `correct` and `explanation` are the key: they never leave before they are due. */
export interface Option {
	id: string;
	text: string;
	correct: boolean;
	explanation: string;
}

export interface CompiledQuestion {
	purpose: Purpose;
	reserve: boolean;
	/** True for exam questions that anyone may read beforehand, because the repository is public. */
	public: boolean;
	courseId: string;
	/** The lesson it stands in (check) or that is worth reading again (quiz, exam). */
	lessonId: string | null;
	skill: string;
	level: Level;
	/** Which kind of question it is; missing where one answer is chosen. */
	type?: string;
	/** The grades of school it is for; missing where it is for everyone. */
	band?: string;
	stem: string;
	options: Option[];
	/** What grading needs beside the options; only the question's type knows its shape. */
	key?: unknown;
}

/** How a test is put together and taken; who sets it writes it as data. */
export interface CompiledTest {
	version: number;
	kind: 'placement' | 'final' | 'follow-up';
	groups: string[];
	title: string;
	summary: string;
	introduction: string;
	/** Which questions it draws from: those for these purposes, of the courses of its groups. */
	banks: Purpose[];
	questions: number;
	/** Which skills in which share; the percents make a hundred. */
	shares: { skills: string[]; percent: number }[];
	/** One form, two stages, or question by question. */
	way: 'form' | 'stages' | 'adaptive';
	/** Null where nobody looks at the clock. */
	minutes: number | null;
	/** From the lowest to the highest; the lowest is what passes. Empty where there is nothing to pass. */
	levels: { percent: number; vi: string; en: string }[];
	retake: { afterHours: number; mostIn30Days: number };
	page: 'one' | 'all';
	feedback: 'end' | 'at-once';
	updated: string;
}

interface CompiledGlossary {
	updated: string;
	terms: { id: string; term: string; meaning: string }[];
}

export type Compiled =
	| CompiledProgramme
	| CompiledCourse
	| CompiledLesson
	| CompiledQuestion
	| CompiledTest
	| CompiledGlossary
	| Framework
	| RulesFile;

/** Which shape belongs to which kind. */
export interface CompiledOf {
	programme: CompiledProgramme;
	course: CompiledCourse;
	lesson: CompiledLesson;
	question: CompiledQuestion;
	test: CompiledTest;
	glossary: CompiledGlossary;
	framework: Framework;
	rules: RulesFile;
}

/** One item of a release: which version of it, and the file it came from. */
export interface ManifestItem {
	hash: string;
	kind: ItemKind;
	id: string;
	lang: Lang;
	path: string;
	compiledHash: string;
}

/** A picture, recording or caption file; `name` carries the hash of its bytes. */
export interface MediaEntry {
	name: string;
	type: string;
	/** Where it lies below the content folder. */
	path: string;
}

/** What a release consists of. */
export interface Manifest {
	items: ManifestItem[];
	/** The lessons of each course in their order. */
	lessons: Record<string, string[]>;
	media: MediaEntry[];
}

/** An item as the database keeps it. */
export interface StoredItem<K extends ItemKind = ItemKind> {
	hash: string;
	kind: K;
	id: string;
	lang: Lang;
	baseHash: string | null;
	compiled: CompiledOf[K];
}
