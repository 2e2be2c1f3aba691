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

/** A form with a file of questions, as a browser sends it. */
export function questionForm(
	content: string | Uint8Array,
	name: string
): { body: Buffer; headers: Record<string, string> } {
	const boundary = 'xxGIOIxx';
	const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
	const body = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]);
	return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}
