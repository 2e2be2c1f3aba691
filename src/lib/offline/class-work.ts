import type { Carried } from '../../community/index.ts';
import type { Kept } from './work.ts';

export type Mark = 'alone' | 'reminded' | 'not-yet';
export const allMarks: readonly Mark[] = ['alone', 'reminded', 'not-yet'];

/** Somebody who came, as the phone knows her. */
export interface Present {
	/** Tells her from the others on this phone. */
	key: string;
	/** As she is called in the list: `Bùi Thị Tư (xóm trên)`. */
	name: string;
	/** Her name alone. */
	bareName: string;
	birthYear?: number | undefined;
	accountId?: string | undefined;
	helpedId?: string | undefined;
}

/** What a helper wrote down of a session so far. */
export interface ClassDraft {
	classId: string;
	present: Present[];
	/** By question (`course/lesson/question`), then by the key of somebody present. */
	marks: Record<string, Record<string, Mark>>;
}

export type CarriedClass = Carried['classes'][number];

export const emptyDraft = (classId: string): ClassDraft => ({ classId, present: [], marks: {} });

/** The one piece of work that is about a session. */
export const workIdOf = (classId: string) => `class ${classId}`;

/** A session's draft as what is sent: everyone present, and of each question a mark or none for each. */
export function toSend({ classId, present, marks }: ClassDraft): Pick<Kept, 'call' | 'body'> {
	// The name goes along: by then she may be in the list no more, and yet she came.
	const people = present.map(({ accountId, helpedId, bareName, birthYear }) => ({
		...(accountId !== undefined && { accountId }),
		...(helpedId !== undefined && { helpedId }),
		name: bareName,
		...(birthYear !== undefined && { birthYear })
	}));
	const questions = Object.entries(marks).flatMap(([question, byPerson]) => {
		const [courseId = '', lessonId = '', questionId = ''] = question.split('/');
		const given = present.map(({ key }) => byPerson[key] ?? null);
		return given.some((mark) => mark !== null) ? [{ courseId, lessonId, questionId, marks: given }] : [];
	});
	return { call: `PUT /classes/${encodeURIComponent(classId)}/carried`, body: { people, questions } };
}

/**
 * Everybody who can be ticked in a session: those of its place, those written down on this phone who are not sent yet,
 * and whoever is in the draft already.
 */
export function whoCanCome(carried: Carried | null, session: CarriedClass, works: readonly Kept[]): Present[] {
	const listed = (carried?.people[session.place.id]?.people ?? []).map(
		({ accountId, helpedId, name, apart, birthYear }): Present => ({
			key: accountId ?? helpedId ?? name,
			name: apart === null ? name : `${name} (${apart})`,
			bareName: name,
			birthYear,
			accountId: accountId ?? undefined,
			helpedId: helpedId ?? undefined
		})
	);
	const known = new Set(listed.map(({ key }) => key));
	const written = works
		.filter(({ kind, state, id }) => kind === 'helped' && state !== 'draft' && !known.has(id))
		.map(({ id, body }): Present => {
			const { name, birthYear } = body as { name: string; birthYear: number };
			return { key: id, name, bareName: name, birthYear, helpedId: id };
		});
	return [...listed, ...written];
}
