import type { ContentSource } from '../../src/catalog/index.ts';
import { importQuestions, readAny, type Destination, type Imported } from '../../src/exchange/index.ts';
import { aSource } from './a-source.ts';

const folder = 'courses/khoa/questions';

/** What would come of a file into the bank of the small course; what its questions don't say is given. */
export async function imported(
	content: string | Uint8Array,
	file: string,
	options: Partial<Destination> & { source?: ContentSource } = {}
): Promise<Imported> {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	return importQuestions(await readAny(bytes, file), {
		...{
			source: aSource({ 'framework.json': null }),
			folder,
			name: 'nhap',
			course: 'khoa',
			purpose: 'quiz',
			isPublic: false
		},
		...{ partial: false, defaults: { skill: 'p4.2', level: 'easy', lesson: 'bai', explanation: 'Xem lại bài.' } },
		...options
	});
}

/** The questions of the file that was made, below their front lines. */
export const bodiesIn = ({ made }: Imported): string[] =>
	(made?.text ?? '')
		.split(/^:::hoi\{[^\n]*\n/m)
		.slice(1)
		.map((block) => block.replace(/\n:::\s*$/, '').trim());

/** What is told: the line, what kind of remark, and which. */
export const toldIn = ({ remarks }: Imported): string[] =>
	remarks.map(({ line, kind, code }) => `${line} ${kind} ${code}`);
