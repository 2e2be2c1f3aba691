import type { CompiledLesson, CompiledQuestion } from '../items.ts';
import type { RulesFile } from '../rules.ts';
import { readContent } from './read-content.ts';
import { readFolder } from './read-folder.ts';

/** A lesson of a content folder with its check questions, each with the option that is right. */
export interface ListedLesson {
	readonly courseId: string;
	readonly lessonId: string;
	readonly hash: string;
	/** Of the course that somebody finishes before she sees lists of people. */
	readonly beforePeople: boolean;
	readonly questions: readonly { id: string; hash: string; right: string }[];
}

/** The lessons of a content folder as they are written today in Vietnamese, without any database. */
export async function listLessonsIn(folder: string): Promise<ListedLesson[]> {
	const { files } = readContent(await readFolder(folder, null));
	const items = files.filter(({ good }) => good).flatMap((file) => file.items.filter(({ lang }) => lang === 'vi'));
	const checks = items.flatMap(({ kind, id, hash, compiled }) => {
		const { purpose, reserve, lessonId, options } = compiled as CompiledQuestion;
		const right = kind === 'question' && purpose === 'check' && !reserve && options.find(({ correct }) => correct);
		return right ? [{ lessonId, id, hash, right: right.id }] : [];
	});
	const rules = items.find(({ kind }) => kind === 'rules')?.compiled as RulesFile | undefined;
	return items
		.filter(({ kind }) => kind === 'lesson')
		.map(({ id, hash, compiled }) => ({
			courseId: (compiled as CompiledLesson).courseId,
			lessonId: id,
			hash,
			beforePeople: (compiled as CompiledLesson).courseId === rules?.community.fieldLesson.course,
			questions: checks.filter(({ lessonId }) => lessonId === id)
		}));
}
