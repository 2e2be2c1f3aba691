import { courseAt, placeOf, readFolder, type ContentSource } from '../../catalog/index.ts';
import type { Lang } from '../../platform/messages/index.ts';
import { exportQuestions } from '../export-questions.ts';
import { importQuestions } from '../import-questions.ts';
import { readAny } from '../read-any.ts';
import { told } from '../remark.ts';
import { typeLabel } from '../sheet/columns.ts';
import { makeZip } from '../../platform/zip.ts';
import type { ExportQuery, ExportView, ImportQuery, ImportView } from './schemas.ts';

interface Folders {
	readonly contentDir: string;
	readonly examBankDir: string | null;
	/** The language in which remarks are told. */
	readonly lang: Lang;
}
/** What the thread is given. */
export type Job = Folders &
	(
		| { readonly does: 'export'; readonly query: ExportQuery }
		| { readonly does: 'import'; readonly query: ImportQuery; readonly file: string; readonly bytes: Uint8Array }
	);

/** And what it answers; null where the course has no folder. */
export type Done =
	| { readonly does: 'export'; readonly view: Omit<ExportView, 'courses'>; readonly bytes: Uint8Array }
	| { readonly does: 'import'; readonly view: ImportView | null; readonly bytes: Uint8Array | null };

/** Does one piece of work on the content folder as it lies there. */
export async function doJob(job: Job): Promise<Done> {
	const source = await readFolder(job.contentDir, job.examBankDir);
	return job.does === 'export' ? exported(job, source) : imported(job, source);
}

async function exported({ query, lang }: Job & { does: 'export' }, source: ContentSource): Promise<Done> {
	const { format, course = null, purpose, words = 'vi' } = query;
	const purposes = purpose ? [purpose] : ['quiz', 'exam'];
	const { bytes, count, remarks } = await exportQuestions({ source, format, course, purposes, lang: words });
	return { does: 'export', bytes, view: { count, left: remarks.map((remark) => told(remark, lang)) } };
}

async function imported({ query, file, bytes, lang }: Job & { does: 'import' }, source: ContentSource): Promise<Done> {
	const { course, purpose, partial, ...defaults } = query;
	const folder = folderOf(source, course, purpose);
	if (!folder) return { does: 'import', view: null, bytes: null };
	const heading = { course, purpose, isPublic: purpose === 'exam' };
	const { made, media, questions, remarks } = importQuestions(await readAny(bytes, file), {
		...{ ...heading, source, folder, name: 'nhap', partial: partial === '1' },
		defaults: Object.fromEntries(Object.entries(defaults).filter(([, value]) => value !== ''))
	});
	const files = new Map<string, string | Uint8Array>(media.map((each) => [each.path, each.bytes]));
	if (made) files.set(made.path, made.text);
	const view = {
		questions: questions.map(({ id, type, stem, line }) => ({ id, kind: typeLabel(type), stem, line })),
		remarks: remarks.map((remark) => ({ kind: remark.kind, says: told(remark, lang) })),
		path: made?.path ?? null,
		text: made?.text ?? null
	};
	return { does: 'import', view, bytes: made ? makeZip(files) : null };
}

/** The folder of a course's questions, by the id that the course has, not by what its folder is called. */
function folderOf(source: ContentSource, course: string, purpose: string): string | null {
	const files = [...source.texts.keys()].filter((path) => placeOf(path)?.kind === 'course');
	const file = files.find((path) => courseAt(source, path) === course);
	return file ? file.replace(/[^/]+$/, purpose === 'exam' ? 'exam' : 'questions') : null;
}
