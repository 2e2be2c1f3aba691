import type { CompiledQuestion } from '../items.ts';
import { readContent } from './read-content.ts';
import { readFolder } from './read-folder.ts';

/** A question of a content folder, with its key. */
export interface ListedQuestion extends CompiledQuestion {
	readonly id: string;
}

/** The questions of a content folder as they are written today in Vietnamese, without any database. */
export async function listQuestionsIn(folder: string): Promise<ListedQuestion[]> {
	const { files } = readContent(await readFolder(folder, null));
	return files
		.filter(({ good }) => good)
		.flatMap(({ items }) => items)
		.flatMap(({ kind, lang, id, compiled }) =>
			kind === 'question' && lang === 'vi' ? [{ ...(compiled as CompiledQuestion), id }] : []
		);
}
